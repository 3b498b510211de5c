import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTwoWayOrders, type TwoWayOrders } from './orders-fixture.ts'

let orders: TwoWayOrders
beforeAll(async () => {
  orders = await startTwoWayOrders()
})
afterAll(() => orders[Symbol.asyncDispose]())

test('what the ERP has changed is not overwritten if the system writes the record while a push looks it up', async () => {
  await using side = await orders.connect()
  await side.write(side.order({ customerReference: 'Agreed' }))
  await side.sync()
  const { erp } = side
  erp.change('orders', side.inErp()?.id ?? '', { customerReference: 'Theirs' })
  await side.write({ id: 'PO-1', customerReference: 'Ours' })
  erp.hold()
  const pushing = side.sync('push')
  await erp.whenRequested(erp.requestCount + 1)
  await side.write({ id: 'PO-1', shipTo: { name: 'Bob' } })
  erp.release()
  expect(await pushing).toMatchObject({ status: 'success', recordsPushed: 0, recordsConflicted: 1 })
  expect(side.inErp()).toMatchObject({ customerReference: 'Theirs' })
  expect(await side.read()).toMatchObject({ syncStatus: 'conflict', data: { customerReference: 'Ours', shipTo: { name: 'Bob' } } })
})
