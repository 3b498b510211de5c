import { AppError, type Fields, isFields } from '@linkspan/core/connector'

/** One entity as OData's JSON has it. */
export type Row = Fields

/** The first of these properties that is not blank, as trimmed text. Numbers become their digits; what is neither is no text. */
export function textOf(row: Row, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = row[name]
    const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
    if (text !== '') return text
  }
  return undefined
}

/**
 * The entities behind the first of these navigation properties that is there: V2's `{ results: [] }`, V4's array, or a single
 * entity. None if it was not expanded (`{ __deferred }`, null or absent). Anything else is `setup.answer-unexpected`.
 */
export function linkedRows(row: Row, ...names: readonly string[]): readonly Row[] {
  const name = names.find((each) => row[each] !== undefined && row[each] !== null)
  if (name === undefined) return []
  const value = row[name]
  const rows = isFields(value) && 'results' in value ? value.results : value
  if (Array.isArray(rows) && rows.every(isFields)) return rows
  if (isFields(rows)) return '__deferred' in rows ? [] : [rows]
  throw new AppError('setup.answer-unexpected', `The property ${name} holds no entities`, { details: { property: name } })
}

/** The version of an entity, for `If-Match` (docs/erp/sap-s4hana.md#etags). */
export function etagOf(row: Row): string | undefined {
  const { __metadata: metadata } = row
  return isFields(metadata) ? textOf(metadata, 'etag') : textOf(row, '@odata.etag')
}
