import { withTimeRemark } from '@linkspan/connector-kit/fields/change-time'
import { damageOf, withoutTextMarks } from '@linkspan/connector-kit/fields/damaged-keys'
import { naturalKeyOf } from '@linkspan/connector-kit/fields/field-names'
import { withLinesJoined } from '@linkspan/connector-kit/fields/join-lines'
import { withSameIdsJoined } from '@linkspan/connector-kit/fields/same-ids'
import { presentFields, toRecord } from '@linkspan/connector-kit/fields/to-record'
import { isDamagedKey } from '@linkspan/connector-kit/files/values/values'
import { type DataTypeId, isFields, type SourceRecord, toInstant, unreadableValue } from '@linkspan/core/connector'
import type { RestResource } from './settings.ts'
import type { ZoneReader } from './zones.ts'

export interface RowReading {
  readonly dataType: DataTypeId
  readonly resource: RestResource
  readonly now: Date
  /** Flags are "X" or blank, as in ABAP. */
  readonly blankIsFalse: boolean
  readonly zones: ZoneReader
}

/** The records of one answer's rows, one for each row. Keys that a spreadsheet has damaged make a record unreadable. */
export function rowsToRecords(
  rows: readonly unknown[],
  { dataType, resource, now, blankIsFalse, zones }: RowReading,
): readonly SourceRecord[] {
  const presence = presentFields(rows, dataType)
  const read = (row: unknown): SourceRecord => zones.read(toRecord(row, dataType, resource, presence), row)
  const alone = rows.map((given) => {
    const row = isFields(given) ? withoutTextMarks(given) : given
    const record = withTimeRemark(read(row), row, dataType, resource.changedAt)
    return { row, record: row === given ? record : { ...record, raw: given } }
  })
  const records = withLinesJoined(alone, dataType, read)
  const withFlag = (record: SourceRecord): SourceRecord =>
    blankIsFalse && record.fields.active === undefined ? { ...record, fields: { ...record.fields, active: false } } : record
  const today = dayOf(now)
  return withSameIdsJoined(
    records.map((record) => checked(withEmployment(withFlag(record), dataType, today), dataType)),
    dataType,
  )
}

const dayOf = (time: Date): string => time.toISOString().slice(0, 10)

/** Names what the records are made of beside the answer, for `Answer.digest`. */
export const circumstancesOf = ({ dataType, now, blankIsFalse }: RowReading): string =>
  ` ${blankIsFalse} ${dataType === 'employees' ? dayOf(now) : ''}`

function checked(record: SourceRecord, dataType: DataTypeId): SourceRecord {
  const damage = damageOf(record)
  if (damage === null) return record
  const key = naturalKeyOf(dataType)
  const fields = { ...record.fields, [key]: unreadableValue(`the record ${damage}`, record.fields[key] ?? record.id) }
  return { ...record, fields, ...(isDamagedKey(record.id) && { hasDamagedId: true }) }
}

/** An employee whose employment is over is not active, if nothing else says so. */
function withEmployment(record: SourceRecord, dataType: DataTypeId, today: string): SourceRecord {
  const { status, active, terminationDate } = record.fields
  if (dataType !== 'employees' || status !== undefined || active !== undefined) return record
  const isOver = typeof terminationDate === 'string' && toInstant(terminationDate) !== null && terminationDate.slice(0, 10) < today
  return isOver ? { ...record, fields: { ...record.fields, status: 'terminated' } } : record
}
