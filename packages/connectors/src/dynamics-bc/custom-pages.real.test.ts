import { openFor, readPages } from '@linkspan/connector-kit/testing/open-context'
import { canonical } from '@linkspan/connector-kit/testing/opened'
import { json, startServer } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { dynamicsBc } from './connector.ts'

const id = 'c0000000-0000-4000-8000-000000000001'

test.each([
  ['contoso/stock/v1.0/itemStocks', `/BC/api/contoso/stock/v1.0/companies(${id})/itemStocks`],
  ['itemStocks', `/BC/api/v2.0/companies(${id})/itemStocks`],
  ['/BC/ODataV4/ItemStocks', '/BC/ODataV4/ItemStocks'],
])('the stock of each location is read from %s, and every call names the tenant of the server', async (inventoryPath, path) => {
  const value = ['BLUE', 'RED'].map((locationCode, at) => ({ itemNo: "O'1", locationCode, quantity: at - 0.5, unitOfMeasureCode: 'PCS' }))
  await using server = await startServer({
    routes: [
      { path: '/BC/api/v2.0/companies', answer: () => json({ value: [{ id, name: 'CRONUS' }] }) },
      { path, answer: () => json({ value }) },
    ],
  })
  const credentials = { apiUrl: `${server.url}/BC?tenant=one`, username: 'u', password: 'p' }
  await using session = await openFor(dynamicsBc, { credentials, settings: { inventoryPath } })
  const records = (await readPages(session, 'inventory')).flatMap((page) => page.records)
  expect(records.map((record) => record.id)).toEqual(["O'1|BLUE", "O'1|RED"])
  expect(records.map((record) => canonical('inventory', record))).toMatchObject([
    { sku: "O'1", locationId: 'BLUE', quantityOnHand: '-0.5', uom: 'PCS' },
    { sku: "O'1", locationId: 'RED', quantityOnHand: '0.5', uom: 'PCS' },
  ])
  expect(server.requests.map(({ query }) => query.tenant)).toEqual(server.requests.map(() => 'one'))
})
