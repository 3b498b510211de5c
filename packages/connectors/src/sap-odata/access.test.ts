import { expect, test } from 'vitest'
import { authenticationOf } from './authentication.ts'
import { resourceOf, type SapDataType } from './resources.ts'
import { SapSettings } from './settings.ts'

const apiUrl = 'https://sap.example'
const basic = { username: 'U', password: 'P' }
const oauth = { clientId: 'I', clientSecret: 'S', tokenUrl: 'https://sap.example/token' }

test.each([
  [basic, ['basic']],
  [{ ...basic, ...oauth }, ['oauth2']],
  [{ ...basic, ...oauth, oauthToken: 'T' }, ['bearer']],
  [{ apiKey: 'K' }, ['api-key']],
  [{ ...basic, apiKey: 'K' }, ['basic', 'api-key']],
])('%j signs in by %j', (credentials, kinds) => {
  expect(authenticationOf({ apiUrl, ...credentials }).map(({ kind }) => kind)).toEqual(kinds)
})

test.each([{}, { username: 'U' }, { clientId: 'I', clientSecret: 'S' }])('%j is not enough', (credentials) => {
  expect(() => authenticationOf({ apiUrl, ...credentials })).toThrow(expect.objectContaining({ code: 'setup.settings-invalid' }))
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
