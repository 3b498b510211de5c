import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '@linkspan/cli'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stack, secrets, startStack } from './stack/stack.ts'

const folder = mkdtempSync(join(tmpdir(), 'linkspan-cli-'))
let stack: Stack
let other: Stack
beforeAll(async () => {
  ;[stack, other] = await Promise.all([startStack(), startStack()])
})
afterAll(async () => {
  await stack[Symbol.asyncDispose]()
  await other[Symbol.asyncDispose]()
})

interface Given {
  readonly on?: Stack
  readonly key?: string
  readonly environment?: Record<string, string>
  /** What the person answers, or does before saying yes. */
  readonly answer?: boolean
  readonly ask?: () => Promise<boolean>
}

/** Runs the command as at a terminal: its status, and what it writes. */
async function linkspan(args: string, { on = stack, key = secrets.admin, environment = {}, answer, ask }: Given = {}) {
  let [output, complaint] = ['', '']
  const status = await run(args.split(' '), {
    environment: { LINKSPAN_URL: `${on.url}/api/v1`, LINKSPAN_API_KEY: key, ...environment },
    write: (text) => (output += text),
    complain: (text) => (complaint += text),
    ask: ask ?? (answer === undefined ? null : async () => answer),
  })
  return { status, output, complaint }
}

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const yaml = `version: 1
connections:
  Webshop ERP:
    provider: Custom
    connectionMethod: api
    credentials:
      apiUrl: http://127.0.0.1:9
      apiKey: \${WEBSHOP_KEY}
    settings:
      enabledDataTypes: [products, orders]
      timeout: 10000
    syncConfigurations:
      - dataType: products
        direction: pull
        schedule: 0 2 * * *
        timezone: Europe/Berlin
        settings:
          fieldMapping: { description: text, brand: maker }
clients:
  client-1:
    - connection: Webshop ERP
sites:
  site-1:
    - connection: Webshop ERP
      clientId: client-1
      overridesClient: true
      settings: { syncOrders: false }
`
const environment = { WEBSHOP_KEY: 'first-key' }

test('a plan shows what would change and changes nothing; apply does it once, and what is exported is in force', async () => {
  const path = file('first.yaml', yaml)
  const plan = await linkspan(`plan ${path}`, { key: secrets.viewer })
  expect(plan.status).toBe(2)
  expect(plan.output).toContain('+ connection Webshop ERP')
  expect(plan.output).toContain('credentials.apiKey: from $WEBSHOP_KEY')
  expect(plan.output).toContain('+ sync configuration Webshop ERP / products / pull')
  expect(plan.output).toContain('4 to create, 0 to change, 0 to delete')
  expect(await stack.client.call('GET', '/erp/connections')).toEqual([])

  expect(await linkspan(`apply ${path}`)).toMatchObject({ status: 1, complaint: expect.stringContaining('--yes') })
  expect(await linkspan(`apply ${path}`, { answer: false })).toMatchObject({ status: 2 })
  expect(await linkspan(`apply ${path} --yes`)).toMatchObject({ status: 1, complaint: expect.stringContaining('WEBSHOP_KEY is not set') })
  expect(await linkspan(`apply ${path}`, { environment, answer: true })).toMatchObject({
    status: 0,
    output: expect.stringContaining('Done.'),
  })
  const nothing = { status: 0, output: expect.stringContaining('Nothing to do') }
  expect(await linkspan(`plan ${path}`)).toMatchObject(nothing)
  expect(await linkspan(`apply ${path} --yes`)).toMatchObject(nothing)

  const exported = join(folder, 'exported.yaml')
  expect(await linkspan(`export ${exported}`, { key: secrets.viewer })).toMatchObject({ status: 0 })
  const text = readFileSync(exported, 'utf8')
  expect(text).toContain('apiKey: "********"')
  expect(text).not.toContain('first-key')
  expect(await linkspan(`plan ${exported}`)).toMatchObject(nothing)
  const { connection } = await stack.client.call<{ connection: { name: string } }>('GET', '/sites/site-1/effective-erp')
  expect(connection.name).toBe('Webshop ERP')
})

