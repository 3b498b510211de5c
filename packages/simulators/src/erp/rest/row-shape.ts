import type { Row } from '../../dataset/row.ts'
import type { DatasetTable } from '../../dataset.ts'
import type { RestErpOptions } from './rest-options.ts'

const decimalFields = new Set([
  'price',
  'priceUnitQuantity',
  'cost',
  'weight',
  'quantityOnHand',
  'quantityReserved',
  'quantityAvailable',
  'quantityOnOrder',
  'quantity',
  'quantityShipped',
  'unitPrice',
  'tax',
  'lineTotal',
  'subtotal',
  'taxTotal',
  'total',
  'balanceDue',
])

/** A row in the shape of this ERP, including nested rows. */
export function shapeOne(row: Row, name: DatasetTable, options: RestErpOptions): unknown {
  const { shape: wanted = 'camel', decimals = 'string' } = options
  return typeof wanted === 'function' ? wanted(row, name) : shape(row, wanted === 'snake', decimals === 'number')
}

/** Makes a row invalid: every other row loses its required fields, the rest get a price of "abc". */
export function spoilRow(row: unknown, number: number): unknown {
  if (typeof row !== 'object' || row === null) return row
  const fields = Object.entries(row)
  if (number % 2 === 0)
    return Object.fromEntries(fields.filter(([name]) => !/^(sku|name|order_?number|invoice_?number|employee_?id)$/i.test(name)))
  const price = fields.find(([name]) => /price|total|quantity|hire_?date|status/i.test(name))?.[0] ?? 'price'
  return { ...row, [price]: 'abc' }
}

function shape(value: unknown, isSnake: boolean, isNumeric: boolean): unknown {
  if (Array.isArray(value)) return value.map((each) => shape(each, isSnake, isNumeric))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, field]) => {
    const shaped = isNumeric && decimalFields.has(name) && typeof field === 'string' ? Number(field) : shape(field, isSnake, isNumeric)
    return [isSnake ? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : name, shaped]
  })
  return Object.fromEntries(entries)
}
