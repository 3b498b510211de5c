import type { Row } from '@linkspan/connector-kit/odata/row'
import { instantOf } from '@linkspan/connector-kit/odata/times'

/** What mappings need to know beside the row. */
export interface MapContext {
  /** ISO 639-1, the language of texts. */
  readonly language: string
  /** The ERP's time, or ours: ISO 8601, UTC. */
  readonly now: string
}

/** A key as S/4 shows it: one of digits only loses its leading zeros (docs/erp/sap-s4hana.md#leading-zeros). Empty if there is none. */
export function keyOf(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''
  return /^\d+$/.test(text) ? text.replace(/^0+(?=\d)/, '') : text
}

export const flagOf = (value: unknown): boolean => value === true || value === 'X' || value === 'true'

/**
 * When a row changed last (docs/erp/sap-s4hana.md#change-times). Without a time, the beginning of the day counts, so that nothing after it
 * is missed.
 */
export const changedAtOf = (row: Row): string | null =>
  instantOf(row.LastChangeDateTime) ?? instantOf(row.LastChangeDate) ?? instantOf(row.CreationDate)
