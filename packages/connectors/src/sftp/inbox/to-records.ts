import { lineAliases, plainName } from '@linkspan/connector-kit/fields/field-names'
import { type PresentFields, presentFields, toRecord } from '@linkspan/connector-kit/fields/to-record'
import type { FileRow } from '@linkspan/connector-kit/files/file-row'
import { isDamagedKey } from '@linkspan/connector-kit/files/values/values'
import type { SourceRecord } from '@linkspan/core/connector'
import type { FilesPlan } from '../settings.ts'
import { createNaming } from './named-row.ts'
import { shipmentsOf } from './shipments.ts'
import { createValueReader } from './value-reader.ts'

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

/** Keys that a spreadsheet may have shown as rounded numbers. Their last digits are lost. */
const keys = ['sku', 'barcode'] as const
function damageOf({ fields }: SourceRecord): string | null {
  const rows = [fields, ...(Array.isArray(fields.lines) ? fields.lines : [])] as Row[]
  const damaged = rows
    .flatMap((row) => keys.map((key) => [key, row?.[key]] as const))
    .find(([, value]) => typeof value === 'string' && isDamagedKey(value))
  return damaged ? `has the ${damaged[0]} "${damaged[1]}", which a spreadsheet has rounded: export that column as text` : null
}

/** The row with its number cells written like the texts of the file: with a decimal comma. */
const withCommas = (row: Row, columns: readonly string[]): Row => ({
  ...row,
  ...Object.fromEntries(columns.map((column) => [column, String(row[column]).replace('.', ',')])),
})

export interface RecordsOfRows {
  readonly records: readonly SourceRecord[]
  /** The first row of each record. */
  readonly rows: readonly FileRow[]
}

/** Maps rows of one data type to records. Columns are found by the settings first and by their known names second. */
export function createRowMapper(plan: FilesPlan) {
  const mapping = { id: plan.id, changedAt: plan.changedAt, fields: plan.fields }
  const name = createNaming(plan.dataType)
  const nameCells = (row: FileRow): Row => name(plan.decimal === ',' && row.pointed ? withCommas(row.row, row.pointed) : row.row)
  const readValues = createValueReader(plan)
  const own = plan.dataType in parts ? parts[plan.dataType as keyof typeof parts] : undefined
  const mapped = (row: FileRow['row'], present: PresentFields = presentFields([row], plan.dataType)): SourceRecord => {
    const record = toRecord(row, plan.dataType, mapping, present)
    const changedAt = plan.dateFormat === undefined ? record.changedAt : null
    return { ...record, changedAt, fields: readValues(record.fields) }
  }
  const belongTogether = (one: FileRow, next: FileRow): boolean => {
    if (own === undefined || one.fault !== null || next.fault !== null) return false
    const cells = nameCells(one)
    if (!isFlat(one, cells, own)) return false
    const { id } = mapped(cells)
    return id !== '' && id === mapped(nameCells(next)).id
  }
  return {
    /** Whether two consecutive rows are parts of one record. */
    belongTogether,
    /** Groups rows into records. A row with a fault becomes a record with the id ''. */
    toRecords(given: readonly FileRow[]): RecordsOfRows {
      const named = new Map(given.map((row) => [row, nameCells(row)]))
      const groups: FileRow[][] = []
      for (const row of given) {
        const last = groups.at(-1)
        const before = last?.at(-1)
        if (last && before && belongTogether(before, row)) last.push(row)
        else groups.push([row])
      }
      const present = presentFields([...named.values()], plan.dataType)
      const toOne = (group: readonly FileRow[]): readonly [SourceRecord, FileRow] => {
        const [first] = group as [FileRow]
        const wrong = (fault: string) =>
          [
            { id: '', fields: {}, raw: `Row ${first.number} ${fault}`, changedAt: null },
            { ...first, fault },
          ] as const
        if (first.fault !== null) return wrong(first.fault)
        const cells = named.get(first) ?? {}
        const isWhole = own === undefined || !isFlat(first, cells, own)
        const inner = isWhole ? {} : { [own.field]: own.of(group.map((each) => named.get(each) ?? {})) }
        const record = mapped({ ...cells, ...inner }, present)
        const damage = damageOf(record)
        if (damage !== null) return wrong(damage)
        return [{ ...record, raw: isWhole ? first.row : { ...first.row, [own.field]: group.map((each) => each.row) } }, first]
      }
      const made = groups.map(toOne)
      return { records: made.map(([record]) => record), rows: made.map(([, row]) => row) }
    },
  }
}
