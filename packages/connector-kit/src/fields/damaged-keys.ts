import type { Fields, SourceRecord } from '@linkspan/core/connector'
import { isDamagedKey, withoutTextMark } from '../files/values/values.ts'
import { plainName } from './field-names.ts'

/** Fields that identify something. A spreadsheet may have shown such a key as a rounded number, and its last digits are lost. */
const keys: ReadonlySet<string> = new Set(
  ['sku', 'barcode', 'orderNumber', 'orderExternalId', 'invoiceNumber', 'employeeId', 'managerId', 'customerId', 'customerReference']
    .concat(['ourReference', 'orderRefs', 'trackingNumbers', 'shipmentId', 'lot', 'locationId', 'categoryId', 'costCenter'])
    .map(plainName),
)

type Found = readonly [name: string, value: string]

/** The first damaged key in a value of this name, or within it; null if there is none. Every value of every record is asked. */
function findDamaged(value: unknown, name: string): Found | null {
  if (typeof value === 'string') return isDamagedKey(value) && keys.has(plainName(name)) ? [name, value] : null
  if (typeof value !== 'object' || value === null) return null
  if (Array.isArray(value)) {
    for (const each of value) {
      const found = findDamaged(each, name)
      if (found !== null) return found
    }
    return null
  }
  for (const inner in value) {
    const found = findDamaged((value as Fields)[inner], inner)
    if (found !== null) return found
  }
  return null
}

/** What a spreadsheet has done to an identifier of the record, as a phrase that follows "Row 5"; null if nothing. */
export function damageOf({ id, fields }: SourceRecord): string | null {
  const found = isDamagedKey(id) ? (['id', id] as const) : findDamaged(fields, '')
  return found ? `has the ${found[0]} "${found[1]}", which a spreadsheet has rounded: export that column as text` : null
}

/** The cells without the marks by which spreadsheets keep the zeros of a text. */
export function withoutTextMarks(row: Fields): Fields {
  let cells: Record<string, unknown> | null = null
  for (const name in row) {
    const value = row[name]
    if (typeof value !== 'string' || (value[0] !== '=' && value[0] !== "'")) continue
    cells ??= { ...row }
    cells[name] = withoutTextMark(value)
  }
  return cells ?? row
}
