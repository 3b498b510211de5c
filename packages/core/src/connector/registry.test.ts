import { expect, test } from 'vitest'
import { z } from 'zod'
import { type Connector, defineConnector, type Provider } from './connector.ts'
import { createRegistry, whyNoConnector } from './registry.ts'
import { secret } from './secret-fields.ts'

const declare = (id: string, change: Partial<Connector> = {}): Connector => ({
  ...defineConnector({
    id,
    title: id,
    method: 'api',
    providers: ['SAP'],
    settings: z.object({}),
    credentials: z.object({ apiUrl: z.string() }),
    capabilities: {},
    rateLimit: { max: 1, perMs: 1 },
    open: async () => {
      throw new Error('not opened')
    },
  }),
  ...change,
})

const cloud = declare('cloud', { product: 's4hana' })
const people = declare('people', { product: 'successfactors', providers: ['SAP', 'Custom'] })
const files = declare('files', { method: 'sftp', providers: 'all' })
const registry = createRegistry([cloud, people, files])

test.each<[Provider, 'api' | 'sftp' | 'doi', Record<string, unknown>, string | undefined]>([
  ['SAP', 'api', {}, 'cloud'],
  ['SAP', 'api', { product: 's4hana' }, 'cloud'],
  ['SAP', 'api', { product: 'successfactors' }, 'people'],
  ['SAP', 'api', { product: 'bydesign' }, undefined],
  ['Custom', 'api', {}, 'people'],
  ['Odoo', 'api', {}, undefined],
  ['Odoo', 'sftp', {}, 'files'],
  ['Odoo', 'sftp', { product: 'odoo' }, undefined],
  ['SAP', 'doi', {}, undefined],
])('%s by %s with %j is served by %s', (provider, connectionMethod, settings, id) => {
  expect(registry.find({ provider, connectionMethod, settings })?.id).toBe(id)
})

test('the connectors of a provider are listed, the default first', () => {
  expect(registry.serving('SAP', 'api')).toEqual([cloud, people])
  expect(registry.serving('Infor', 'api')).toEqual([])
})

test.each([
  [{ provider: 'SAP', connectionMethod: 'api', settings: { product: 'x' } }, 'settings.product', /"x".*known are s4hana, successfactors/],
  [{ provider: 'SAP', connectionMethod: 'sftp', settings: { product: 'x' } }, 'settings.product', /leave it out/],
  [{ provider: 'SAP', connectionMethod: 'doi', settings: { product: 'x' } }, 'provider', /No connector for provider SAP by method doi/],
] as const)('of %j it says at %s why there is none', (connection, path, words) => {
  expect(whyNoConnector(registry, connection)).toEqual({ path, message: expect.stringMatching(words) })
})

test.each<[string, readonly Connector[], RegExp]>([
  ['one provider, method and product', [cloud, declare('other', { product: 's4hana' })], /cloud, other all claim SAP by api/],
  ['one provider and method without products', [declare('a'), declare('b')], /a, b all claim SAP by api/],
  ['one provider and method, one without a product', [cloud, declare('b')], /cloud, b all claim/],
  ['all providers of one method', [files, declare('more', { method: 'sftp' })], /files, more all claim SAP by sftp/],
  ['one id', [cloud, declare('cloud', { method: 'doi' })], /Two connectors have the id "cloud"/],
])('two connectors that claim %s are refused at the start', (_, connectors, words) => {
  expect(() => createRegistry(connectors)).toThrow(words)
})

test('what is called like a secret must be one', () => {
  const text = z.string()
  const shape = { tokenUrl: text, tokenId: text, privateKey: text, apiToken: secret(text).optional(), consumerKey: text, PASSWORD: text }
  const credentials = z.object(shape)
  expect(() => createRegistry([declare('a', { credentials })])).toThrow(/mark privateKey, consumerKey, PASSWORD with secret\(\)/)
  const marked = z.object({ ...shape, privateKey: secret(text), PASSWORD: secret(text) })
  expect(() => createRegistry([declare('a', { credentials: marked, publicCredentials: ['consumerKey'] })])).not.toThrow()
})

test('a misspelt provider does not compile', () => {
  // @ts-expect-error: it is called NetSuite
  expect(declare('a', { providers: ['Netsuite'] }).providers).toEqual(['Netsuite'])
})
