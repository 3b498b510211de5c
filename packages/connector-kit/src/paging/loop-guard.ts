import { AppError, type SourceRecord } from '@linkspan/core/connector'
import { z } from 'zod'
import { fingerprint } from './fingerprint.ts'

const remembered = 24
const maxEmptyPages = 100

/** What a scan remembers in its position of the pages before, to notice that it goes in circles. */
export const Seen = z.object({
  /** The marks of the last pages. */
  marks: z.array(z.string()).readonly(),
  empty: z.int(),
  pages: z.int().default(0),
  /** How many rows came. */
  rows: z.int().default(0),
  /** The marks of the last page whose number is a power of two: some of them lies in any circle, however long it is (Brent). */
  anchor: z.array(z.string()).readonly().default([]),
})
export type Seen = z.infer<typeof Seen>
export const nothingSeen: Seen = { marks: [], empty: 0, pages: 0, rows: 0, anchor: [] }

const pageMark = (records: readonly SourceRecord[]): string =>
  `p${fingerprint(records.map(({ id, raw }) => (id === '' ? JSON.stringify(raw) : id)).join('\n'))}`

/** Whether the page that came last has come again. */
export const isLastPageAgain = ({ marks }: Seen, records: readonly SourceRecord[]): boolean =>
  marks.findLast((mark) => mark.startsWith('p')) === pageMark(records)

/**
 * Whether an answer comes after the end: the last page again, or no rows, though the ERP's total is met already. A total that is not more than
 * a page counts the page.
 */
export function isAfterTheEnd(
  seen: Seen,
  { records, total }: { readonly records: readonly SourceRecord[]; readonly total: number | undefined },
): boolean {
  const isMet = total !== undefined && total > records.length && seen.rows >= total
  return isMet && (records.length === 0 || isLastPageAgain(seen, records))
}

/**
 * Adds a page and the position of the next one to what was seen. Throws `remote.cursor-repeated` if the same page has come for another
 * position, or the same position was asked for before (docs/erp/home-made-rest.md#repeating-pages), or nothing but empty pages come.
 */
export function withPage(seen: Seen, records: readonly SourceRecord[], next: string | null, place: string): Seen {
  const marks = [...(records.length > 0 ? [pageMark(records)] : []), ...(next === null ? [] : [`n${fingerprint(next)}`])]
  const known = [...seen.marks, ...seen.anchor]
  if (marks.some((mark) => mark.startsWith('p') && known.includes(mark))) {
    throw new AppError('remote.cursor-repeated', `${place}: the same page came again, although another one was requested`)
  }
  if (marks.some((mark) => mark.startsWith('n') && known.includes(mark))) {
    throw new AppError('remote.cursor-repeated', `${place}: the answer leads back to a page that was read before`)
  }
  const empty = records.length > 0 || next === null ? 0 : seen.empty + 1
  if (empty > maxEmptyPages)
    throw new AppError('remote.cursor-repeated', `${place}: ${empty} empty pages came in a row, each with a next one`)
  const pages = seen.pages + 1
  const isPowerOfTwo = (pages & (pages - 1)) === 0
  const rows = seen.rows + records.length
  return { marks: [...seen.marks, ...marks].slice(-remembered), empty, pages, rows, anchor: isPowerOfTwo ? marks : seen.anchor }
}
