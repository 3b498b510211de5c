import { expect, test } from 'vitest'
import { atTheBeginning, noCounts } from '../runs/run.ts'
import type { PageOutcome, PageWrite } from '../runs/run-store.ts'
import { products } from '../testing/scripted-connector.ts'
import { toFetched } from './page-write.ts'
import { createPageWriter, type PageWriterPorts } from './page-writer.ts'

const rows = products(4)
const fingerprints = { row: ({ id }: { readonly id: string }) => `row-${id}`, page: (digest: string) => `page-${digest}` }
const run = { id: 'log_1', dataType: 'products', counts: noCounts, checkpoint: atTheBeginning } as PageWriterPorts['run']

const stored = (counts: Partial<typeof noCounts>, isKept = false): PageOutcome => ({
  kind: 'stored',
  isKept,
  counts: { ...noCounts, ...counts },
  checkpoint: atTheBeginning,
  live: 0,
})

/** A writer for a store that answers its writes in this order. */
async function writerFor(outcomes: readonly PageOutcome[]) {
  const writes: PageWrite[] = []
  const left = [...outcomes]
  const runs = {
    async applyPage(_: unknown, write: PageWrite) {
      writes.push(write)
      const outcome = left.shift()
      if (!outcome) throw new Error('The page was written once too often')
      return outcome
    },
  }
  const shared = { stream: { connectionId: 'erp_1', dataType: 'products' }, outbox: { isUsed: async () => false } }
  const claim = { runId: run.id, epoch: 1 }
  const writer = await createPageWriter({ run, claim, runs, shared, mapping: null } as unknown as PageWriterPorts)
  return { writes, writer }
}

const page = (number: number) =>
  toFetched({ run, batch: { records: rows, next: null, digest: `${number}` }, number, since: null, source: {} }, fingerprints)
const rowsOf = ({ records, known, named }: PageWrite) => ({
  transformed: records.map(({ id }) => id),
  known: known.map(({ id }) => id),
  isWholePage: named !== null && named.rows === null,
})
const ids = rows.map(({ id }) => id)

test('what the store does not know is transformed, first the page for its rows, then the rows', async () => {
  const { writer, writes } = await writerFor([
    { kind: 'unknown', at: null },
    { kind: 'unknown', at: [1, 3] },
    stored({ read: 4, updated: 2 }),
  ])
  await writer.store(await writer.prepare(page(1)))
  expect(writes.map(rowsOf)).toEqual([
    { transformed: [], known: [], isWholePage: true },
    { transformed: [], known: ids, isWholePage: false },
    { transformed: ['P2', 'P4'], known: ['P1', 'P3'], isWholePage: false },
  ])
})

test('a row that becomes unknown between two writes ends all assumptions about the page', async () => {
  const { writer, writes } = await writerFor([
    { kind: 'unknown', at: [1] },
    { kind: 'unknown', at: [1] }, // the second of the three rows that were still assumed to be known
    stored({ read: 4, updated: 4 }),
  ])
  await writer.store(await writer.prepare(page(1)))
  expect(writes.map(rowsOf).slice(1)).toEqual([
    { transformed: ['P2'], known: ['P1', 'P3', 'P4'], isWholePage: false },
    { transformed: ids, known: [], isWholePage: false },
  ])
})

test('after a page that was mostly new, all rows of the next one are transformed at once', async () => {
  const { writer, writes } = await writerFor([
    { kind: 'unknown', at: [0, 1, 2] },
    stored({ read: 4, created: 3, unchanged: 1 }),
    stored({}),
  ])
  await writer.store(await writer.prepare(page(1)))
  await writer.store(await writer.prepare(page(2)))
  expect(writes.map(rowsOf).at(-1)).toEqual({ transformed: ids, known: [], isWholePage: false })
})
