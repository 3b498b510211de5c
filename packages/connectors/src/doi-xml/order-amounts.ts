import type { Order } from '@linkspan/core/connector'
import { divide, isZero, multiply, negative, subtract } from './values.ts'

export type OrderLine = Order['lines'][number]

/** The lines that name goods. */
export const itemsOf = ({ lines }: Order): readonly OrderLine[] => lines.filter(({ type }) => type === 'item')

/** The comments between the lines. */
export const commentsOf = ({ lines }: Order): readonly string[] =>
  lines.flatMap(({ type, description }) => (type === 'comment' && description !== undefined ? [description] : []))

/** Why an order cannot be sent to a partner; null if it can. */
export function whyNotSendable(order: Order): string | null {
  const charge = order.lines.find(({ type }) => type === 'charge')
  if (charge) return `Line ${charge.lineNumber} is a charge: only items and comments are sent, put it into the order's shippingTotal`
  const items = itemsOf(order)
  if (items.length === 0) return 'The order has no items: partners accept no empty orders'
  const nameless = items.find(({ sku }) => sku === undefined)
  if (nameless) return `Line ${nameless.lineNumber} has no SKU: the partner would not know what is ordered`
  const priceless = items.find((line) => unitPriceOf(line) === null)
  return priceless ? `Line ${priceless.lineNumber} has neither a unitPrice nor a lineTotal: partners accept no line without a price` : null
}

/** The price of one unit before the line's discount. It is derived from the line's total if need be; null if there is neither. */
export function unitPriceOf({ unitPrice, lineTotal, quantity, discount = '0' }: OrderLine): string | null {
  if (unitPrice !== undefined) return unitPrice
  return lineTotal === undefined || isZero(quantity) ? null : divide(subtract(lineTotal, negative(discount)), quantity)
}

/** What a line costs, without tax: its `lineTotal`, else price times quantity less discount. */
export function lineTotalOf(line: OrderLine): string {
  const { lineTotal, quantity, discount = '0' } = line
  return lineTotal ?? subtract(multiply(unitPriceOf(line) ?? '0', quantity), discount)
}

/** The price of one unit after the line's discount, rounded to eight decimal places. */
export function netUnitPriceOf(line: OrderLine): string | null {
  const price = unitPriceOf(line)
  if (price === null || line.discount === undefined || isZero(line.discount) || isZero(line.quantity)) return price
  return divide(subtract(multiply(price, line.quantity), line.discount), line.quantity)
}

/** The goods alone, after discounts and without shipping and tax: `total = subtotal − discount + shipping + tax`. */
export const goodsTotalOf = ({ total, shippingTotal = '0', taxTotal = '0' }: Order): string => subtract(total, shippingTotal, taxTotal)
