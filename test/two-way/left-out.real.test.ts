import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTwoWayOrders, type TwoWayOrders } from './orders-fixture.ts'

let orders: TwoWayOrders
beforeAll(async () => {
  orders = await startTwoWayOrders()
})
afterAll(() => orders[Symbol.asyncDispose]())

test('an order that is posted again without what the ERP has added to its lines and its address is nothing new', async () => {
  await using side = await orders.connect()
  await side.write(side.order())
  await side.sync()
  await side.sync() // brings the total in the ERP's form, before anybody edits the order there
  const row = side.inErp()
  side.erp.change('orders', row?.id ?? '', {
    ...(row?.shipTo && { shipTo: { ...row.shipTo, line1: 'Way 1' } }),
    lines: row?.lines.map((line) => ({ ...line, description: 'Filled in by the ERP', quantityShipped: '1' })) ?? [],
  })
  await side.sync()
  const before = await side.read()
  expect(before.data).toMatchObject({ shipTo: { line1: 'Way 1' }, lines: [{ description: 'Filled in by the ERP' }, {}] })
  const position = await side.position()
  const { lines, ...order } = side.order()
  const again = {
    ...order,
    lines: lines.map(({ description: _, ...line }) => ({ ...line, lineNumber: Number(line.lineNumber) })).toReversed(),
  }
  expect(await side.write(again)).toMatchObject({ version: before.version, syncStatus: 'synced', data: before.data })
  expect(await side.position()).toBe(position)
  expect(await side.sync()).toMatchObject({ status: 'success', recordsPushed: 0, recordsConflicted: 0 })
  expect(side.patches()).toEqual([])
})

test('null removes a field of a line and a part of an address, and a line that is left out of the list is removed', async () => {
  await using side = await orders.connect()
  await side.write(side.order({ shipTo: { name: 'Ada', line2: 'Backyard', city: 'Bonn' } }))
  await side.sync()
  await side.write({ id: 'PO-1', shipTo: { line2: null }, lines: [{ lineNumber: '20', description: null, quantity: '3' }] })
  expect(await side.sync()).toMatchObject({ status: 'success', recordsPushed: 1 })
  const row = side.inErp()
  expect(row?.shipTo).toMatchObject({ name: 'Ada', city: 'Bonn' })
  expect(row?.lines).toMatchObject([{ lineNumber: '20', quantity: '3', unitPrice: '5.00' }])
  const { data } = await side.read()
  expect(data.shipTo).not.toHaveProperty('line2')
  expect(data.lines).toHaveLength(1)
})
