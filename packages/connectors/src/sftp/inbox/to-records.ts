import { damageOf, withoutTextMarks } from '@linkspan/connector-kit/fields/damaged-keys'
import { isAbsent } from '@linkspan/connector-kit/fields/dot-path'
import { lineAliases, naturalKeyOf, plainName } from '@linkspan/connector-kit/fields/field-names'
import { mergedCells } from '@linkspan/connector-kit/fields/join-lines'
import { ambiguous, checkDocument, joinRecords } from '@linkspan/connector-kit/fields/join-rows'
import { type PresentFields, presentFields, recordIdOf, toRecord } from '@linkspan/connector-kit/fields/to-record'
import type { FileRow } from '@linkspan/connector-kit/files/file-row'
import type { SourceRecord } from '@linkspan/core/connector'
import type { FilesPlan } from '../settings.ts'
import { type FileReading, noEvidence } from './file-reading.ts'
import { createNaming } from './named-row.ts'
import type { ScatteredRows } from './scattered-rows.ts'
import { shipmentsOf } from './shipments.ts'
import { createMappedReader, createValueReader } from './value-reader.ts'

type Row = FileRow['row']

const namesOfLines = new Set([...(lineAliases.sku ?? []), ...(lineAliases.lineNumber ?? [])])
const lines = { field: 'lines', isPart: (name: string) => namesOfLines.has(plainName(name)), of: (rows: readonly Row[]) => rows }
const namesOfShipments: ReadonlySet<string> = new Set(['shipmentId', 'trackingNumbers', 'carrier', 'shippedAt', 'deliveredAt'])
const shipments = { field: 'shipments', isPart: (name: string) => namesOfShipments.has(name), of: shipmentsOf }

/** Data types whose records have parts: flat files have one part in each row. */
const parts = { orders: lines, invoices: lines, order_status: shipments } as const
type Parts = (typeof parts)[keyof typeof parts]

/** Whether a row is one part of a record. Checks the row as it is in the file: naming the cells turns an address into an object. */
const isFlat = ({ row }: FileRow, cells: Row, { isPart }: Parts): boolean =>
  Object.values(row).every((value) => typeof value !== 'object' || value === null) && Object.keys(cells).some(isPart)

/** Fields that only the first row of a document has, if the others leave them blank. */
const ofDocument = ['orderDate', 'issueDate', 'customerId', 'customerName'] as const

/** The row with the number cells of a workbook as numbers: they have a decimal point, whatever the texts of the file have. */
const withNumbers = (row: Row, columns: readonly string[]): Row => ({
  ...row,
  ...Object.fromEntries(columns.map((column) => [column, Number(row[column])])),
})

export interface RecordsOfRows {
  readonly records: readonly SourceRecord[]
  /** The first row of each record. */
  readonly rows: readonly FileRow[]
}

/**
 * Maps rows of one data type to records. Columns are found by the settings first and by their known names second.
 * `today`, a day, tells whose employment is over.
 */
