import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTwoWayOrders, type TwoWayOrders } from './orders-fixture.ts'

let orders: TwoWayOrders
beforeAll(async () => {
  orders = await startTwoWayOrders()
})
afterAll(() => orders[Symbol.asyncDispose]())

type Row = Readonly<Record<string, unknown>>
const sentNames = (patches: readonly Row[]) => patches.map(({ kunde }) => (kunde as Row | undefined)?.name)

test.each(['push', 'bidirectional'] as const)('of a mapped field that the ERP drops each write is sent, by %s runs', async (direction) => {
  await using side = await orders.connect(
    {
      answer: 'id',
      shape: (row) => ({ ...row, kunde: { name: 'Own name' } }),
      unshape: ({ kunde: _, ...row }) => row,
    },
    { conflictResolution: 'erp_wins', fieldMapping: { customerName: 'kunde.name' } },
  )
  await side.write(side.order({ customerName: 'A' }))
  await side.sync(direction)
  for (const name of ['B', 'C', 'B', 'A']) {
    expect(await side.write({ id: 'PO-1', customerName: name })).toMatchObject({ syncStatus: 'pending' })
    expect(await side.sync(direction)).toMatchObject({ status: 'success', recordsPushed: 1 })
  }
  expect(sentNames(side.patches())).toEqual(['B', 'C', 'B', 'A'])
})
