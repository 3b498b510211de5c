import type { SourceRecord } from '@linkspan/core'
import { type Fields, isFields } from '../dot-path.ts'
import type { FileRow } from '../files/file-row.ts'
import { lineAliases, plainName } from '../rest/field-names.ts'
import { type Habits, habitsOf, toRecord } from '../rest/to-record.ts'
import type { FilesPlan } from './settings.ts'

/** `1.234,56` as `1234.56`: only where the whole value is such a number. */
const withComma = /^[+-]?\d{1,3}(?:\.\d{3})*(?:,\d+)?-?$|^[+-]?\d+(?:,\d+)?-?$/

const toPoint = (text: string): string => (withComma.test(text.trim()) ? text.replaceAll('.', '').replace(',', '.') : text)

const decimals: ReadonlySet<string> = new Set([
  'price',
  'priceUnitQuantity',
  'cost',
  'weight',
  'quantityOnHand',
  'quantityReserved',
  'quantityAvailable',
  'quantityOnOrder',
  'quantity',
  'unitPrice',
  'discount',
  'tax',
  'lineTotal',
  'exchangeRate',
  'subtotal',
  'discountTotal',
  'shippingTotal',
  'taxTotal',
  'total',
  'balanceDue',
])

/** Data types whose records have lines. */
const withLines: ReadonlySet<FilesPlan['dataType']> = new Set(['orders', 'invoices'])
const namesOfLines = new Set([...(lineAliases.sku ?? []), ...(lineAliases.lineNumber ?? [])])
const isFlat = (row: FileRow['row']): boolean =>
  Object.entries(row).every(([, value]) => typeof value !== 'object' || value === null) &&
  Object.keys(row).some((name) => namesOfLines.has(plainName(name)))

export interface RecordsOfRows {
  readonly records: readonly SourceRecord[]
  /** For each record the row that it begins with. */
  readonly rows: readonly FileRow[]
}

/** How rows of one data type become records, columns found by the settings first and their known names then (ERP-FACTS 10.5). */
export function createRowMapper(plan: FilesPlan) {
  const mapping = { id: plan.id, changedAt: plan.changedAt, fields: plan.fields }
  const numbersIn = (fields: Fields): Fields =>
    Object.fromEntries(
      Object.entries(fields).map(([field, value]) => {
        if (Array.isArray(value)) return [field, value.map((each) => (isFields(each) ? numbersIn(each) : each))]
        return [field, decimals.has(field) && typeof value === 'string' ? toPoint(value) : value]
      }),
    )
  const mapped = (row: FileRow['row'], habits: Habits = habitsOf([row], plan.dataType)): SourceRecord => {
    const record = toRecord(row, plan.dataType, mapping, habits)
    return plan.decimal === ',' ? { ...record, fields: numbersIn(record.fields) } : record
  }
  const belong = (one: FileRow, next: FileRow): boolean => {
    if (!withLines.has(plan.dataType) || one.fault !== null || next.fault !== null || !isFlat(one.row)) return false
    const { id } = mapped(one.row)
    return id !== '' && id === mapped(next.row).id
  }
  return {
    /** Whether two rows that follow each other are lines of one order or invoice. */
    belong,
    /** A row that is none becomes a record with the id ''. */
    toRecords(rows: readonly FileRow[]): RecordsOfRows {
      const groups: FileRow[][] = []
      for (const row of rows) {
        const last = groups.at(-1)
        const before = last?.at(-1)
        if (last && before && belong(before, row)) last.push(row)
        else groups.push([row])
      }
      const habits = habitsOf(
        rows.map(({ row }) => row),
        plan.dataType,
      )
      const toOne = (group: readonly FileRow[]): SourceRecord => {
        const [{ row, fault, number }] = group as [FileRow]
        if (fault !== null) return { id: '', fields: {}, raw: `Row ${number} ${fault}`, changedAt: null }
        const hasLines = withLines.has(plan.dataType) && isFlat(row)
        return mapped(hasLines ? { ...row, lines: group.map((each) => each.row) } : row, habits)
      }
      return { records: groups.map(toOne), rows: groups.flatMap(([first]) => (first ? [first] : [])) }
    },
  }
}
