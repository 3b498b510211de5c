import { maxAtOnce } from '@linkspan/connector-kit/http/ask-each'
import type { Row } from '@linkspan/connector-kit/odata/row'
import { fromCursor, toCursor } from '@linkspan/connector-kit/paging/cursor'
import { AppError, type Cursor } from '@linkspan/core/connector'
import { advance, offsetOf } from './next-position.ts'
import type { Plan, Plans, TimedReading } from './plans.ts'
import { type Position, SeriesPosition, startAt } from './position.ts'
import { type Condition, since } from './q.ts'
import type { Reader, Window } from './reader.ts'

export interface SeriesPage {
  /** Which of the readings the rows are of. */
  readonly part: number
  readonly rows: readonly Row[]
  /** Null on the last page. */
  readonly next: SeriesPosition | null
  /** Of a single reading, as Fusion said with its first page. */
  readonly total: number | undefined
  readonly serverTime: string | undefined
  /** Fusion's clock when it answered. */
  readonly answeredAt: string | undefined
  /** Fusion's clock when the first page came. */
  readonly begun: string | undefined
  readonly plan: Plan
  /** Fusion counted more rows than came. */
  readonly partial: boolean
}

export interface SeriesOptions {
  readonly reader: Reader
  readonly plans: Plans
  readonly after: SeriesPosition | null
  /** Asks for what has changed since then, where the tenant can be asked. */
  readonly since: string | null
}

/** A page without anything new is asked for again from elsewhere so often. */
const maxIdle = 3

export const seriesCursor = (position: SeriesPosition): Cursor => toCursor(position)
export const seriesPosition = (cursor: Cursor | null): SeriesPosition | null =>
  cursor === null ? null : fromCursor(SeriesPosition, cursor)

/** Reads resources one after the other, page by page. An empty page is only yielded if it is the last one. */
export async function* readSeries(
  readings: readonly TimedReading[],
  { reader, plans, after, since: from }: SeriesOptions,
): AsyncGenerator<SeriesPage> {
  const pages = reader.openSeries()
  let { part, here, begun }: SeriesPosition = after ?? { part: 0, here: startAt(from) }
  for (;;) {
    const reading = readings[part] as TimedReading
    const position: Position = here
    const offset = offsetOf(position)
    const { page, plan } = await plans.ask(reading, (candidate) =>
      pages.page(queryOf(reading, candidate, position), windowOf(position, offset, reader)),
    )
    begun ??= page.serverTime
    const following = followingPart(readings, part, from === null || plan.time !== null)
    if (from !== null && plan.time === null && !reading.isSubstitute && readings[part + 1]?.isSubstitute) {
      part++
      here = startAt(from)
      continue
    }
    if (page.rows.length === 0 && page.hasMore)
      throw new AppError('setup.answer-unexpected', `${page.place}: the answer has no rows, and says that there are more`)
    const total = position.total ?? page.total
    const { fresh, next } = advance({ ...page, position, offset, plan, id: reading.id })
    if (next && next.idle > maxIdle)
      throw new AppError('remote.cursor-repeated', `${page.place}: the same page came again, although another one was requested`)
    const isCounted = position.offset > 0 && (plan.time === null || position.isPlain)
    const upcoming = next && isCounted ? windowsFrom({ ...next, total }, page.rows.length, reader) : []
    pages.foresee(queryOf(reading, plan, next ?? position), upcoming)
    const partial = next === null && total !== undefined && position.given + fresh.length < total
    const isLast = next === null && following === null
    if (next) here = { ...next, ...(total !== undefined && { total }) }
    else if (following !== null) {
      part = following
      here = startAt(from)
    }
    if (fresh.length > 0 || isLast || partial) {
      const rest: SeriesPosition | null = isLast ? null : { part, here, ...(begun !== undefined && { begun }) }
      const shown = {
        rows: fresh,
        next: rest,
        total: readings.length === 1 ? total : undefined,
        serverTime: page.serverTime,
        answeredAt: page.answeredAt,
        begun,
        plan,
        partial,
      }
      yield { part: readings.indexOf(reading), ...shown }
    }
    if (isLast) return
  }
}

/** The reading that comes after one; null if it is the last. Substitutes are left out if they are not needed. */
function followingPart(readings: readonly TimedReading[], part: number, areSubstitutesLeftOut: boolean): number | null {
  const isSubstitute = readings[part]?.isSubstitute === true
  const found = readings.findIndex((each, at) => at > part && (isSubstitute || !areSubstitutesLeftOut || !each.isSubstitute))
  return found < 0 ? null : found
}

function queryOf(reading: TimedReading, { time, fields, orderBy }: Plan, { from, isPlain }: Position): TimedReading {
  const changed: readonly Condition[] = time === null || from === null || isPlain ? [] : [since(time, from)]
  const order = orderBy ?? [time, reading.id].flatMap((attribute) => (attribute ? [`${attribute}:asc`] : []))
  return { ...reading, fields, conditions: [...(reading.conditions ?? []), ...changed], orderBy: order }
}

const windowOf = ({ given, offset: at, total }: Position, offset: number, { pageSize }: Reader) => ({
  limit: pageSize,
  offset,
  counts: given === 0 && at === 0 && total === undefined,
})

/** The windows from a position on up to the total, if rows are counted and each page has as many of them. Pages overlap by a row. */
function windowsFrom(next: Position, size: number, reader: Reader): readonly Window[] {
  const windows: Window[] = []
  if (next.offset === 0 || size < 2) return windows
  for (let { offset } = next; offset < (next.total ?? 0) && windows.length < maxAtOnce; offset += size - 1)
    windows.push(windowOf(next, offsetOf({ ...next, offset }), reader))
  return windows
}
