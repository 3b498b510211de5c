import { AppError, type SourceRecord } from '@linkspan/core/connector'
import { valueAt } from '../fields/dot-path.ts'
import { fromCursor, toCursor } from './cursor.ts'
import { moreSignOf } from './header-signs.ts'
import { isLastPageAgain, withPage } from './loop-guard.ts'
import { firstPosition, markOf, type Numbered, Position, requestAfter, trailOf, upcoming } from './number-position.ts'
import { type Answer, limited, type Pager, type Paging } from './pager.ts'
import { maySayPastTheEnd } from './past-the-end.ts'
import { findOverlap } from './window.ts'

/**
 * Pages by offset or by number, over a list whose rows may move meanwhile (docs/erp/home-made-rest.md#rows-that-move). Each request begins one row early and must find the last
 * row that was given at its head; if not, it steps back until it finds it. What was given is dropped, so that rows which moved are
 * neither lost nor given twice. By number this needs a page size of our choice: pages of slightly different size overlap. If the
 * ERP lets us choose none, pages are read one after the other, and only the ERP's total can tell that rows moved.
 * The end is a page without a new row, a total that is met, or the ERP's own word. A short page is none: rows may be left out of it.
 */
export const pagesByNumber = (style: Numbered): Pager =>
  async function* (paging, after) {
    let position = after === null ? null : fromCursor(Position, after)
    for (;;) {
      const step = position ? await nextPage(style, paging, position) : await firstPage(style, paging)
      position = step.next
      if (position) paging.foresee?.(upcoming(style, paging, position, step.answer.total))
      yield { records: step.records, answer: step.answer, next: position === null ? null : toCursor(position) }
      if (position === null) return
    }
  }

interface Step {
  readonly records: readonly SourceRecord[]
  readonly answer: Answer
  readonly next: Position | null
}

function askFirst(style: Numbered, paging: Paging): Promise<Answer> {
  const first = style.style === 'page' ? style.firstPage : 0
  const { pageSize } = paging
  return paging.ask({
    limit: pageSize,
    ...(style.style === 'page' ? { page: first } : { offset: 0 }),
    parameters: { [style.parameter]: String(first), ...limited(style.limitParameter, pageSize) },
  })
}

async function firstPage(style: Numbered, paging: Paging): Promise<Step> {
  const answer = await askFirst(style, paging)
  const { records } = answer
  const more = moreOf(style, answer)
  if (records.length === 0 && more?.isMore) throw emptyThoughMore(more.sign, answer, paging)
  if (records.length === 0 || more?.isMore === false) return { records, answer, next: null }
  const aligned =
    style.style === 'offset' ? style.aligned === true || records.length < 2 : style.limitParameter === undefined || records.length < 3
  return { records, answer, next: firstPosition(records, aligned, paging.place) }
}

async function nextPage(style: Numbered, paging: Paging, before: Position): Promise<Step> {
  const inLine: Position = { ...before, aligned: true }
  const isTrial = before.pages === 1 && !before.aligned
  let former: string | undefined
  for (let back = 1; ; back = Math.min(back * 2, back + Math.max(1, before.size >> 1))) {
    const asked = requestAfter(style, paging, before, back)
    const answer = await paging.ask(asked.values).catch((thrown: unknown) => {
      const isRefused = thrown instanceof AppError && thrown.code === 'setup.request-refused'
      if ((isTrial && isRefused) || maySayPastTheEnd(thrown)) return thrown
      throw thrown
    })
    if (answer instanceof AppError) return isTrial ? nextPage(style, paging, inLine) : pastTheEnd(style, paging, before, answer)
    if (answer.noList) await assertNothingBeyond(style, paging, before, answer.noList)
    const { records } = answer
    const rows = records.map(markOf)
    const whole = { answer, fresh: records, end: endOf(style, before, asked.start, records.length), expected: before.size }
    if (before.aligned || asked.start === before.given) return toStep(style, before, paging, whole)

    const page = JSON.stringify(rows)
    const from = findOverlap(rows, before.trail) ?? (asked.start === 0 ? 0 : null)
    if (isTrial) {
      if (isBehind(rows, from, before.trail)) return nextPage(style, paging, inLine)
      if (style.style === 'page' && (records.length > asked.expected || page === former)) return toStep(style, inLine, paging, whole)
      if (isUnheeded(style, records.length, from, asked.expected, before.given - asked.start)) return nextPage(style, paging, inLine)
    }
    former = page
    if (from === null) continue
    const end = asked.start + records.length
    return toStep(style, before, paging, { answer, fresh: records.slice(from), end, expected: asked.expected })
  }
}

