import type { SourceRecord } from '@linkspan/core'
import { aProduct, pagesOf } from '@linkspan/core/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caller, type Harness, startHarness } from '../testing/harness.ts'

let harness: Harness
/** The revision of each of the ERP's products, by number. */
const erp = new Map<number, number>()
beforeAll(async () => {
  const shown = (): SourceRecord[] => [...erp].map(([number, revision]) => aProduct(number, revision))
  harness = await startHarness((request) => pagesOf(shown(), request, 3))
  harness.startWorker()
})
afterAll(() => harness[Symbol.asyncDispose]())

/** Follows the change feed, may stop anywhere, and goes on later from where it stopped. */
function createConsumer(connectionId: string) {
  const copy = new Map<string, unknown>()
  let next = 0
  return {
    copy,
    async read(limit: number): Promise<number> {
      const page = await harness.core.records.changes(connectionId, 'products', next, limit)
      const positions = page.changes.map(({ position }) => position)
      expect(positions).toEqual([...new Set(positions)].sort((one, other) => one - other))
      expect(positions.every((position) => position > next)).toBe(true)
      for (const { id, deleted, record } of page.changes) {
        if (deleted) copy.delete(id)
        else copy.set(id, record?.data)
      }
      next = page.next
      return page.changes.length
    },
  }
}

const number = fc.integer({ min: 1, max: 9 })
const step = fc.oneof(
  fc.record({ kind: fc.constant('erp changes' as const), number, revision: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ kind: fc.constant('erp deletes' as const), number }),
  fc.record({ kind: fc.constant('system writes' as const), number, price: fc.constantFrom('1.00', '2.00') }),
  fc.record({ kind: fc.constant('sync' as const), mode: fc.constantFrom('full' as const, 'incremental' as const) }),
  fc.record({ kind: fc.constant('read' as const), limit: fc.integer({ min: 1, max: 4 }) }),
)

test('a consumer that stops anywhere and goes on has every record in its last state, in the order of the changes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      erp.clear()
      const connectionId = await harness.connect({ maxDeleteShare: 1 })
      const consumer = createConsumer(connectionId)
      const sync = async (mode: 'full' | 'incremental') => {
        const log = await harness.ended(await harness.start(connectionId, { mode }))
        expect(log.status).toBe('success')
        expect(log.recordsRead).toBe(log.recordsProcessed + log.recordsFiltered)
      }
      for (const one of steps) {
        if (one.kind === 'erp changes') erp.set(one.number, one.revision)
        else if (one.kind === 'erp deletes') erp.delete(one.number)
        else if (one.kind === 'sync') await sync(one.mode)
        else if (one.kind === 'read') await consumer.read(one.limit)
        else {
          const records = [{ id: `P${one.number}`, name: 'Ours', price: one.price }]
          await harness.core.records.write(caller, { connectionId, dataType: 'products', records })
        }
      }
      await sync('full')
      while ((await consumer.read(2)) > 0);
      const { items } = await harness.core.records.list(connectionId, 'products', { limit: 100 })
      expect(consumer.copy).toEqual(new Map(items.map(({ id, data }) => [id, data])))
      for (const id of erp.keys()) expect(consumer.copy.has(`P${id}`)).toBe(true)
    }),
    { numRuns: 40 },
  )
})

test('many records are read in the order of their ids, with null for each that does not exist', async () => {
  erp.clear()
  for (const number of [1, 2, 3]) erp.set(number, 0)
  const connectionId = await harness.connect()
  await harness.ended(await harness.start(connectionId))
  const ids = ['P3', 'nobody', 'P1', 'P3']
  const found = await harness.store.records.getMany(connectionId, 'products', ids)
  expect(found.map((record) => record?.id ?? null)).toEqual(['P3', null, 'P1', 'P3'])
  expect(found[0]).toEqual(await harness.store.records.get(connectionId, 'products', 'P3'))
  expect(await harness.store.records.getMany(connectionId, 'products', [])).toEqual([])
})
