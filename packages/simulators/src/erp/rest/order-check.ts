import { type OrderState, orderStates } from '../../dataset/orders.ts'
import { findProduct } from '../../dataset/products.ts'
import type { Dataset } from '../../dataset.ts'
import type { SentRow } from './sent-row.ts'

/** Why a row is refused, in the ERP's own words. */
export interface Problem {
  readonly code: string
  /** For example `lines[0].sku`. */
  readonly field: string
  readonly message: string
}

/** What is wrong with a new order (`isWhole`) or with changes to one; empty if it can be stored. */
export function checkOrder(sent: SentRow, dataset: Dataset, isWhole: boolean): Problem[] {
  const problems: Problem[] = []
  const { customerId, customerName, status, lines } = sent
  if (isWhole ? !isText(customerId) && !isText(customerName) : customerId === null || customerId === '')
    problems.push({ code: 'CUSTOMER_MISSING', field: 'customerId', message: 'An order needs a customer.' })
  if (isGiven(status) && !orderStates.includes(status as OrderState))
    problems.push({ code: 'STATUS_UNKNOWN', field: 'status', message: `"${status}" is not one of ${orderStates.join(', ')}.` })
  for (const field of ['orderDate', 'requestedDeliveryDate'])
    if (isGiven(sent[field]) && Number.isNaN(Date.parse(String(sent[field]))))
      problems.push({ code: 'DATE_INVALID', field, message: `"${sent[field]}" is not a date.` })
  problems.push(...notNumbers(sent, ['shippingTotal', 'discountTotal'], ''))
  if (lines === undefined && !isWhole) return problems
  if (!Array.isArray(lines) || lines.length === 0)
    return [...problems, { code: 'LINES_MISSING', field: 'lines', message: 'An order needs at least one line.' }]
  return [...problems, ...lines.flatMap((line, number) => checkLine(line, `lines[${number}]`, dataset))]
}

function checkLine(line: unknown, path: string, { products }: Dataset): Problem[] {
  if (typeof line !== 'object' || line === null) return [{ code: 'LINE_INVALID', field: path, message: 'A line is an object.' }]
  const { sku, quantity, ...rest } = line as SentRow
  const problems: Problem[] = []
  if (!isText(sku)) problems.push({ code: 'ITEM_MISSING', field: `${path}.sku`, message: 'A line needs an item.' })
  else if (!findProduct(products, sku))
    problems.push({ code: 'ITEM_UNKNOWN', field: `${path}.sku`, message: `Item "${sku}" does not exist in the item master.` })
  if (!isDecimal(quantity) || Number(quantity) <= 0)
    problems.push({ code: 'QUANTITY_INVALID', field: `${path}.quantity`, message: 'The quantity must be greater than zero.' })
  problems.push(...notNumbers(rest, ['unitPrice', 'tax', 'discount', 'priceUnitQuantity'], `${path}.`))
  if (isDecimal(rest.priceUnitQuantity) && Number(rest.priceUnitQuantity) <= 0)
    problems.push({ code: 'NUMBER_INVALID', field: `${path}.priceUnitQuantity`, message: 'The price unit must be greater than zero.' })
  return problems
}

function notNumbers(sent: SentRow, fields: readonly string[], path: string): Problem[] {
  const wrong = fields.filter((field) => isGiven(sent[field]) && !isDecimal(sent[field]))
  return wrong.map((field) => ({ code: 'NUMBER_INVALID', field: path + field, message: `"${sent[field]}" is not a number.` }))
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

function isDecimal(value: unknown): boolean {
  return (typeof value === 'string' || typeof value === 'number') && /^-?\d+(\.\d+)?$/.test(String(value))
}