/** Where a page without an overlap ends. An aligned offset goes on by whole pages, also if the ERP leaves rows out. */
const endOf = (style: Numbered, { aligned, size, given }: Position, start: number, length: number): number =>
  style.style === 'offset' ? start + (aligned && length > 0 ? Math.max(size, length) : length) : given + length

/**
 * Whether the first overlap shows that the ERP rounds what it is asked for: the page does not begin where it should, and has another size
 * than it should, or nothing new.
 */
function isUnheeded(style: Numbered, length: number, from: number | null, expected: number, overlap: number): boolean {
  if (from === null || from === overlap || length < 1) return false
  return from === length || (style.style === 'page' && length < expected)
}

/** A page is said not to be there. That is the end if the first one is there still. */
async function pastTheEnd(style: Numbered, paging: Paging, before: Position, refused: AppError): Promise<Step> {
  const answer = await askFirst(style, paging).catch(() => {
    throw refused
  })
  if (answer.records.length === 0) throw refused
  await assertNothingBeyond(style, paging, before, refused)
  return { records: [], answer, next: null }
}

/** Throws the failure of a page, if the page after it has rows: then it was no end. */
async function assertNothingBeyond(style: Numbered, paging: Paging, before: Position, failure: AppError): Promise<void> {
  const { given, size, pages } = before
  const beyond = requestAfter(style, paging, { ...before, given: given + size, pages: pages + 1 }, 0)
  const answer = await paging.ask(beyond.values).catch(() => null)
  if (answer && answer.records.length > 0 && !isLastPageAgain(before.seen, answer.records)) throw failure
}

/** What the ERP says about further pages; undefined if it says nothing. A token or a link of another way of paging says nothing here. */
function moreOf(style: Numbered, answer: Answer): { readonly isMore: boolean; readonly sign: string } | undefined {
  const path = style.style === 'offset' ? style.morePath : undefined
  const more = path === undefined ? undefined : valueAt(answer.body, path)
  if (typeof more === 'boolean') return { isMore: more, sign: `${path}: ${more}` }
  const found = moreSignOf(answer)
  return found?.path === undefined ? found : undefined
}

const emptyThoughMore = (sign: string, { response }: Answer, { place }: Paging): AppError =>
  new AppError(
    'setup.answer-unexpected',
    `${response.place}: the answer has no rows, and says that there are more (${sign}). Set ${place}.paging`,
    { details: { sign } },
  )

/** Whether a page ends within the rows that were given: the ERP counts rows that it does not show. */
const isBehind = (rows: readonly string[], from: number | null, trail: readonly string[]): boolean =>
  from !== null && from > 0 && from === rows.length && rows[from - 1] !== trail.at(-1)

interface Received {
  readonly answer: Answer
  readonly fresh: readonly SourceRecord[]
  /** How many rows lie before the end of this page. */
  readonly end: number
  /** How many rows the page can have. */
  readonly expected: number
}

function toStep(style: Numbered, before: Position, paging: Paging, { answer, fresh, end, expected }: Received): Step {
  const { records, total } = answer
  // A total that is not more than a page counts the page.
  const isMet = (rows: number): boolean => total !== undefined && total > before.size && rows >= total
  if (records.length > 0 && (isMet(before.given) || before.short) && isLastPageAgain(before.seen, records))
    return { records: [], answer, next: null }
  const seen = withPage(before.seen, records, null, paging.place)
  const more = moreOf(style, answer)
  if (records.length === 0 && more?.isMore && !isMet(before.given)) throw emptyThoughMore(more.sign, answer, paging)
  const isShort = records.length < expected
  const isNothingNew = fresh.length === 0 && end <= before.given
  if (records.length === 0 || isNothingNew || more?.isMore === false || (isShort && !more && isMet(end)))
    return { records: fresh, answer, next: null }
  const size = style.style === 'offset' && before.aligned ? before.size : Math.max(before.size, records.length)
  return {
    records: fresh,
    answer,
    next: { ...before, given: end, size, pages: before.pages + 1, trail: trailOf(before.trail, fresh), short: isShort, seen },
  }
}
