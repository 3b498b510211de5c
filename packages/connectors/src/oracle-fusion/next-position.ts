import type { Row } from '@linkspan/connector-kit/odata/row'
import { textOf } from '@linkspan/connector-kit/odata/row'
import { fingerprint } from '@linkspan/connector-kit/paging/fingerprint'
import { findOverlap } from '@linkspan/connector-kit/paging/window'
import { toInstant } from '@linkspan/core/connector'
import type { Plan } from './plans.ts'
import type { Position } from './position.ts'
import { secondOf } from './q.ts'

/** A page that was asked for from a position. */
export interface AskedPage {
  readonly rows: readonly Row[]
  readonly hasMore: boolean
  readonly position: Position
  /** With which row the page should begin. */
  readonly offset: number
  readonly plan: Plan
  /** The attribute that a row is known by; undefined if only the whole row tells. */
  readonly id: string | undefined
}

/** So many rows at the end of a page are remembered: as many as a page may have. */
const maxKnown = 499

/** The row before the position is asked for again, to see whether rows have moved. */
export const offsetOf = ({ offset, known }: Position): number => (offset > 0 && known.length > 0 ? offset - 1 : offset)

/**
 * What is new in a page, and where the next one begins; null at the end. By time, the next page asks from the time of the last row, and rows
 * of that time that come again are known. A row that changes meanwhile comes at the end, and nothing is left out
 * (docs/erp/oracle-fusion.md#rows-that-move). If a whole page has one time, or rows have none, they are counted: each page begins with the
 * last row of the one before, and if it does not, reading goes back to where the rows of that time begin.
 */
export function advance(page: AskedPage): { readonly fresh: readonly Row[]; readonly next: Position | null } {
  const { rows, hasMore, position, offset, plan } = page
  const marks = rows.map((row) => markOf(row, page))
  const times = plan.time === null || position.isPlain ? [] : rows.flatMap((row) => timeOf(row, plan) ?? [])
  const latest = times.reduce<string | null>((last, time) => (last === null || time > last ? time : last), null)
  const isIgnored = position.given > 0 && position.from !== null && times.some((time) => secondOf(time) < secondOf(position.from ?? time))
  const begin = offset > 0 ? overlapIn(marks, position.known) : 0
  const isKnown = (at: number) => (offset > 0 ? at < (begin ?? 0) : position.known.includes(marks[at] ?? ''))
  const fresh = isIgnored || begin === null ? [] : rows.filter((_, at) => !isKnown(at))
  const given = position.given + fresh.length
  const moved = { ...position, given, idle: fresh.length > 0 ? 0 : position.idle + 1 }
  if (isIgnored) return { fresh, next: { ...moved, from: null, offset: given, isPlain: true } }
  if (begin === null) return { fresh, next: { ...moved, offset: 0 } }
  if (!hasMore) return { fresh, next: null }
  const isLater = latest !== null && (position.from === null || secondOf(latest) > secondOf(position.from))
  if (!isLater)
    return {
      fresh,
      next: { ...moved, offset: offset + rows.length, known: lastOf([...position.known, ...fresh.map((row) => markOf(row, page))]) },
    }
  const isOfLatest = (at: number) => secondOf(timeOf(rows[at] as Row, plan) ?? latest) === secondOf(latest)
  return { fresh, next: { ...moved, from: latest, offset: 0, known: lastOf(marks.filter((_, at) => isOfLatest(at))) } }
}

/** Where the rows begin that were not given: after the last row that was, which should be the first one. */
const overlapIn = (marks: readonly string[], known: readonly string[]): number | null =>
  marks[0] === known.at(-1) ? 1 : findOverlap(marks, known)

const lastOf = (marks: readonly string[]): readonly string[] => marks.slice(-maxKnown)

const timeOf = (row: Row, { time }: Plan): string | null => (time === null ? null : toInstant(row[time]))

/** Names a row in the state in which it is. */
function markOf(row: Row, { id, plan }: AskedPage): string {
  const name = id === undefined ? undefined : textOf(row, id)
  return fingerprint(name === undefined ? JSON.stringify(row) : `${name} ${timeOf(row, plan)}`)
}
