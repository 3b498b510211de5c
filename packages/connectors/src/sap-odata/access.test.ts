import type { ApiCredentials } from '@linkspan/connector-kit/authorizers/credentials'
import { unlimited } from '@linkspan/connector-kit/testing/open-context'
import { silentLogger, systemClock } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import { sapAuthorizers } from './authentication.ts'
import { resourceOf, type SapDataType } from './resources.ts'
import { SapSettings } from './settings.ts'

const apiUrl = 'https://sap.example'
const basic = { username: 'U', password: 'P' }
const oauth = { clientId: 'I', clientSecret: 'S', tokenUrl: 'https://sap.example/token' }

/** The context of a session that calls nobody. */
const contextFor = (credentials: Omit<ApiCredentials, 'apiUrl'>) => ({
  credentials: { apiUrl, ...credentials },
  timeoutMs: 1000,
  outbound: { allowPrivate: false },
  clock: systemClock,
  logger: silentLogger,
  acquireCall: unlimited,
  onCall: () => {},
  onSecret: () => {},
  signal: new AbortController().signal,
})

test.each([
  [basic, { authorization: 'Basic VTpQ' }],
  [{ ...basic, ...oauth, oauthToken: 'T' }, { authorization: 'Bearer T' }],
  [{ apiKey: 'K' }, { apikey: 'K' }],
  [
    { ...basic, apiKey: 'K' },
    { authorization: 'Basic VTpQ', apikey: 'K' },
  ],
])('%j signs in by %j', async (credentials, expected) => {
  const headers = {}
  for (const authorizer of sapAuthorizers(contextFor(credentials)))
    await authorizer.authorize({ method: 'GET', url: new URL(apiUrl), headers, body: null })
  expect(headers).toEqual(expected)
})

test('OAuth2 comes before user and password: it asks for a token first', async () => {
  const [authorizer] = sapAuthorizers(contextFor({ ...basic, ...oauth, tokenUrl: 'http://127.0.0.1/token' }))
  const request = { method: 'GET', url: new URL(apiUrl), headers: {}, body: null }
  await expect(authorizer?.authorize(request)).rejects.toMatchObject({ code: 'setup.address-forbidden' })
})

test.each([{}, { username: 'U' }, { clientId: 'I', clientSecret: 'S' }])('%j is not enough', (credentials) => {
  expect(() => sapAuthorizers(contextFor(credentials))).toThrow(expect.objectContaining({ code: 'setup.settings-invalid' }))
})

const stockPath = '/sap/opu/odata/sap/API_MATERIAL_STOCK_SRV/A_MatlStkInAcctMod'
test.each<[string, SapDataType, Record<string, unknown>, string, string]>([
  ['', 'products', {}, 'v2', '/sap/opu/odata/sap/API_PRODUCT_SRV/A_Product'],
  ['/sap/opu/odata/sap/', 'orders', {}, 'v2', '/sap/opu/odata/sap/API_SALES_ORDER_SRV/A_SalesOrder'],
  ['/gw/sap/opu/odata/sap', 'inventory', {}, 'v2', `/gw${stockPath}`],
  ['', 'orders', { odataVersion: 'v4' }, 'v4', '/sap/opu/odata4/sap/api_salesorder/srvd_a2x/sap/salesorder/0001/SalesOrder'],
  ['/sap/opu/odata4/sap', 'inventory', { odataVersion: 'v4' }, 'v2', stockPath],
  ['/erp', 'products', {}, 'v2', '/erp/API_PRODUCT_SRV/A_Product'],
  ['/erp', 'products', { resources: { products: { path: '/x/Y;v=2/Z' } } }, 'v2', '/x/Y;v=2/Z'],
  ['/erp', 'products', { resources: { products: { path: 'Y/Z' } } }, 'v2', '/erp/Y/Z'],
])('below "%s" %s of %j is %s at %s', (path, dataType, settings, version, expected) => {
  const resource = resourceOf(dataType, SapSettings.parse(settings), `${apiUrl}${path}?sap-client=100`)
  expect([resource.version, resource.url.href]).toEqual([version, `${apiUrl}${expected}`])
  expect(resource.root.href).toBe(`${apiUrl}${expected.slice(0, expected.lastIndexOf('/') + 1)}`)
})
