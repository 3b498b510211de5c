import { canonical } from '@linkspan/connector-kit/testing/opened'
import { expect, test } from 'vitest'
import { openFusion, queriesOf, rowsOf } from './testing/open-fusion.ts'

const balance = (at: number, item: string, quantity: number, more: Readonly<Record<string, unknown>> = {}) => ({
  key: String(at),
  fields: {
    OnhandId: at,
    OrganizationCode: 'M1',
    ItemNumber: item,
    SubinventoryCode: 'Stores',
    Locator: 'L1',
    LotNumber: null,
    PrimaryQuantity: quantity,
    PrimaryUOMCode: 'Ea',
    lots: [],
    ...more,
  },
})

async function openWithStock(settings: Readonly<Record<string, unknown>> = {}, maxChildren = 500) {
  const opened = await openFusion({ dataset: { products: 3, orders: 0 }, settings, maxChildren, context: { pageSize: 3 } })
  const { inventoryOnhandBalances: stock, inventoryReservations: reservations } = opened.erp.store
  for (const { key } of rowsOf(stock.all())) stock.remove(key)
  for (const { key } of rowsOf(reservations.all())) reservations.remove(key)
  const reserve = (at: number, item: string, quantity: number, subinventory: string | null = 'Stores') =>
    reservations.put({
      key: String(at),
      fields: {
        ReservationId: at,
        OrganizationCode: 'M1',
        ItemNumber: item,
        SubinventoryCode: subinventory,
        ReservationQuantity: quantity,
      },
    })
  return { ...opened, stock, reserve }
}

test('what is reserved is read with the stock, and the rest is available', async () => {
  await using opened = await openWithStock()
  opened.stock.put(balance(1, 'A', 10))
  opened.stock.put(balance(2, 'A', 5, { Locator: 'L2' }))
  opened.stock.put(balance(3, 'B', 3))
  opened.stock.put(balance(4, 'C', 8))
  opened.reserve(1, 'A', 4)
  opened.reserve(2, 'A', 0.5)
  opened.reserve(3, 'C', 1)
  opened.reserve(4, 'C', 2, null)
  const { records } = await opened.read('inventory')
  const shown = records.map((record) => {
    const { sku, quantityOnHand, quantityReserved, quantityAvailable } = canonical('inventory', record)
    return [sku, quantityOnHand, quantityReserved, quantityAvailable]
  })
  expect(shown).toEqual([
    ['A', '15', '4.5', '10.5'],
    ['B', '3', '0', '3'],
    ['C', '8', undefined, undefined], // a reservation names the item alone, so nobody knows where it lies
  ])
  expect(queriesOf(opened.erp, 'inventoryReservations')).toHaveLength(1)
})

test('a tenant that shows no reservations shows its stock all the same, and they need not be read', async () => {
  await using opened = await openWithStock()
  opened.stock.put(balance(1, 'A', 10))
  opened.erp.faults.add({ kind: 'forbidden', path: /inventoryReservations/ })
  const [record] = (await opened.read('inventory')).records
  expect(record?.fields).toMatchObject({ sku: 'A', quantityOnHand: '10' })
  expect(record?.fields).not.toHaveProperty('quantityReserved')
  await using without = await openWithStock({ readsReservations: false })
  without.stock.put(balance(1, 'A', 10))
  expect((await without.read('inventory')).records).toHaveLength(1)
  expect(queriesOf(without.erp, 'inventoryReservations')).toEqual([])
})

test('lots are parts of the stock if they are read, also where a page ends within and where Fusion sends a part of them', async () => {
  await using opened = await openWithStock({ readsLots: true }, 1)
  const lots = [
    { LotNumber: 'X', PrimaryQuantity: 6, PrimaryUOMCode: 'Ea' },
    { LotNumber: 'Y', PrimaryQuantity: 4, PrimaryUOMCode: 'Ea' },
  ]
  opened.stock.put(balance(1, 'A', 10, { lots }))
  for (const at of [2, 3, 4]) opened.stock.put(balance(at, 'A', 1, { Locator: 'L2', LotNumber: 'X' }))
  opened.stock.put(balance(5, 'B', 3))
  const { records } = await opened.read('inventory')
  expect(
    records.map((record) => canonical('inventory', record)).map(({ sku, quantityOnHand, parts }) => [sku, quantityOnHand, parts]),
  ).toEqual([
    [
      'A',
      '13',
      [
        { lot: 'X', bin: 'L1', quantityOnHand: '6' },
        { lot: 'Y', bin: 'L1', quantityOnHand: '4' },
        { lot: 'X', bin: 'L2', quantityOnHand: '3' },
      ],
    ],
    ['B', '3', undefined],
  ])
  expect(queriesOf(opened.erp, 'inventoryOnhandBalances')[0]).toMatchObject({ expand: 'lots' })
})
