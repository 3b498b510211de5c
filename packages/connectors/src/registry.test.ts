import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ConnectionMethod, canonicalFields, type DataTypeId, type Provider, secretFields } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createConnectorRegistry } from './registry.ts'

const registry = createConnectorRegistry()
const here = import.meta.dirname

test('there is a line for each connector folder, and a folder with a manual for each line', () => {
  const folders = readdirSync(here, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(here, entry.name, 'connector.ts')))
    .map(({ name }) => name)
  expect(registry.all.map(({ id }) => id).sort()).toEqual(folders.sort())
  for (const folder of folders) expect(existsSync(join(here, folder, 'README.md')), `${folder}/README.md`).toBe(true)
})

test.each(registry.all.map(({ id }) => id))('%s has a contract test that runs the conformance suites with it', (id) => {
  const source = readFileSync(join(here, id, 'contract.real.test.ts'), 'utf8')
  const [, name] = /^import \{ (\w+) \} from '\.\/connector\.ts'$/m.exec(source) ?? []
  expect(name, `${id} imports its connector`).toBeDefined()
  expect(source).toMatch(new RegExp(`describeConnector\\(\\{[^]*\\bconnector: ${name},`))
})

test.each([
  ['api', 'Custom', 'rest'],
  ['api', 'SAP', 'sap-odata'],
  ['api', 'Dynamics', 'dynamics-bc'],
  ['api', 'Oracle', 'oracle-fusion'],
  ['api', 'NetSuite', 'netsuite'],
  ['api', 'Odoo', undefined],
  ['sftp', 'Custom', 'sftp'],
  ['sftp', 'Infor', 'sftp'],
  ['doi', 'SAP', 'doi-xml'],
  ['doi', 'Custom', 'doi-xml'],
] as const)('by %s, %s is served by %s', (connectionMethod: ConnectionMethod, provider: Provider, id) => {
  expect(registry.find({ provider, connectionMethod, settings: {} })?.id).toBe(id)
})

test.each([
  ['Custom', 'rest', 'rest'],
  ['SAP', 's4hana', 'sap-odata'],
  ['SAP', 'successfactors', 'sap-successfactors'],
  ['Dynamics', 'business-central', 'dynamics-bc'],
  ['Oracle', 'fusion', 'oracle-fusion'],
  ['Dynamics', 'finance-operations', 'dynamics-fo'],
  ['SAP', 'rest', undefined],
] as const)('the product of %s that is called %s is served by %s', (provider, product, id) => {
  expect(registry.find({ provider, connectionMethod: 'api', settings: { product } })?.id).toBe(id)
})

test('the secrets of each connector', () => {
  expect(Object.fromEntries(registry.all.map(({ id, credentials }) => [id, secretFields(credentials)]))).toMatchObject({
    rest: ['password', 'apiKey', 'apiSecret', 'oauthToken', 'clientSecret', 'clientCertificate', 'clientKey'],
    'sap-odata': ['password', 'apiKey', 'apiSecret', 'oauthToken', 'clientSecret', 'clientCertificate', 'clientKey'],
    'sap-successfactors': ['privateKey', 'privateKeyPassphrase', 'samlAssertion', 'password', 'clientSecret', 'oauthToken'],
    'dynamics-bc': ['clientSecret', 'password', 'oauthToken'],
    'oracle-fusion': ['password', 'oauthToken', 'clientSecret', 'privateKey'],
    'dynamics-fo': ['clientSecret', 'oauthToken'],
    netsuite: ['privateKey', 'consumerSecret', 'tokenSecret'],
    sftp: ['sftpPassword', 'sftpPrivateKey', 'sftpPassphrase', 'pgpPrivateKey', 'pgpPassphrase'],
    'doi-xml': ['doiPassword', 'doiSharedSecret', 'doiInboundPassword', 'clientCertificate', 'clientKey'],
  })
})

test('the ways to sign in name credential fields that nobody has to give, and no secret but of all ways is left out', () => {
  for (const { id, credentials, signIn = [] } of registry.all) {
    const fields = signIn.flatMap((way) => way.fields)
    const { properties = {}, required = [] } = z.toJSONSchema(credentials, { io: 'input' })
    expect(
      fields.filter((field) => !(field in properties) || required.includes(field)),
      id,
    ).toEqual([])
    expect(new Set(signIn.map(({ kind }) => kind)).size, id).toBe(signIn.length)
    const others = secretFields(credentials).filter((field) => !fields.includes(field))
    if (signIn.length > 0) expect(others, id).toEqual(id === 'sftp' ? ['pgpPrivateKey', 'pgpPassphrase'] : [])
  }
})

test('each connector tells where the fields of what it pulls come from, by their canonical names', () => {
  for (const { id, capabilities, fieldSources = {} } of registry.all) {
    const pulled = Object.entries(capabilities).flatMap(([dataType, { pull }]) => (pull ? [dataType as DataTypeId] : []))
    expect(Object.keys(fieldSources).sort(), id).toEqual([...pulled].sort())
    for (const dataType of pulled) {
      const fields = (fieldSources[dataType] ?? []).map(({ field }) => field)
      expect(fields, `${id} ${dataType}`).toContain('id')
      expect(fields.filter((field) => !['id', ...canonicalFields[dataType]].includes(field.split(/\[\]|\./)[0] ?? ''))).toEqual([])
      expect(new Set(fields).size).toBe(fields.length)
    }
  }
})

/** What a JSON schema says of a setting, whose path has dots. */
const schemaAt = (schema: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((found, name) => (found as { properties?: Readonly<Record<string, unknown>> })?.properties?.[name], schema)

test('what an ERP lists are values of settings of its connector', () => {
  for (const { id, settings, choices = {} } of registry.all) {
    for (const field of Object.keys(choices))
      expect(schemaAt(z.toJSONSchema(settings, { io: 'input' }), field), `${id} ${field}`).toBeDefined()
  }
})

test('listing the connectors loads no library for HTTP or SSH; opening one does', () => {
  const script = `
    import { createRequire } from 'node:module'
    import { createConnectorRegistry } from './registry.ts'
    const loaded = () => Object.keys(createRequire(import.meta.url).cache).filter((path) => /[/](undici|ssh2)[/]/.test(path)).length
    const { all, find } = createConnectorRegistry()
    const listed = all.map(({ id }) => id).length > 0 && loaded()
    const { settings, open } = find({ provider: 'Custom', connectionMethod: 'api', settings: {} })
    const signal = new AbortController().signal
    const session = await open({ settings: settings.parse({}), credentials: { apiUrl: 'http://127.0.0.1' }, outbound: {}, timeoutMs: 1000, signal })
    await session[Symbol.asyncDispose]()
    console.log(JSON.stringify({ listed, opened: loaded() > 0 }))`
  const args = ['--import', 'tsx', '--conditions=@linkspan/source', '--input-type=module', '--eval', script]
  expect(JSON.parse(execFileSync(process.execPath, args, { cwd: here, encoding: 'utf8' }))).toEqual({ listed: 0, opened: true })
})
