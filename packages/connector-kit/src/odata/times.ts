import { toInstant } from '@linkspan/core/connector'

const ticks = /^\/Date\((-?\d{1,17})(?:[+-]\d{1,5})?\)\/$/

/** What SAP writes if there is no date: the initial value, and the two ends of its calendar. */
const sentinels = /^(0000-?00-?00|0001-?01-?01|9999-?12-?31)/

/**
 * A moment of OData as ISO 8601 in UTC: V2's `/Date(ms)/` and `/Date(ms+minutes)/`, whose ticks are UTC and whose offset is for display
 * only, or ISO (docs/erp/sap-s4hana.md#dates-and-times). Null if there is none, for SAP's initial and sentinel values, and for what is no
 * time.
 */
export function instantOf(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = value.trim()
  if (sentinels.test(text)) return null
  const [, milliseconds] = ticks.exec(text) ?? []
  if (milliseconds === undefined) return toInstant(text)
  const time = new Date(Number(milliseconds))
  if (Number.isNaN(time.getTime())) return null
  const iso = time.toISOString()
  return sentinels.test(iso) ? null : iso
}

/** A date of OData as `YYYY-MM-DD`: the UTC day, since a date without a time is midnight UTC. Null as for `instantOf`. */
export const dayOf = (value: unknown): string | null => instantOf(value)?.slice(0, 10) ?? null
