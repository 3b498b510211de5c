import { expect, test } from 'vitest'
import { sapOData } from './connector.ts'
import { openSap } from './testing/open-sap.ts'

const dataset = { products: 4, inventoryPerProduct: 12, orders: 20 }

const valuesOf = async (opened: Awaited<ReturnType<typeof openSap>>, field: string) =>
  (await opened.session.choices?.(field))?.map(({ value }) => value)

test.each(['v2', 'v4'] as const)(
  'the codes of sales areas, order types and plants that are in use are listed (%s)',
  async (odataVersion) => {
    await using opened = await openSap({ dataset, settings: { odataVersion } })
    const [first, second] = [...opened.sap.dataset.orders]
    opened.sap.dataset.orders.touch(first!.id, { headerFields: { SalesOrganization: '2000', SalesOrderType: 'TA' } })
    opened.sap.dataset.orders.touch(second!.id, { headerFields: { SalesOrganization: "O'B" } })
    expect(await valuesOf(opened, 'salesOrder.organization')).toEqual(['1710', '2000', "O'B"])
    expect(await valuesOf(opened, 'salesOrder.distributionChannel')).toEqual(['10'])
    expect(await valuesOf(opened, 'salesOrder.division')).toEqual(['00'])
    expect(await valuesOf(opened, 'salesOrder.type')).toEqual(['OR', 'TA'])
    const plants = [...new Set([...opened.sap.dataset.inventory].map(({ locationId }) => locationId))].sort()
    expect(await valuesOf(opened, 'plants')).toEqual(plants)
    expect(plants.length).toBeGreaterThan(1)
  },
)

test('each listed setting has values, and an SAP without orders has none to offer', async () => {
  await using opened = await openSap()
  for (const field of Object.keys(sapOData.choices ?? {})) expect(await valuesOf(opened, field), field).not.toEqual([])
  await using empty = await openSap({ dataset: { products: 1, orders: 0 } })
  expect(await valuesOf(empty, 'salesOrder.organization')).toEqual([])
})

test('a refusal is told, and no list is invented', async () => {
  await using opened = await openSap()
  opened.sap.faults.add({ kind: 'forbidden', times: 1 })
  await expect(opened.session.choices?.('plants')).rejects.toMatchObject({ code: 'setup.permission-missing' })
})

test('stock is read of the plants that the settings name', async () => {
  await using all = await openSap({ dataset })
  const [plant] = (await valuesOf(all, 'plants')) ?? []
  await using opened = await openSap({ dataset, settings: { plants: [String(plant)] }, context: { pageSize: 7 } })
  const { records } = await opened.read('inventory')
  const wanted = (await all.read('inventory')).records.filter(({ id }) => id.split('|')[1] === plant)
  expect(records.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id))
  expect(wanted.length).toBeGreaterThan(3)
})
