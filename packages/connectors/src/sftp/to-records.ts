import type { SourceRecord } from '@linkspan/core'
import type { FileRow } from '../files/file-row.ts'
import { habitsOf, toRecord } from '../rest/to-record.ts'
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
  'exchangeRate',
  'subtotal',
  'discountTotal',
  'shippingTotal',
  'taxTotal',
  'total',
  'balanceDue',
])

/** Rows as records, columns found by the settings first and their known names then (ERP-FACTS 10.5). A row that is none has the id ''. */
export function toRecords(rows: readonly FileRow[], plan: FilesPlan): SourceRecord[] {
  const mapping = { id: plan.id, changedAt: plan.changedAt, fields: plan.fields }
  const habits = habitsOf(rows.flatMap(({ row, fault }) => (fault === null ? [row] : [])).slice(0, 1), plan.dataType)
  return rows.map(({ row, fault, number }) => {
    if (fault !== null) return { id: '', fields: {}, raw: `Row ${number} ${fault}`, changedAt: null }
    const record = toRecord(row, plan.dataType, mapping, habits)
    if (plan.decimal !== ',') return record
    const fields = Object.entries(record.fields).map(([field, value]) => [field, decimals.has(field) ? toPoint(String(value)) : value])
    return { ...record, fields: Object.fromEntries(fields) }
  })
}
