import type { Claim, KnownRow, PageWrite } from '@linkspan/core'
import { pagesOf } from '@linkspan/core/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, startHarness } from '../testing/harness.ts'
import { emptyPage } from '../testing/page-write.ts'
import { expectFeedTold } from '../testing/told-feed.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness((request) => pagesOf([], request, 10))
})
afterAll(() => harness[Symbol.asyncDispose]())

interface Row {
  readonly id: string
  readonly revision: number
}
const toKnown = ({ id, revision }: Row): KnownRow => ({ id, row: `row-${revision}`.padEnd(11, '.') })
const toChange = (row: Row) => ({ ...toKnown(row), hash: `hash-${row.revision}`.padEnd(22, '.'), json: JSON.stringify(row) })

/** What the store should contain, computed in the plainest way. */
function createModel() {
  const records = new Map<string, { revision: number; version: number; position: number }>()
  const kept = new Map<number, { readonly name: string; readonly rows: readonly Row[] }>()
  let position = 0
  const changed = { created: 0, updated: 0, deleted: 0 }
  let counts = { read: 0, created: 0, updated: 0, unchanged: 0 }
  let seen = new Set<string>()
  const isKnown = ({ id, revision }: Row) => records.get(id)?.revision === revision

  return {
    records,
    changed,
    kept,
    isKnown,
    begin() {
      counts = { read: 0, created: 0, updated: 0, unchanged: 0 }
      seen = new Set()
    },
    store(rows: readonly Row[]) {
      for (const row of rows) {
        const before = records.get(row.id)
        counts.read += 1
        if (isKnown(row)) counts.unchanged += 1
        else {
          counts[before ? 'updated' : 'created'] += 1
          changed[before ? 'updated' : 'created'] += 1
          position += 1
          records.set(row.id, { revision: row.revision, version: (before?.version ?? 0) + 1, position })
        }
        seen.add(row.id)
      }
      return { counts: { ...counts }, distinct: seen.size }
    },
    shown: () =>
      [...records]
        .sort(([, one], [, other]) => one.position - other.position)
        .map(([id, { revision, version, position }]) => ({ id, position, record: { version, data: { id, revision } } })),
  }
}

const row = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), revision: fc.nat(2) })
const different = fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 5 })
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('mapped' as const), rows: fc.array(row, { maxLength: 7 }) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('assumed known' as const), rows: different }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('named' as const), name: fc.constantFrom('one', 'two'), rows: different }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('assumed kept' as const), name: fc.constantFrom('one', 'two') }) },
  fc.record({ kind: fc.constant('once more' as const) }),
  fc.record({ kind: fc.constant('by a zombie' as const), rows: different }),
  fc.record({ kind: fc.constant('taken over' as const) }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('the next run' as const) }) },
)

test('whatever pages are stored, in any run, repeated or by any worker, records, feed, counts and events are those of a plain model', async () => {
  const { runs, records } = harness.store
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 20 }), async (steps) => {
      const model = createModel()
      const connectionId = await harness.connect()
      let page = 0
      let claim: Claim
      let zombie: Claim | null = null
      let last: { readonly write: PageWrite; readonly answer: unknown } | null = null
      const claimed = async (runId: string): Promise<Claim> => {
        const outcome = await runs.claim(runId, 'worker')
        return outcome.kind === 'claimed' ? outcome.claim : expect.unreachable(outcome.kind)
      }
      const begin = async () => {
        claim = await claimed(await harness.start(connectionId))
        model.begin()
        page = 0
        last = null
        zombie = null
      }
      const write = (more: Partial<PageWrite>): PageWrite => ({ ...emptyPage(page + 1), marks: true, ...more })
      const stores = async (rows: readonly Row[], more: Partial<PageWrite>) => {
        const wanted = write({ read: rows.length, ...more })
        const answer = await runs.applyPage(claim, wanted)
        const { counts, distinct } = model.store(rows)
        expect(answer).toMatchObject({ kind: 'stored', counts, checkpoint: { pages: page + 1, distinct } })
        page += 1
        last = { write: wanted, answer }
        return answer
      }

      await begin()
      for (const one of steps) {
        if (one.kind === 'mapped') await stores(one.rows, { records: one.rows.map(toChange) })
        else if (one.kind === 'assumed known') {
          const known = one.rows.map(toKnown)
          const unknown = one.rows.flatMap((row, at) => (model.isKnown(row) ? [] : [at]))
          if (unknown.length === 0) await stores(one.rows, { known })
          else expect(await runs.applyPage(claim!, write({ known, read: known.length }))).toEqual({ kind: 'unknown', at: unknown })
        } else if (one.kind === 'named') {
          const { name, rows } = one
          const isKept = model.kept.get(page + 1)?.name === name
          const answer = await stores(rows, { records: rows.map(toChange), named: { name, rows: rows.map(toKnown) } })
          expect(answer).toMatchObject({ isKept })
          if (!isKept) model.kept.set(page, { name, rows })
        } else if (one.kind === 'assumed kept') {
          const kept = model.kept.get(page + 1)
          const rows = kept?.name === one.name ? kept.rows : null
          const unknown = rows?.flatMap((row, at) => (model.isKnown(row) ? [] : [at])) ?? null
          const more = { named: { name: one.name, rows: null } }
          if (rows && unknown?.length === 0) await stores(rows, more)
          else expect(await runs.applyPage(claim!, write(more))).toEqual({ kind: 'unknown', at: unknown })
        } else if (one.kind === 'once more' && last) {
          const { write, answer } = last as { write: PageWrite; answer: object }
          expect({ ...(await runs.applyPage(claim!, write)), isKept: null }).toEqual({ ...answer, isKept: null })
        } else if (one.kind === 'taken over') {
          zombie = claim!
          claim = await claimed(zombie.runId)
        } else if (one.kind === 'by a zombie' && zombie) {
          const records = one.rows.map(toChange)
          await expect(runs.applyPage(zombie, write({ records }))).rejects.toMatchObject({ code: 'run.superseded' })
        } else if (one.kind === 'the next run') {
          await runs.end(claim!, { status: 'success', watermark: null, pages: 0 })
          await begin()
        }
      }
      const { changes } = await records.changes(connectionId, 'products', 0, 100)
      expect(changes).toMatchObject(model.shown())
      expect(changes).toHaveLength(model.records.size)
      expect(await expectFeedTold(harness, connectionId, 'products')).toEqual(model.changed)
      await runs.end(claim!, { status: 'success', watermark: null, pages: 0 })
    }),
    { numRuns: 150 },
  )
})
