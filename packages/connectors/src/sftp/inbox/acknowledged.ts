import { plainName } from '@linkspan/connector-kit/fields/field-names'
import type { FileRow } from '@linkspan/connector-kit/files/file-row'
import { type ConnectorState, orderStatusOfAnswer, type SourceRecord } from '@linkspan/core/connector'
import { createSentFiles } from '../outbox/sent-files.ts'

const columnNames = (names: string): readonly string[] => names.split(' ').map(plainName)

/** Columns in which a partner's answer names our order, the file it was in, and the partner's own message. */
const referenceColumns = columnNames(
  'ourReference ourRef reference webOrderNumber customerReference customerPo poNumber po yourReference orderNumber orderNo order bestellnummer',
)
const fileColumns = columnNames('fileName file sourceFile originalFile dateiname datei')
const messageColumns = columnNames('message text reason error errorText errorMessage meldung fehler fehlertext grund')

/**
 * Gives the status records of our own orders the reference with which the orders were written. A partner names that reference, or the
 * file that the order was in. The partner's own number of the order becomes `orderExternalId`.
 */
export async function withAcknowledgements(
  records: readonly SourceRecord[],
  rows: readonly FileRow[],
  state: ConnectorState,
): Promise<readonly SourceRecord[]> {
  const sent = createSentFiles(state, 'orders')
  const cells = rows.map(({ row }) => textsOf(row))
  const candidates = cells.map((row) => ({ references: valuesOf(row, referenceColumns), files: valuesOf(row, fileColumns) }))
  const references = await sent.referencesOf(candidates)
  return records.map((record, at) => {
    const row = cells[at]
    if (row === undefined || (record.id === '' && references[at] === null)) return record
    return acknowledged(record, references[at] ?? null, valuesOf(row, messageColumns)[0])
  })
}

function acknowledged(record: SourceRecord, reference: string | null, message: string | undefined): SourceRecord {
  const { status, statusRaw, orderNumber, orderExternalId } = record.fields
  const canonical = typeof status === 'string' ? orderStatusOfAnswer(status) : null
  const original = [status, message].filter((part) => typeof part === 'string' && part !== '').join(': ')
  const theirs = orderExternalId ?? (orderNumber === reference ? undefined : orderNumber)
  return {
    ...record,
    id: reference ?? record.id,
    fields: {
      ...record.fields,
      ...(canonical !== null && { status: canonical }),
      ...(statusRaw === undefined && original !== '' && { statusRaw: original }),
      ...(reference !== null && { orderNumber: reference, ...(theirs !== undefined && { orderExternalId: theirs }) }),
    },
  }
}

/** The texts and numbers of a row, trimmed, by the normalised names of their columns. */
const textsOf = (row: FileRow['row']): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(row).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[plainName(name), String(value).trim()] as const] : [],
    ),
  )

const valuesOf = (row: ReadonlyMap<string, string>, names: readonly string[]): string[] =>
  names.map((name) => row.get(name)).filter((value): value is string => value !== undefined && value !== '')
