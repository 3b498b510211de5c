import type { Claim, ERPConflict, OutboxChange, OutboxEntry } from '@linkspan/core'
import { pagesOf } from '@linkspan/core/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, startHarness } from '../testing/harness.ts'
import { expectFeedTold } from '../testing/told-feed.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness((request) => pagesOf([], request, 10), {}, { orders: { pull: 'incremental', push: true } })
})
afterAll(() => harness[Symbol.asyncDispose]())

const newEntry: OutboxEntry = {
  status: 'pending',
  source: 'system',
  erpId: null,
  erpVersion: null,
  reference: 'PO',
  revision: 1,
  changedAt: '2026-01-01T00:00:00.000Z',
  base: null,
  sent: null,
  isEchoAwaited: false,
  pushed: null,
  revertedHashes: [],
  error: null,
  conflictId: null,
  conflictReason: null,
  written: null,
  normalised: {},
}

const statuses = ['pending', 'in_flight', 'uncertain', 'synced', 'error'] as const
const orderStatuses = ['pending', 'shipped'] as const
const step = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  status: fc.constantFrom(...statuses),
  pushed: fc.boolean(),
  /** The status of the order in its new content; null leaves the content as it is. */
  shows: fc.constantFrom(null, null, ...orderStatuses),
  conflict: fc.constantFrom('none', 'none', 'opens', 'closes'),
  forgets: fc.constantFrom(false, false, false, false, true),
  by: fc.constantFrom('run', 'run', 'system', 'zombie', 'stale'),
  /** How often the script is called with the same arguments. */
  times: fc.constantFrom(1, 1, 2, 3),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

/** What should have been told, worked out in the plainest way. */
function createModel(connectionId: string) {
  const records = new Map<string, { version: number; entry: OutboxEntry; shows: string | null }>()
  const conflicts = new Map<string, string>()
  const told: object[] = []
  const tell = (type: string, data: object) => told.push({ type, data: { connectionId, ...data } })
  const ofOrder = (recordId: string, { erpId, error }: OutboxEntry) => ({
    dataType: 'orders',
    recordId,
    ...(erpId !== null && { erpId }),
    reference: 'PO',
    ...(error && { message: error.message }),
  })
  return {
    told,
    at: (id: string) => records.get(id),
    conflictOf: (id: string) => conflicts.get(id),
    apply({ id, pushed, shows }: Step, change: OutboxChange, conflictId: string | undefined) {
      const before = records.get(id)
      const isOpen = conflicts.has(id)
      if (change.conflict && 'opens' in change.conflict && !isOpen) {
        conflicts.set(id, conflictId ?? '')
        tell('conflict.opened', { dataType: 'orders', recordId: id, conflictId, open: conflicts.size })
      }
      if (change.conflict && 'closes' in change.conflict && isOpen) {
        conflicts.delete(id)
        tell('conflict.resolved', { dataType: 'orders', recordId: id, conflictId, open: conflicts.size })
      }
      if (change.forgets) {
        records.delete(id)
        return
      }
      const { entry } = change
      if (pushed) tell('order.pushed', ofOrder(id, entry))
      if (entry.status === 'error' && before?.entry.status !== 'error') tell('order.refused', ofOrder(id, entry))
      if (entry.status === 'uncertain' && before?.entry.status !== 'uncertain') tell('order.uncertain', ofOrder(id, entry))
      if (before && shows !== null && before.shows !== null && shows !== before.shows)
        tell('order.status_changed', { recordId: id, from: before.shows, to: shows })
      records.set(id, { version: (before?.version ?? 0) + 1, entry, shows: shows ?? before?.shows ?? null })
    },
  }
}

test('whatever changes of orders are stored, repeated or refused, each fact is told once and in order', async () => {
  const { runs, outbox, events } = harness.store
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 15 }), async (steps) => {
      const connectionId = await harness.connect({ enabledDataTypes: ['orders'] })
      const stream = { connectionId, dataType: 'orders' as const }
      const model = createModel(connectionId)
      const runId = await harness.start(connectionId, { dataType: 'orders' })
      const claimed = async (): Promise<Claim> => {
        const outcome = await runs.claim(runId, 'worker')
        return outcome.kind === 'claimed' ? outcome.claim : expect.unreachable(outcome.kind)
      }
      const zombie = await claimed()
      const claim = await claimed()

      for (const [number, one] of steps.entries()) {
        const { id, status, pushed, by, times } = one
        const before = model.at(id)
        const shows = one.shows ?? (before ? null : 'pending') // a new record has a content
        const version = before?.version ?? 0
        const isForgotten = one.forgets && before !== undefined
        const conflictId = model.conflictOf(id) ?? `conflict_${number}`
        const conflict =
          one.conflict === 'closes'
            ? { closes: conflictId }
            : one.conflict === 'opens' && !isForgotten
              ? { opens: { id: conflictId } as ERPConflict }
              : undefined
        const entry = {
          ...newEntry,
          status,
          revision: number + 1,
          erpId: pushed ? `ERP-${id}` : (before?.entry.erpId ?? null),
          error: status === 'error' ? { code: 'record.refused', message: `no ${number}` } : null,
        }
        const json = JSON.stringify({ orderNumber: id, number, status: shows, currency: 'EUR', lines: [{ status: 'shipped' }] })
        const content = shows === null ? null : { json, hash: `hash-${number}`.padEnd(22, '.') }
        const change: OutboxChange = isForgotten
          ? { id, version, erpId: entry.erpId, forgets: true, conflict: conflict as { closes: string } | undefined }
          : { id, version, entry, content, conflict, ...(pushed && { pushed }) }

        if (by === 'zombie') {
          await expect(outbox.changeByRun({ ...zombie, ...stream }, [change], {})).rejects.toMatchObject({ code: 'run.superseded' })
        } else if (by === 'stale') {
          expect(await outbox.change(stream, [{ ...change, version: version + 7 }])).toEqual([id])
        } else {
          model.apply({ ...one, shows, pushed: pushed && !isForgotten }, change, conflictId)
          const calls = isForgotten && version === 0 ? 1 : times
          for (let call = 0; call < calls; call += 1)
            expect(
              await (by === 'run'
                ? outbox.changeByRun({ ...claim, ...stream }, [change], { counts: { pushed: 1 } })
                : outbox.change(stream, [change])),
            ).toEqual([])
        }
      }

      const all = await events.read(connectionId, null, 1000)
      const told = all.filter(({ type }) => type !== 'records.changed').map(({ type, data: { syncLogId: _, ...data } }) => ({ type, data }))
      expect(told).toEqual(model.told)
      await expectFeedTold(harness, connectionId, 'orders')
      const byRun = steps.filter(({ by }) => by === 'run').length
      expect((await runs.get(runId))?.counts.pushed).toBe(byRun)
      await runs.end(claim, { status: 'success', watermark: null, pages: 0 })
    }),
    { numRuns: 100 },
  )
})
