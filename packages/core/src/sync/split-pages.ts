import { z } from 'zod'
import { asCursor, type Cursor, maxRecordsAtOnce, type Page } from '../records/record.ts'
import type { Reject } from '../records/reject.ts'

const prefix = 'part:'

/** A position within a page of the ERP: the page's cursor, how many of its records are stored, and the id of the last of them. */
const Part = z.object({ after: z.string().nullable(), stored: z.int(), lastId: z.string() })
type Part = z.infer<typeof Part>

const toCursor = (part: Part): Cursor => asCursor(`${prefix}${JSON.stringify(part)}`)
const readPart = (cursor: Cursor | null): Part | null =>
  cursor?.startsWith(prefix) ? Part.parse(JSON.parse(cursor.slice(prefix.length))) : null

/**
 * Splits pages that are too large for one step into parts, each with a cursor of its own. To resume within a page, the page is requested
 * again and the stored records are skipped; if the page has changed since, it is read from its start, so that nothing is lost.
 */
export async function* splitPages(after: Cursor | null, pages: (after: Cursor | null) => AsyncIterable<Page>): AsyncGenerator<Page> {
  const resumed = readPart(after)
  let asked = resumed ? (resumed.after as Cursor | null) : after
  let isFirst = true
  for await (const page of pages(asked)) {
    const isSame = isFirst && resumed !== null && page.records[resumed.stored - 1]?.id === resumed.lastId
    const rejected: Reject[] = []
    const { warnings, ...unsaid } = page
    const part = { ...unsaid, digest: undefined } // it covers the whole page
    let from = isSame ? resumed.stored : 0
    for (; page.records.length - from > maxRecordsAtOnce; from += maxRecordsAtOnce) {
      const to = from + maxRecordsAtOnce
      const next = toCursor({ after: asked, stored: to, lastId: page.records[to - 1]?.id ?? '' })
      yield { ...part, records: page.records.slice(from, to), next, onCommitted: async (rejects) => void rejected.push(...rejects) }
    }
    const onCommitted =
      page.onCommitted && ((rejects: readonly Reject[]) => page.onCommitted?.([...rejected, ...rejects]) ?? Promise.resolve())
    yield from === 0
      ? page
      : { ...part, records: page.records.slice(from), ...(warnings && { warnings }), ...(onCommitted && { onCommitted }) }
    asked = page.next
    isFirst = false
  }
}
