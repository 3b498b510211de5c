import { AppError, type SourceRecord } from '@linkspan/core/connector'
import { z } from 'zod'
import { fingerprint } from './fingerprint.ts'

const remembered = 24
const maxEmptyPages = 100

/** What a scan remembers in its position of the pages before, to notice that it goes in circles. */
export const Seen = z.object({ marks: z.array(z.string()).readonly(), empty: z.int() })
export type Seen = z.infer<typeof Seen>
export const nothingSeen: Seen = { marks: [], empty: 0 }

/**
 * Adds a page and the position of the next one to what was seen. Throws `remote.cursor-repeated` if the same page has come for another
 * position, or the same position was asked for before (docs/erp/home-made-rest.md#repeating-pages), or nothing but empty pages come.
 */
export function withPage(seen: Seen, records: readonly SourceRecord[], next: string | null, place: string): Seen {
  const marks = [
    ...(records.length > 0 ? [`p${fingerprint(records.map(({ id, raw }) => (id === '' ? JSON.stringify(raw) : id)).join('\n'))}`] : []),
    ...(next === null ? [] : [`n${fingerprint(next)}`]),
  ]
  if (marks.some((mark) => mark.startsWith('p') && seen.marks.includes(mark))) {
    throw new AppError('remote.cursor-repeated', `${place}: the same page came again, although another one was requested`)
  }
  if (marks.some((mark) => mark.startsWith('n') && seen.marks.includes(mark))) {
    throw new AppError('remote.cursor-repeated', `${place}: the answer leads back to a page that was read before`)
  }
  const empty = records.length > 0 || next === null ? 0 : seen.empty + 1
  if (empty > maxEmptyPages)
    throw new AppError('remote.cursor-repeated', `${place}: ${empty} empty pages came in a row, each with a next one`)
  return { marks: [...seen.marks, ...marks].slice(-remembered), empty }
}
