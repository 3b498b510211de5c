import type { FieldTable } from '@linkspan/connector-kit/fields/field-table'
import type { Row } from '@linkspan/connector-kit/odata/row'
import { instantOf } from '@linkspan/connector-kit/odata/times'
import type { SourceRecord } from '@linkspan/core/connector'

/** Where tables find the local currency and the company: they are no part of a row. */
export const localCurrencyPath = 'companyInformation.currencyCode'
export const companyPath = 'companies.id'

/** The fields that all rows have. */
export const versions = {
  companyId: [companyPath],
  sourceUpdatedAt: { from: ['lastModifiedDateTime'], to: (value: unknown) => instantOf(value) ?? undefined, note: 'UTC' },
  sourceVersion: ['@odata.etag'],
} as const

/** What all rows of a company have in common. */
export interface RowContext {
  readonly companyId: string
  readonly localCurrency: string | undefined
}

/** A row as a record. One without an id is rejected by the run. */
export function toRecord(table: FieldTable<string>, row: Row, { companyId, localCurrency }: RowContext): SourceRecord {
  const { id, ...fields } = table.read({ ...row, [localCurrencyPath]: localCurrency, [companyPath]: companyId })
  return { id: typeof id === 'string' ? id : '', fields, raw: row, changedAt: instantOf(row.lastModifiedDateTime) }
}