test('a change names both values; what the file leaves out stays, null takes away, and a mapping is the whole one', async () => {
  await linkspan(`apply ${file('before.yaml', yaml)} --yes`, { environment })
  const changed = yaml
    .replace('timeout: 10000', 'timeout: 20000')
    .replace(', brand: maker', '')
    .replace('timezone: Europe/Berlin', 'timezone: null')
  const path = file('changed.yaml', changed)
  const { output } = await linkspan(`plan ${path}`)
  expect(output).toContain('settings.timeout: 10000 → 20000')
  expect(output).toContain('settings.fieldMapping.brand: maker → (none)')
  expect(output).toContain('timezone: Europe/Berlin → (none)')
  expect(output).toContain('0 to create, 2 to change, 0 to delete')
  expect(await linkspan(`apply ${path} --yes`)).toMatchObject({ status: 0 })
  expect(await linkspan(`plan ${path}`)).toMatchObject({ status: 0 })
})

test('a connection that somebody else changes after the plan is not overwritten', async () => {
  await linkspan(`apply ${file('before.yaml', yaml)} --yes`, { environment })
  const [connection] = await stack.client.call<{ id: string }[]>('GET', '/erp/connections')
  const path = file('late.yaml', yaml.replace('timeout: 10000', 'timeout: 30000'))
  const late = await linkspan(`apply ${path}`, {
    ask: () => stack.client.call('PATCH', `/erp/connections/${connection?.id}`, { settings: { timeout: 40000 } }).then(() => true),
  })
  expect(late).toMatchObject({ status: 1, complaint: expect.stringMatching(/"Webshop ERP" was changed by someone else.*plan again/) })
  expect((await linkspan(`plan ${path}`)).output).toContain('settings.timeout: 40000 → 30000')
  expect(await linkspan(`apply ${path} --yes`)).toMatchObject({ status: 0 })
  expect(await linkspan(`plan ${path}`)).toMatchObject({ status: 0 })
})

test('--prune deletes configurations and assignments that the file does not have, and no connection', async () => {
  await linkspan(`apply ${file('before.yaml', yaml)} --yes`, { environment })
  const path = file('short.yaml', yaml.slice(0, yaml.indexOf('    syncConfigurations:')))
  expect(await linkspan(`plan ${path}`)).toMatchObject({ status: 0 })
  const pruned = await linkspan(`apply ${path} --prune --yes`)
  expect(pruned.output).toContain('- site site-1 → Webshop ERP')
  expect(pruned.output).toContain('0 to create, 0 to change, 3 to delete')
  expect(await linkspan(`plan ${path} --prune`)).toMatchObject({ status: 0 })
  expect(await stack.client.call('GET', '/erp/connections')).toHaveLength(1)
})

test('an export of one installation is a file for another, once its secrets are named', async () => {
  await linkspan(`apply ${file('before.yaml', yaml)} --yes`, { environment })
  const { output } = await linkspan('export')
  const masked = file('masked.yaml', output)
  expect(await linkspan(`plan ${masked}`, { on: other })).toMatchObject({
    status: 1,
    complaint: expect.stringContaining('name an environment variable'),
  })
  const named = file('named.yaml', output.replace('"********"', '$' + '{WEBSHOP_KEY}'))
  expect(await linkspan(`apply ${named} --yes`, { on: other, environment })).toMatchObject({ status: 0 })
  expect(await linkspan('export', { on: other })).toMatchObject({ output })
  const rotated = await linkspan(`plan ${named} --secrets`, { on: other })
  expect(rotated.output).toContain('credentials.apiKey: ******** → from $WEBSHOP_KEY')
})

test('what is wrong is said in words', async () => {
  expect((await linkspan(`plan ${file('broken.yaml', 'version: 1\nconections: {}\n')}`)).complaint).toContain('conections')
  expect((await linkspan(`plan ${file('lost.yaml', 'version: 1\nclients: { c: [{ connection: Nobody }] }\n')}`)).complaint).toContain(
    '"Nobody"',
  )
  expect((await linkspan('export', { key: 'no-such-key' })).complaint).toMatch(/key|credentials/i)
  expect(await linkspan(`apply ${file('dry.yaml', yaml)} --dry-run --yes`)).toMatchObject({
    status: 1,
    complaint: expect.stringContaining('linkspan plan'),
  })
  expect((await linkspan('plan no-such-file.yaml')).complaint).toMatch(/^no-such-file\.yaml cannot be read: /)
  expect((await linkspan('plan', {})).complaint).toContain('needs a file')
  expect((await linkspan('export --url http://127.0.0.1:1')).complaint).toContain('does not answer')
  const invalid = file('invalid.yaml', yaml.replaceAll('Webshop ERP', 'Second').replace('timeout: 10000', 'timeout: 1'))
  expect((await linkspan(`apply ${invalid} --yes`, { environment })).complaint).toContain('settings.timeout')
})
