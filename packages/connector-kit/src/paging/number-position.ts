import type { SourceRecord } from '@linkspan/core/connector'
import { z } from 'zod'
import { maxAtOnce } from '../http/ask-each.ts'
import { fingerprint } from './fingerprint.ts'
import { nothingSeen, Seen, withPage } from './loop-guard.ts'
import type { OffsetOptions, PageNumberOptions } from './options.ts'
import { limited, type Paging } from './pager.ts'
import { overlappingPage } from './window.ts'

export const Position = z.object({
  style: z.literal('number'),
  /** How many rows lie before the next page, as far as is known. */
  given: z.int().min(0),
  /** The most rows that came in one page; of aligned offsets the rows of the first page. */
  size: z.int().min(1),
  /** How many pages came. */
  pages: z.int().min(1),
  /** The last rows that were given, the very last at the end. */
  trail: z.array(z.string()),
  /** Pages follow each other without an overlap: the ERP does not let us choose where they begin. */
  aligned: z.boolean(),
  /** The last page had fewer rows than it could have. */
  short: z.boolean().default(false),
  seen: Seen,
})
export type Position = z.infer<typeof Position>

export type Numbered = PageNumberOptions | OffsetOptions

/** How many rows of the past a position remembers: so many may vanish at the end of a page and its successor is still found. */
const maxTrailLength = 32

export const markOf = ({ id, raw }: SourceRecord): string => fingerprint(id === '' ? JSON.stringify(raw) : id)
export const trailOf = (trail: readonly string[], records: readonly SourceRecord[]): string[] =>
  [...trail, ...records.map(markOf)].slice(-maxTrailLength)

/** The position behind the first page. */
export const firstPosition = (records: readonly SourceRecord[], aligned: boolean, place: string): Position => ({
  style: 'number',
  given: records.length,
  size: records.length,
  pages: 1,
  trail: trailOf([], records),
  aligned,
  short: false,
  seen: withPage(nothingSeen, records, null, place),
})

export interface NumberRequest {
  /** The row that the answer should begin with. */
  readonly start: number
  /** How many rows it should have if more follow. */
  readonly expected: number
  readonly values: Parameters<Paging['ask']>[0]
}

/** What is asked for, beginning `back` rows before the end of what was given, or right there if pages cannot overlap. */
export function requestAfter(style: Numbered, { pageSize }: Paging, position: Position, back: number): NumberRequest {
  const { given, size, pages, aligned } = position
  if (style.style === 'offset') {
    const from = aligned ? pages * size : Math.max(0, given - back)
    const limit = aligned ? size : pageSize
    const parameters = { [style.parameter]: String(from), ...limited(style.limitParameter, limit) }
    return { start: from, expected: size, values: { offset: from, limit, parameters } }
  }
  const numbered = (page: number, limit: number) => ({
    page: page + style.firstPage,
    limit,
    parameters: { [style.parameter]: String(page + style.firstPage), ...limited(style.limitParameter, limit) },
  })
  if (aligned) return { start: given, expected: size, values: numbered(pages, pageSize) }
  const from = Math.max(0, given - back)
  const { page, limit } = overlappingPage(from, back === 1 ? given : 0, size) ?? { page: given / size, limit: size }
  return { start: page * limit, expected: limit, values: numbered(page, limit) }
}

/** Nobody knows where the end is without a total: then so many pages must have come for each one that is foreseen. */
const pagesForOneForeseen = 4

/** The requests after a position if each page is as full as it can be: as many as the total promises, or as what came before justifies. */
export function upcoming(style: Numbered, paging: Paging, from: Position, total: number | undefined): NumberRequest['values'][] {
  if (from.pages < 2 || from.short) return []
  const count = total === undefined ? Math.floor(from.pages / pagesForOneForeseen) : maxAtOnce
  const requests: NumberRequest['values'][] = []
  let position = from
  while (requests.length < Math.min(count, maxAtOnce) && (total === undefined || position.given < total)) {
    const { start, expected, values } = requestAfter(style, paging, position, 1)
    requests.push(values)
    const given = position.aligned ? position.given + position.size : start + expected
    if (given <= position.given) break
    position = { ...position, given, pages: position.pages + 1 }
  }
  return requests
}
