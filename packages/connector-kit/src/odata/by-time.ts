import type { Position } from './cursor.ts'
import { linkOf } from './next-link.ts'
import type { Row } from './row.ts'

/** How a query in the order of time goes on. Times are ISO 8601 in UTC, with milliseconds. */
export interface ByTime {
  /** The time from which the first page asks. */
  readonly since: string
  timeOf(row: Row): string | null
  /** The first page of what has this time or a later one. */
  from(time: string): URL
}

/**
 * The query for what has the time of a page's last row or a later one, in place of the server's next link. A link counts rows: when a
 * row that was read changes meanwhile and moves to the end, all others move up by one and the first of the next page would be left
 * out. By time nothing is; rows of the last time come twice instead. Null if the page does not get beyond the time that it asked
 * from, since many rows can share one, or is not in the order of time: the link is followed then.
 */
export function laterQuery({ timeOf, from }: ByTime, rows: readonly Row[], here: Position): Position | null {
  const times = rows.map(timeOf)
  const last = times.at(-1)
  let latest = here.from ?? ''
  if (!last || last <= latest) return null
  for (const time of times) {
    if (time === null || time < latest) return null
    latest = time
  }
  const repeated = times.filter((time) => time === last).length
  return { link: linkOf(from(last)), read: 0, before: here.before + here.read + rows.length - repeated, from: last }
}
