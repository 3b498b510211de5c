import { type DataTypeId, type Fields, isFields, type SourceRecord } from '@linkspan/core/connector'
import { isAbsent } from './dot-path.ts'
import { lineAliases, naturalKeyOf, plainName } from './field-names.ts'
import { checkDocument } from './join-rows.ts'

/** A row of an answer, and the record that it is by itself. */
interface OwnRecord {
  readonly row: unknown
  readonly record: SourceRecord
}

const quantities: ReadonlySet<string> = new Set(lineAliases.quantity)
const places: ReadonlySet<string> = new Set([...(lineAliases.sku ?? []), ...(lineAliases.lineNumber ?? [])])

/** Fields that only the first row of a document has, if the others leave them blank. */
const ofDocument = ['orderDate', 'issueDate', 'customerId', 'customerName'] as const

/** The row if it is one line of a document, with the document's own fields repeated or left blank in it; else null. */
function flatLine({ row, record }: OwnRecord): Fields | null {
  if (!isFields(row) || record.fields.lines !== undefined) return null
  if (Object.values(row).some((value) => typeof value === 'object' && value !== null)) return null
  const names = Object.keys(row).map(plainName)
  return names.some((name) => quantities.has(name)) && names.some((name) => places.has(name)) ? row : null
}

/** The row with what the later rows of its document have and it has not. */
export function mergedCells(rows: readonly Fields[]): Fields {
  const merged: Record<string, unknown> = { ...rows[0] }
  for (const row of rows.slice(1)) for (const [name, value] of Object.entries(row)) if (isAbsent(merged[name])) merged[name] = value
  return merged
}

/**
 * The records of one answer in which orders or invoices may come as one row for each line: adjacent or apart, with the header repeated or
 * left blank. Each such row becomes its whole document, so that there are as many records as rows, and they can be counted against a total.
 */
export function withLinesJoined(
  given: readonly OwnRecord[],
  dataType: DataTypeId,
  toRecord: (row: Fields) => SourceRecord,
): readonly SourceRecord[] {
  const alone = given.map(({ record }) => record)
  if (dataType !== 'orders' && dataType !== 'invoices') return alone
  const flat = given.map(flatLine)
  const ids: string[] = []
  for (const [at, { id, fields }] of alone.entries()) {
    const isContinued = id === '' && flat[at] && flat[at - 1] && ofDocument.every((field) => isAbsent(fields[field]))
    ids.push(isContinued ? (ids[at - 1] ?? '') : id)
  }
  const joined = new Map<string, SourceRecord>()
  for (const [id, at] of placesOf(ids)) {
    const rows = at.map((place) => flat[place]).filter((row) => !!row)
    if (rows.length < at.length) continue
    const own = at.map((place) => alone[place] as SourceRecord)
    const numbers = at.map((place) => place + 1)
    joined.set(id, checkDocument(documentOf(rows, own, toRecord), own, numbers, naturalKeyOf(dataType)))
  }
  return alone.map((record, at) => joined.get(ids[at] ?? '') ?? record)
}

function placesOf(ids: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (const [at, id] of ids.entries()) if (id !== '') places.set(id, [...(places.get(id) ?? []), at])
  return places
}

/** One document of its rows. It has changed when the last of them did. */
function documentOf(rows: readonly Fields[], own: readonly SourceRecord[], toRecord: (row: Fields) => SourceRecord): SourceRecord {
  const record = toRecord({ ...mergedCells(rows), lines: rows })
  const changedAt = own.reduce<string | null>((latest, each) => ((each.changedAt ?? '') > (latest ?? '') ? each.changedAt : latest), null)
  const fields = changedAt === null ? record.fields : { ...record.fields, sourceUpdatedAt: changedAt }
  const document = { ...record, fields, raw: { ...rows[0], lines: rows }, changedAt }
  ofRows.add(document)
  return document
}

const ofRows = new WeakSet<SourceRecord>()

/** Whether a record is a document that was made of rows, one for each line, so that further rows of it may be elsewhere. */
export const isOfRows = (record: SourceRecord): boolean => ofRows.has(record)
