import { plainName } from '@linkspan/connector-kit/fields/field-names'
import type { FileRow } from '@linkspan/connector-kit/files/file-row'
import type { ConnectorState, OrderStatusValue, SourceRecord } from '@linkspan/core/connector'
import { createSentFiles } from '../outbox/sent-files.ts'

const columnNames = (names: string): readonly string[] => names.split(' ').map(plainName)

/** Columns in which a partner's answer names our order, the file it was in, and the partner's own message. */
const referenceColumns = columnNames(
  'ourReference ourRef reference webOrderNumber customerReference customerPo poNumber po yourReference orderNumber orderNo order bestellnummer',
)
const fileColumns = columnNames('fileName file sourceFile originalFile dateiname datei')
const messageColumns = columnNames('message text reason error errorText errorMessage meldung fehler fehlertext grund')

/** Partners' words for the status of an order, in lower case without spaces. A word that is neither here nor canonical is `unknown`. */
const statusOfWord: ReadonlyMap<string, OrderStatusValue> = new Map([
  ...wordsFor('pending', 'open new offen neu'),
  ...wordsFor(
    'processing',
    'backordered inprogress inprocess inbearbeitung ok success accepted acknowledged confirmed booked imported received bestätigt angenommen übernommen gebucht',
  ),
  ...wordsFor('partially_shipped', 'partial partiallydelivered teilgeliefert teilversendet teilweiseversendet'),
  ...wordsFor('shipped', 'dispatched despatched versendet versandt expédié enviado'),
  ...wordsFor('delivered', 'geliefert zugestellt livré entregado'),
  ...wordsFor('on_hold', 'hold blocked gesperrt'),
  ...wordsFor('returned', 'retourniert'),
  ...wordsFor('cancelled', 'canceled rejected refused declined error failed invalid nok abgelehnt fehlerhaft fehler storniert'),
])
function wordsFor(status: OrderStatusValue, words: string): (readonly [string, OrderStatusValue])[] {
  return words.split(' ').map((word) => [word, status])
}

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
  const canonical = typeof status === 'string' ? statusOfWord.get(status.toLowerCase().replace(/[\s_-]+/g, '')) : undefined
  const original = [status, message].filter((part) => typeof part === 'string' && part !== '').join(': ')
  const theirs = orderExternalId ?? (orderNumber === reference ? undefined : orderNumber)
  return {
    ...record,
    id: reference ?? record.id,
    fields: {
      ...record.fields,
      ...(canonical !== undefined && { status: canonical }),
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
