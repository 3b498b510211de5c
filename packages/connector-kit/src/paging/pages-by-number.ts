import { AppError, type SourceRecord } from '@linkspan/core/connector'
import { z } from 'zod'
import { valueAt } from '../fields/dot-path.ts'
import { fromCursor, toCursor } from './cursor.ts'
import { fingerprint } from './fingerprint.ts'
import { nothingSeen, Seen, withPage } from './loop-guard.ts'
import type { OffsetOptions, PageNumberOptions } from './options.ts'
import { type Answer, limited, type Pager, type Paging } from './pager.ts'
import { findOverlap, overlappingPage } from './window.ts'

const Position = z.object({
  style: z.literal('number'),
  /** How many rows lie before the next page, as far as is known. */
  given: z.int().min(0),
  /** The most rows that came in one page. */
  size: z.int().min(1),
  /** How many pages came. */
  pages: z.int().min(1),
  /** The last rows that were given, the very last at the end. */
  trail: z.array(z.string()),
  /** Pages follow each other without an overlap: the ERP does not let us choose their size. */
  aligned: z.boolean(),
  seen: Seen,
})
type Position = z.infer<typeof Position>

export type Numbered = PageNumberOptions | OffsetOptions

/** How many of the latest rows a cursor remembers. If fewer than these vanish at the end of a page, the next page is still found. */
const maxOverlapIds = 32

export const markOf = ({ id, raw }: SourceRecord): string => fingerprint(id === '' ? JSON.stringify(raw) : id)

interface Request {
  /** The row that the answer should begin with. */
  readonly start: number
  /** How many rows it should have if more follow. */
  readonly expected: number
  readonly values: Parameters<Paging['ask']>[0]
}

/**
 * Pages by offset or by number, over a list whose rows may move meanwhile (docs/erp/home-made-rest.md#rows-that-move). Each request begins
 * one row early and must find the last row that was given at its head; if not, it steps back until it finds it. What was given is dropped,
 * so that rows which moved are neither lost nor given twice. By number this needs a page size of our choice: pages of slightly different
 * size overlap. If the ERP lets us choose none, pages are read one after the other, and only the ERP's total can tell that rows moved.
 */
export const pagesByNumber = (style: Numbered): Pager =>
  async function* (paging, after) {
    let position = after === null ? null : fromCursor(Position, after)
    for (;;) {
      const step = position ? await nextPage(style, paging, position) : await firstPage(style, paging)
      position = step.next
      yield { records: step.records, answer: step.answer, next: position === null ? null : toCursor(position) }
      if (position === null) return
    }
  }

interface Step {
  readonly records: readonly SourceRecord[]
  readonly answer: Answer
  readonly next: Position | null
}

/** What is asked for, beginning `back` rows before the end of what was given, or right there if pages cannot overlap. */
function request(style: Numbered, { pageSize }: Paging, { given, size, pages, aligned }: Position, back: number): Request {
  const from = Math.max(0, given - (aligned ? 0 : back))
  if (style.style === 'offset') {
    const parameters = { [style.parameter]: String(from), ...limited(style.limitParameter, pageSize) }
    return { start: from, expected: size, values: { offset: from, limit: pageSize, parameters } }
  }
  const numbered = (page: number, limit: number) => ({
    page: page + style.firstPage,
    limit,
    parameters: { [style.parameter]: String(page + style.firstPage), ...limited(style.limitParameter, limit) },
  })
  if (aligned) return { start: given, expected: size, values: numbered(pages, pageSize) }
  const found = overlappingPage(from, back === 1 ? given : 0, size)
  const { page, limit } = found ?? { page: given / size, limit: size }
  return { start: page * limit, expected: limit, values: numbered(page, limit) }
}

async function firstPage(style: Numbered, paging: Paging): Promise<Step> {
  const first = style.style === 'page' ? style.firstPage : 0
  const { pageSize } = paging
  const answer = await paging.ask({
    limit: pageSize,
    ...(style.style === 'page' ? { page: first } : { offset: 0 }),
    parameters: { [style.parameter]: String(first), ...limited(style.limitParameter, pageSize) },
  })
  const { records } = answer
  if (records.length === 0 || saysLast(style, answer)) return { records, answer, next: null }
  const aligned = style.style === 'offset' ? style.aligned === true : style.limitParameter === undefined || records.length < 3
  return { records, answer, next: firstPosition(records, aligned, paging.place) }
}

/** The position behind the first page. */
export const firstPosition = (records: readonly SourceRecord[], aligned: boolean, place: string): Position => ({
  style: 'number',
  given: records.length,
  size: records.length,
  pages: 1,
  trail: overlapIdsOf([], records),
  aligned,
  seen: withPage(nothingSeen, records, null, place),
})

async function nextPage(style: Numbered, paging: Paging, before: Position): Promise<Step> {
  const inLine: Position = { ...before, aligned: true }
  let former: string | undefined
  for (let back = 1; ; back = Math.min(back * 2, back + Math.max(1, before.size >> 1))) {
    const asked = request(style, paging, before, back)
    const answer = await paging.ask(asked.values).catch((thrown: unknown) => {
      if (isFirstOverlap(style, before) && thrown instanceof AppError && thrown.code === 'setup.request-refused') return null
      throw thrown
    })
    if (answer === null) return nextPage(style, paging, inLine)
    const { records } = answer
    const rows = records.map(markOf)
    const whole = { answer, fresh: records, end: before.given + records.length, expected: before.size }
    if (before.aligned || asked.start === before.given) return toStep(style, before, paging, whole)

    const page = JSON.stringify(rows)
    if (isFirstOverlap(style, before) && (records.length > asked.expected || page === former)) return toStep(style, inLine, paging, whole)
    former = page

    const from = findOverlap(rows, before.trail) ?? (asked.start === 0 ? 0 : null)
    if (from === null) continue
    return toStep(style, before, paging, {
      answer,
      fresh: records.slice(from),
      end: asked.start + records.length,
      expected: asked.expected,
    })
  }
}

/** The first time that a page size of our own making is tried: an ERP that has its own sizes shows it here. */
const isFirstOverlap = ({ style }: Numbered, { pages, aligned }: Position): boolean => style === 'page' && pages === 1 && !aligned

/** What the ERP says about further pages; undefined if it says nothing. */
const moreOf = (style: Numbered, { body }: Answer): boolean | undefined => {
  const more = style.style === 'offset' && style.morePath !== undefined ? valueAt(body, style.morePath) : undefined
  return typeof more === 'boolean' ? more : undefined
}
const saysLast = (style: Numbered, answer: Answer): boolean => moreOf(style, answer) === false

interface Received {
  readonly answer: Answer
  readonly fresh: readonly SourceRecord[]
  /** How many rows lie before the end of this page. */
  readonly end: number
  /** A page with fewer rows is the last one. */
  readonly expected: number
}

function toStep(style: Numbered, before: Position, { place }: Paging, { answer, fresh, end, expected }: Received): Step {
  const seen = withPage(before.seen, answer.records, null, place)
  const isLast = moreOf(style, answer) === undefined ? answer.records.length < expected : saysLast(style, answer)
  if (isLast || answer.records.length === 0) return { records: fresh, answer, next: null }
  const size = Math.max(before.size, answer.records.length)
  return {
    records: fresh,
    answer,
    next: { ...before, given: end, size, pages: before.pages + 1, trail: overlapIdsOf(before.trail, fresh), seen },
  }
}

const overlapIdsOf = (overlapIds: readonly string[], records: readonly SourceRecord[]): string[] =>
  [...overlapIds, ...records.map(markOf)].slice(-maxOverlapIds)
