import { type Query, timeLiteral, timeText } from './query.ts'
import type { Reader } from './read.ts'
import { askedFrom, nextSecond } from './time-zone.ts'

/** A stretch of the account's own wall clock: from the first time on, before the second. */
export interface Window {
  readonly from: string
  readonly to: string
}

/** Which of several rows changed last is asked of them. */
export interface Changes {
  /** The alias of the table that has `lastmodifieddate`. */
  readonly alias: string
  readonly from: string
  readonly where: readonly string[]
}

export const isWithin = (alias: string, { from, to }: Window): string =>
  `${alias}.lastmodifieddate >= ${timeLiteral(from)} AND ${alias}.lastmodifieddate < ${timeLiteral(to)}`

/**
 * The window of what has changed since a moment, up to the latest change that there is: what changes while it is read leaves it, and is in
 * the next one (docs/erp/netsuite.md#changes). Null if nothing has changed.
 */
export async function windowSince(since: string, { alias, from, where }: Changes, reader: Reader, zone: string | undefined) {
  const latestOf: Query = { columns: [{ name: 'latest', sql: timeText(`MAX(${alias}.lastmodifieddate)`), isNeeded: true }], from, where }
  const { value: page } = await reader.pages(latestOf, [], null).next()
  const latest: unknown = page?.rows[0]?.latest
  const begin = askedFrom(since, zone)
  const end = typeof latest === 'string' && /^\d{4}-\d\d-\d\d[ T]/.test(latest) ? nextSecond(latest) : undefined
  const window: Window | null = end === undefined || end <= begin ? null : { from: begin, to: end }
  return { window, serverTime: page?.serverTime }
}
