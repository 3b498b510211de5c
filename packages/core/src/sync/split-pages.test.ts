import { expect, test } from 'vitest'
import { asCursor, type Cursor, maxRecordsAtOnce, type Page, type SourceRecord } from '../records/record.ts'
import { splitPages } from './split-pages.ts'

const rows = (count: number, from = 0): SourceRecord[] =>
  Array.from({ length: count }, (_, at) => ({ id: `r${from + at}`, fields: {}, raw: {}, changedAt: null }))

const collect = async (after: Cursor | null, pages: readonly Page[]) => {
  const asked: (Cursor | null)[] = []
  const parts: Page[] = []
  const source = (cursor: Cursor | null) => {
    asked.push(cursor)
    return (async function* () {
      yield* pages.slice(cursor === null ? 0 : Number(cursor))
    })()
  }
  for await (const part of splitPages(after, source)) parts.push(part)
  return { parts, asked }
}
const pages: Page[] = [
  { records: rows(maxRecordsAtOnce * 2 + 1), next: asCursor('1') },
  { records: rows(3, 20_000), next: null },
]

test('large pages are split, and small ones stay as they are', async () => {
  const { parts } = await collect(null, pages)
  expect(parts.map(({ records }) => records.length)).toEqual([maxRecordsAtOnce, maxRecordsAtOnce, 1, 3])
  expect(parts.at(-1)).toBe(pages[1])
  expect(parts[2]?.next).toBe('1')
})

test('a pull resumes after any part without losing or repeating a record', async () => {
  const { parts } = await collect(null, pages)
  const all = pages.flatMap(({ records }) => records.map(({ id }) => id))
  for (const [at, { next }] of parts.slice(0, -1).entries()) {
    const done = parts.slice(0, at + 1).flatMap(({ records }) => records.map(({ id }) => id))
    const rest = (await collect(next, pages)).parts.flatMap(({ records }) => records.map(({ id }) => id))
    expect([...done, ...rest]).toEqual(all)
  }
})

test('a page is committed after its last part, with the rejects of all parts', async () => {
  const told: string[][] = []
  const page: Page = { ...(pages[0] as Page), onCommitted: async (rejects) => void told.push(rejects.map(({ recordId }) => recordId)) }
  const { parts } = await collect(null, [page])
  for (const [at, part] of parts.entries()) {
    expect(told).toEqual([])
    await part.onCommitted?.([{ recordId: `bad ${at}`, page: at, errors: [] }])
  }
  expect(told).toEqual([['bad 0', 'bad 1', 'bad 2']])
})

test('a page that has changed in the meantime is read from its start', async () => {
  const { parts } = await collect(null, pages)
  const changed: Page[] = [{ records: rows(maxRecordsAtOnce + 7, 1), next: null }]
  const again = await collect(parts[0]?.next ?? null, changed)
  expect(again.asked).toEqual([null])
  expect(again.parts.flatMap(({ records }) => records)).toHaveLength(maxRecordsAtOnce + 7)
})
