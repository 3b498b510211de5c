import type { FieldRule, FieldTable } from '@linkspan/connector-kit/fields/field-table'
import type { Fields, SourceRecord } from '@linkspan/core/connector'
import { toUtc } from './time-zone.ts'
import { textOf } from './values.ts'

/** Where tables find what is no part of a row. */
export const currencyPath = 'currency.symbol'
export const subsidiaryPath = 'subsidiary'
const utcPath = 'lastmodifieddate_utc'

/** What the rows of a page have in common. */
export interface RowContext {
  readonly zone: string | undefined
  readonly subsidiaryId: string | undefined
  /** ISO 4217 codes by internal ids. */
  readonly currencies: ReadonlyMap<string, string>
  /** The currency of an account that has only one. */
  readonly currency: string | undefined
}

/** The fields that records with a change time have. */
export const versions = {
  companyId: { from: [subsidiaryPath], note: 'the subsidiary of the settings' },
  sourceUpdatedAt: {
    from: ['lastmodifieddate'],
    to: (_: unknown, row: Fields) => row[utcPath],
    note: 'from the time zone of the account to UTC; absent if the zone is not known',
  },
} as const satisfies Readonly<Record<string, FieldRule>>

export const changedAtOf = (row: Fields, zone: string | undefined): string | null => toUtc(row.lastmodifieddate, zone)

/** A row as a record. One without an id is rejected by the run. */
export function toRecord(table: FieldTable<string>, row: Fields, context: RowContext): SourceRecord {
  const { zone, subsidiaryId, currencies, currency } = context
  const changedAt = changedAtOf(row, zone)
  const code = currencies.get(textOf(row, 'currency') ?? '') ?? codeIn(row.currencyname) ?? currency
  const { id, ...fields } = table.read({
    ...row,
    [currencyPath]: code,
    [subsidiaryPath]: subsidiaryId,
    ...(zone !== undefined && { [utcPath]: changedAt }),
  })
  return { id: typeof id === 'string' ? id : '', fields, raw: row, changedAt }
}

const codeIn = (name: unknown): string | undefined => (typeof name === 'string' && /^[A-Z]{3}$/.test(name) ? name : undefined)
