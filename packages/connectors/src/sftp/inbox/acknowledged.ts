import { plainName } from '@linkspan/connector-kit/fields/field-names'
import type { FileRow } from '@linkspan/connector-kit/files/file-row'
import type { ConnectorState, OrderStatusValue, SourceRecord } from '@linkspan/core/connector'
import { createSentFiles } from '../outbox/sent-files.ts'

const list = (names: string): readonly string[] => names.split(' ').map(plainName)

/** Columns in which partners give back what they were told: our reference or number, the name of our file, and words of their own. */
const ofReference = list(
  'ourReference ourRef reference webOrderNumber customerReference customerPo poNumber po yourReference orderNumber orderNo order bestellnummer',
)
const ofFile = list('fileName file sourceFile originalFile dateiname datei')
const ofMessage = list('message text reason error errorText errorMessage meldung fehler fehlertext grund')

/** What partners call the state of an order, beside the canonical words; written without spaces. What is not here is `unknown`. */
const outcomes: ReadonlyMap<string, OrderStatusValue> = new Map([
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
 * The statuses of orders that a file has, those of our own orders under the reference with which they were written: a partner names it, or
 * the file that the order was in. What it calls the order itself becomes `orderExternalId`.
 */
export async function withAcknowledgements(
  records: readonly SourceRecord[],
  rows: readonly FileRow[],
  state: ConnectorState,
): Promise<readonly SourceRecord[]> {
  const sent = createSentFiles(state, 'orders')
  const cells = rows.map(({ row }) => textsOf(row))
  const asked = cells.map((row) => ({ references: valuesOf(row, ofReference), files: valuesOf(row, ofFile) }))
  const references = await sent.referencesOf(asked)
  return records.map((record, at) => {
    const row = cells[at]
    if (row === undefined || (record.id === '' && references[at] === null)) return record
    return acknowledged(record, references[at] ?? null, valuesOf(row, ofMessage)[0])
  })
}

function acknowledged(record: SourceRecord, reference: string | null, message: string | undefined): SourceRecord {
  const { status, statusRaw, orderNumber, orderExternalId } = record.fields
  const outcome = typeof status === 'string' ? outcomes.get(status.toLowerCase().replace(/[\s_-]+/g, '')) : undefined
  const said = [status, message].filter((part) => typeof part === 'string' && part !== '').join(': ')
  const theirs = orderExternalId ?? (orderNumber === reference ? undefined : orderNumber)
  return {
    ...record,
    id: reference ?? record.id,
    fields: {
      ...record.fields,
      ...(outcome !== undefined && { status: outcome }),
      ...(statusRaw === undefined && said !== '' && { statusRaw: said }),
      ...(reference !== null && { orderNumber: reference, ...(theirs !== undefined && { orderExternalId: theirs }) }),
    },
  }
}

/** The plain values of a row by the plain names of their columns. */
const textsOf = (row: FileRow['row']): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(row).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[plainName(name), String(value).trim()] as const] : [],
    ),
  )

const valuesOf = (row: ReadonlyMap<string, string>, names: readonly string[]): string[] =>
  names.map((name) => row.get(name)).filter((value): value is string => value !== undefined && value !== '')