export function createRowMapper(plan: FilesPlan, today = '') {
  const mapping = { id: plan.id, changedAt: plan.changedAt, fields: plan.fields }
  const keyField = naturalKeyOf(plan.dataType)
  const name = createNaming(plan.dataType)
  const namedCells = new WeakMap<FileRow, Row>()
  /** A row's cells by their names. Each row is asked for several times, and named once. */
  function nameCells(row: FileRow): Row {
    const known = namedCells.get(row)
    if (known) return known
    const cells = named(row)
    namedCells.set(row, cells)
    return cells
  }
  const named = (row: FileRow) => name(withoutTextMarks(row.pointed ? withNumbers(row.row, row.pointed) : row.row))
  const readValues = createValueReader(plan)
  const mappedReader = createMappedReader(plan)
  const own = plan.dataType in parts ? parts[plan.dataType as keyof typeof parts] : undefined
  const idOf = (row: Row) => recordIdOf(row, plan.dataType, mapping)
  const rawRecord = (row: Row, present: PresentFields = presentFields([row], plan.dataType)) =>
    toRecord(row, plan.dataType, mapping, present)
  const mapped = (row: Row, present: PresentFields, reading: FileReading): SourceRecord => {
    const record = rawRecord(row, present)
    const changedAt = plan.dateFormat === undefined ? record.changedAt : null
    const read = readValues(record.fields, reading)
    const fields: Record<string, unknown> = { ...read.fields }
    const remarks = [...(record.remarks ?? []), ...read.remarks]
    for (const field of reading.blankIsFalse) fields[field] ??= false
    const { status, terminationDate } = fields
    if (plan.dataType === 'employees' && status === undefined && typeof terminationDate === 'string' && isPast(terminationDate, today))
      fields.status = 'terminated'
    return { ...record, changedAt, fields, ...(remarks.length > 0 && { remarks }) }
  }
  /** Whether a row without a number goes on with the document of the row before. */
  const isContinued = (fields: Row): boolean => isAbsent(fields[keyField]) && ofDocument.every((field) => isAbsent(fields[field]))
  const belongTogether = (one: FileRow, next: FileRow): boolean => {
    if (own === undefined || one.fault !== null || next.fault !== null) return false
    const cells = nameCells(one)
    const nextCells = nameCells(next)
    if (!isFlat(one, cells, own) || !isFlat(next, nextCells, own)) return false
    const following = rawRecord(nextCells)
    if (following.id === '') return isContinued(following.fields)
    return following.id === idOf(cells)
  }
  return {
    /** Whether two consecutive rows are parts of one record. */
    belongTogether,
    /** The id of each row's record, and whether the row goes on with the record of the row before. */
    keysOf: (rows: readonly FileRow[], before: FileRow | null) =>
      rows.map((row, at) => {
        const previous = rows[at - 1] ?? before
        const id = row.fault === null ? idOf(own === undefined ? named(row) : nameCells(row)) : ''
        return [id, previous !== null && belongTogether(previous, row)] as const
      }),
    /** Groups rows into records. A row with a fault becomes a record with the id ''. Rows of `scattered` are one record, with the first. */
    toRecords(given: readonly FileRow[], reading = noEvidence, scattered: ScatteredRows = new Map()): RecordsOfRows {
      const groups: FileRow[][] = []
      for (const row of given) {
        const last = groups.at(-1)
        const before = last?.at(-1)
        if (last && before && belongTogether(before, row)) last.push(row)
        else groups.push([row])
      }
      const present = presentFields(given.map(nameCells), plan.dataType)
      const toOne = (group: readonly FileRow[]): readonly (readonly [SourceRecord, FileRow])[] => {
        const [first] = group as [FileRow]
        const wrong = (fault: string) =>
          [
            [
              { id: '', fields: {}, raw: `Row ${first.number} ${fault}`, changedAt: null },
              { ...first, fault },
            ],
          ] as const
        if (first.fault !== null) return wrong(first.fault)
        const cells = nameCells(first)
        const isWhole = own === undefined || !isFlat(first, cells, own)
        const all = (scattered.size === 0 ? undefined : scattered.get(idOf(cells))) ?? group
        if (all[0] !== undefined && all[0].number !== first.number) return []
        const cellsOfAll = all.map(nameCells)
        const numbers = all.map(({ number }) => number)
        const read = first.pointed ? { ...reading, hasNumbers: true } : reading
        const alone = cellsOfAll.map((row) => mapped(row, present, read))
        const record = isWhole
          ? joinRecords(
              alone.map((each, at) => ({ ...each, raw: all[at]?.row })),
              numbers,
              plan.dataType,
              keyField,
            )
          : checkDocument(
              {
                ...mapped({ ...mergedCells(cellsOfAll), [own.field]: own.of(cellsOfAll) }, present, read),
                raw: { ...first.row, [own.field]: all.map((each) => each.row) },
              },
              alone,
              numbers,
              keyField,
            )
        const damage = damageOf(record)
        if (damage !== null) return wrong(damage)
        const withReader: SourceRecord = { ...record, readMapped: mappedReader(first.pointed ?? []) }
        return all.length === 0 ? [[ambiguous(record, [first.number], ['other rows'], keyField), first]] : [[withReader, first]]
      }
      const made = groups.flatMap(toOne)
      return { records: made.map(([record]) => record), rows: made.map(([, row]) => row) }
    },
  }
}

const isPast = (day: string, today: string): boolean => /^\d{4}-\d{2}-\d{2}/.test(day) && day.slice(0, 10) < today
