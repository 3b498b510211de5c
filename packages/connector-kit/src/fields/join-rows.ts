import { type DataTypeId, type Fields, isFields, type SourceRecord, unreadableValue } from '@linkspan/core/connector'
import { isAbsent } from './dot-path.ts'
import { decimalOf, ExactDecimal, sumOf, toText } from './exact-decimal.ts'

/** Stock of one item and place may be in several rows, one for each batch or bin. These fields tell the rows apart. */
const partFields = ['lot', 'bin', 'serialNumber', 'expiryDate'] as const
const quantities = ['quantityOnHand', 'quantityReserved', 'quantityAvailable', 'quantityOnOrder'] as const

/**
 * One record of several rows with the same id that are not lines of one document. Equal rows are one; of rows with change times the latest
 * counts; stock by batch and bin is added up. Anything else is ambiguous: the record is rejected, and nothing of it is stored.
 */
export function joinRecords(
  records: readonly SourceRecord[],
  numbers: readonly number[],
  dataType: DataTypeId,
  keyField: string,
): SourceRecord {
  const [first] = records as [SourceRecord]
  const different = differences(records)
  if (different.length === 0) return first
  const latest = latestOf(records)
  if (latest) return latest
  const sum = dataType === 'inventory' ? addedUp(records, different) : null
  return sum ?? ambiguous(first, numbers, different, keyField)
}

/** Rejects a record because of its rows. */
export function ambiguous(record: SourceRecord, numbers: readonly number[], different: readonly string[], keyField: string): SourceRecord {
  const rows = `${numbers.slice(0, 5).join(', ')}${numbers.length > 5 ? ', …' : ''}`
  const message = `record.ambiguous: rows ${rows} are all ${record.id}, but differ in ${different.join(', ')}; none of them is stored`
  return { ...record, rejection: { path: keyField, message } }
}

export function differences(records: readonly SourceRecord[]): string[] {
  if (records.length < 2) return []
  const names = new Set(records.flatMap(({ fields }) => Object.keys(fields)))
  const isDifferent = (name: string) => new Set(records.map(({ fields }) => JSON.stringify(fields[name] ?? null))).size > 1
  return [...names].filter(isDifferent)
}

function latestOf(records: readonly SourceRecord[]): SourceRecord | null {
  const times = records.map(({ changedAt }) => changedAt)
  if (times.some((time) => time === null)) return null
  const latest = records.filter(({ changedAt }) => records.every((other) => (other.changedAt ?? '') <= (changedAt ?? '')))
  return latest.length === 1 ? (latest[0] as SourceRecord) : null
}

/** The sum of stock rows that differ in batch, bin and quantities only, with the rows as its parts. Null if that is not so. */
function addedUp(records: readonly SourceRecord[], different: readonly string[]): SourceRecord | null {
  const [first] = records as [SourceRecord]
  const parts = records.map(({ fields }) => pick(fields, [...partFields, ...quantities]))
  const isPart = (name: string) => (partFields as readonly string[]).includes(name) || (quantities as readonly string[]).includes(name)
  if (!different.every(isPart) || !different.some((name) => (partFields as readonly string[]).includes(name))) return null
  if (new Set(parts.map((part) => JSON.stringify(partFields.map((name) => part[name] ?? null)))).size < parts.length) return null
  const sums = quantities.map((name) => [name, sumOf(parts.map((part) => part[name]))] as const)
  if (sums[0]?.[1] === null) return null
  const totals = Object.fromEntries(sums.flatMap(([name, sum]) => (sum === null ? [] : [[name, toText(sum)]])))
  const same = Object.fromEntries(Object.entries(first.fields).filter(([name]) => !different.includes(name)))
  return { ...first, fields: { ...same, ...totals, parts }, raw: records.map(({ raw }) => raw) }
}

const pick = (fields: Fields, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.filter((name) => !isAbsent(fields[name])).map((name) => [name, fields[name]]))

/** Fields that are the same in all rows of one document. */
const ofDocument = ['currency', 'customerId', 'orderDate', 'issueDate'] as const

/**
 * Checks a document whose rows are its lines. Rows that contradict each other make it ambiguous; a total that differs between them, or that is
 * that of each line alone, is no total of the document.
 */
export function checkDocument(
  record: SourceRecord,
  rows: readonly SourceRecord[],
  numbers: readonly number[],
  keyField: string,
): SourceRecord {
  if (rows.length < 2) return record
  const valuesOf = (name: string) => [...new Set(rows.map(({ fields }) => fields[name]).filter((value) => !isAbsent(value)))]
  const different = ofDocument.filter((name) => valuesOf(name).length > 1)
  if (different.length > 0) return ambiguous(record, numbers, different, keyField)
  const totals = valuesOf('total')
  const message =
    totals.length > 1
      ? `the rows of this document have different totals (${totals.slice(0, 3).map(shown).join(', ')}), so none of them is its total`
      : isOfLines(record, rows)
        ? `each row has the total ${shown(totals[0])}, which is that of its line: it is no total of the document`
        : null
  return message === null
    ? record
    : { ...record, fields: { ...record.fields, total: unreadableValue(message, totals.map(shown).join(', ')) } }
}

const shown = (value: unknown): string => (isFields(value) ? JSON.stringify(value) : String(value))

/** Whether the total of each row is its quantity times its price. */
function isOfLines({ fields: { lines } }: SourceRecord, rows: readonly SourceRecord[]): boolean {
  if (!Array.isArray(lines) || lines.length !== rows.length) return false
  return rows.every(({ fields }, at) => {
    const line = isFields(lines[at]) ? lines[at] : {}
    const [total, quantity, price] = [fields.total, line.quantity, line.unitPrice].map(decimalOf)
    return !!total && !!quantity && !!price && !total.isZero() && new ExactDecimal(quantity).times(price).equals(total)
  })
}
