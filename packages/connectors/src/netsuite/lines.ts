import { toText as digitsOf, sumOf } from '@linkspan/connector-kit/fields/exact-decimal'
import { defineFieldTable } from '@linkspan/connector-kit/fields/field-table'
import type { Fields } from '@linkspan/core/connector'
import { lineProgressOf } from './progress.ts'
import { columnsOf, displayText, type Query } from './query.ts'
import { isTrue, textOf, toDecimal, toMagnitude, toNegated } from './values.ts'

/** The lines of transactions, without the main line and those that are not shown, but with taxes (docs/erp/netsuite.md#lines). */
export const lineQuery: Query = {
  columns: [
    { name: 'transactionid', sql: 'tl.transaction', isNeeded: true },
    { name: 'linesequencenumber', sql: 'tl.linesequencenumber', isNeeded: true },
    ...columnsOf('tl', ['item']),
    { name: 'itemname', sql: displayText('tl.item') },
    ...columnsOf('tl', ['itemtype']),
    { name: 'quantity', sql: 'tl.quantity', isNeeded: true },
    ...columnsOf('tl', ['units']),
    { name: 'unitname', sql: displayText('tl.units') },
    ...columnsOf('tl', ['rate', 'rateamount', 'foreignamount', 'netamount', 'quantityshiprecv', 'quantitybilled', 'location']),
    ...columnsOf('tl', ['isclosed', 'iscogs', 'taxline']),
  ],
  from: 'transactionline tl',
  where: ["tl.mainline = 'F'", "(tl.taxline = 'T' OR tl.donotdisplayline = 'F')"],
}

export const lineKeys = [
  { name: 'transactionid', sql: 'tl.transaction' },
  { name: 'linesequencenumber', sql: 'tl.linesequencenumber' },
] as const

/** Lines that say nothing about what is sold. */
const skipped: readonly string[] = ['TaxGroup', 'TaxItem', 'EndGroup', 'Subtotal']
const items: readonly string[] = ['InvtPart', 'Assembly', 'NonInvtPart', 'Service', 'Kit', 'Group']

const typeOf = (row: Fields): string => textOf(row, 'itemtype') ?? (textOf(row, 'item') === undefined ? 'Description' : 'InvtPart')
const kindOf = (row: Fields): 'item' | 'comment' | 'charge' =>
  items.includes(typeOf(row)) ? 'item' : typeOf(row) === 'Description' ? 'comment' : 'charge'

/** Sales have negative quantities and amounts; what takes them back, as a credit memo, has positive ones. */
export type Side = 'sale' | 'return'
const quantityOf = (row: Fields, side: Side): string =>
  (side === 'sale' ? toNegated(row.quantity) : toMagnitude(row.quantity)) ?? (kindOf(row) === 'comment' ? '0' : '1')
const amountOf = (row: Fields, side: Side): string | undefined => {
  const amount = toDecimal(row.foreignamount) ?? toDecimal(row.netamount)
  return side === 'sale' ? toNegated(amount) : kindOf(row) === 'item' ? toMagnitude(amount) : amount
}

const taxOf = (row: Fields, side: Side): string | undefined => {
  const amount = toDecimal(row.foreignamount) ?? toDecimal(row.netamount)
  return side === 'sale' ? toNegated(amount) : amount
}

const common = (side: Side) =>
  ({
    lineNumber: ['linesequencenumber'],
    sku: { from: ['itemname', 'item'], note: 'the item by its name' },
    type: { from: ['itemtype'], to: (_: unknown, row: Fields) => kindOf(row), note: 'Description is a comment; what is no item a charge' },
    description: ['memo'],
    quantity: {
      from: ['quantity'],
      to: (_: unknown, row: Fields) =>
        row.quantity !== undefined && toDecimal(row.quantity) === undefined ? row.quantity : quantityOf(row, side),
      note: side === 'sale' ? 'negated' : 'without its sign',
    },
    uom: { from: ['unitname', 'units'] },
    unitPrice: { from: ['rate'], to: toDecimal, note: 'a percentage is left out' },
    lineTotal: {
      from: ['foreignamount', 'netamount'],
      to: (_: unknown, row: Fields) => amountOf(row, side),
      note: side === 'sale' ? 'negated' : 'without its sign',
    },
  }) as const

export const orderLines = defineFieldTable({
  ...common('sale'),
  quantityShipped: { from: ['quantityshiprecv'], to: toMagnitude },
  quantityInvoiced: { from: ['quantitybilled'], to: toMagnitude },
  quantityCancelled: { from: ['isclosed', 'quantity'], to: (_, row) => cancelledOf(row), note: 'what is not shipped of a closed line' },
  status: { from: ['quantityshiprecv', 'quantity'], to: (_, row) => lineProgressOf(row) ?? undefined, note: 'by what is shipped' },
  locationId: ['location'],
})
export const invoiceLines = defineFieldTable(common('sale'))
export const creditLines = defineFieldTable(common('return'))

function cancelledOf(row: Fields): string | undefined {
  if (!isTrue(row.isclosed)) return undefined
  const rest = sumOf([toNegated(row.quantity) ?? '0', toNegated(toMagnitude(row.quantityshiprecv)) ?? '0'])
  return rest?.gt(0) ? digitsOf(rest) : undefined
}

/** The lines of one transaction in groups: what is sold, freight, discounts on the whole, and taxes. */
export function sortLines(rows: readonly Fields[]) {
  const shown = rows.filter((row) => !isTrue(row.iscogs) && !isTrue(row.taxline) && !skipped.includes(typeOf(row)))
  const of = (type: string) => shown.filter((row) => typeOf(row) === type)
  const sold = shown.filter((row) => !['ShipItem', 'Discount'].includes(typeOf(row)))
  return { sold, freight: of('ShipItem'), discounts: of('Discount'), taxes: rows.filter((row) => isTrue(row.taxline)) }
}

/** What the lines of an order or invoice add up to. */
export function totalsOf(rows: readonly Fields[], side: Side): Readonly<Record<string, string>> {
  const { sold, freight, discounts, taxes } = sortLines(rows)
  const sum = (amounts: readonly unknown[]) => {
    const total = amounts.length === 0 ? null : sumOf(amounts)
    return total === null ? undefined : toDecimal(digitsOf(total))
  }
  const totals = {
    subtotal: sum(sold.map((row) => amountOf(row, side) ?? (kindOf(row) === 'comment' ? '0' : undefined))),
    shippingTotal: sum(freight.map((row) => toMagnitude(row.rateamount) ?? toMagnitude(amountOf(row, side)))),
    discountTotal: sum(discounts.map((row) => toMagnitude(amountOf(row, side)) ?? toMagnitude(row.rateamount))),
    taxTotal: sum(taxes.map((row) => taxOf(row, side) ?? '0')),
  }
  return Object.fromEntries(Object.entries(totals).flatMap(([field, total]) => (total === undefined ? [] : [[field, total]])))
}
