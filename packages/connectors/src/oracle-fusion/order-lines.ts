import { decimalOf, ExactDecimal, toText as toDigits } from '@linkspan/connector-kit/fields/exact-decimal'
import { defineFieldTable, toText } from '@linkspan/connector-kit/fields/field-table'
import type { Row } from '@linkspan/connector-kit/odata/row'
import { day, isTrue } from './values.ts'

/** One line of an order, with all the fulfilment lines that it was split into. */
export interface OrderLine {
  readonly number: string | undefined
  readonly parts: readonly Row[]
  readonly ordered: ExactDecimal
  readonly cancelled: ExactDecimal
  readonly shipped: ExactDecimal
  readonly isReturn: boolean
  /** Not to be shipped any more, and not cancelled. */
  readonly isLive: boolean
}

/** The names under which a line's number stands, best first. */
const numbers = ['SourceTransactionLineNumber', 'DisplayLineNumber', 'LineNumber', 'SourceTransactionLineId', 'LineId'] as const
export const lineNumberOf = (row: Row): string | undefined => numbers.map((name) => toText(row[name])).find((text) => text !== undefined)

const word = (value: unknown): string => toText(value)?.toUpperCase() ?? ''
const zero = new ExactDecimal(0)

export const isCancelled = (row: Row): boolean => isTrue(row.CanceledFlag) || /^CANCEL/.test(word(row.StatusCode))
const isReturn = (row: Row): boolean => /RETURN/.test(word(row.TransactionCategoryCode))

/** Words that say that a line has left the house, if no quantity does (docs/erp/oracle-fusion.md#order-status). */
const left = /^(SHIPPED|AWAIT_BILLING|BILLED|CLOSED|INTERFACED|PARTIALLY_BILLED)$/

const quantityOf = (row: Row): ExactDecimal => decimalOf(row.OrderedQuantity) ?? zero

function shippedOf(row: Row): ExactDecimal {
  const told = decimalOf(row.ShippedQuantity) ?? decimalOf(row.FulfilledQuantity)
  if (told) return told
  return !isCancelled(row) && left.test(word(row.StatusCode)) ? quantityOf(row) : zero
}

const sum = (rows: readonly Row[], of: (row: Row) => ExactDecimal): ExactDecimal => rows.reduce((total, row) => total.plus(of(row)), zero)

/** The lines of an order: fulfilment lines with one number are parts of one line (docs/erp/oracle-fusion.md#split-lines). */
export function toLines(rows: readonly Row[]): readonly OrderLine[] {
  const groups = new Map<string, Row[]>()
  for (const [at, row] of rows.entries()) {
    const key = lineNumberOf(row) ?? `without a number ${at}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].map((parts) => {
    const ordered = sum(parts, quantityOf)
    const cancelled = sum(parts.filter(isCancelled), quantityOf)
    const shipped = sum(parts, shippedOf)
    return {
      number: lineNumberOf(parts[0] as Row),
      parts,
      ordered,
      cancelled,
      shipped,
      isReturn: parts.some(isReturn),
      isLive: !parts.every(isCancelled),
    }
  })
}

export const lineFields = defineFieldTable({
  lineNumber: { from: numbers, to: (_, row) => lineNumberOf(row) },
  sku: ['ProductNumber'],
  description: ['ProductDescription'],
  uom: ['OrderedUOMCode', 'OrderedUOM'],
  quantity: { from: ['OrderedQuantity'], note: 'of a split line the sum of its parts' },
  quantityShipped: { from: ['ShippedQuantity', 'FulfilledQuantity'], note: 'of a split line the sum of its parts' },
  quantityCancelled: {
    from: ['CanceledFlag', 'StatusCode'],
    to: () => undefined,
    note: 'the ordered quantity of the parts that are cancelled',
  },
  unitPrice: ['UnitSellingPrice'],
  lineTotal: { from: ['ExtendedAmount'], note: 'of a split line the sum of its parts' },
  status: { from: ['StatusCode', 'ShippedQuantity'], to: () => undefined, note: 'by what is shipped and cancelled' },
  requestedDate: day('RequestedArrivalDate', 'RequestedShipDate'),
  locationId: ['FulfillmentOrganizationCode', 'RequestedFulfillmentOrganizationCode'],
})

/** A line as an order's record has it. */
export function toRecordLine(line: OrderLine): Readonly<Record<string, unknown>> {
  const [first] = line.parts as readonly [Row]
  const read = lineFields.read(first)
  const amounts = line.parts.map(({ ExtendedAmount }) => decimalOf(ExtendedAmount))
  const total = amounts.every((amount) => amount !== null)
    ? toDigits(amounts.reduce((all, amount) => all.plus(amount), zero))
    : read.lineTotal
  const isReadable = line.parts.every((part) => decimalOf(part.OrderedQuantity))
  const status = lineStatusOf(line)
  return {
    ...read,
    ...(isReadable && { quantity: toDigits(line.ordered) }),
    quantityShipped: toDigits(line.shipped),
    ...(line.cancelled.gt(0) && { quantityCancelled: toDigits(line.cancelled) }),
    ...(total !== undefined && { lineTotal: total }),
    ...(status !== undefined && { status }),
  }
}

function lineStatusOf({ isLive, ordered, cancelled, shipped }: OrderLine): string | undefined {
  if (!isLive) return 'cancelled'
  if (!shipped.gt(0)) return undefined
  return shipped.gte(ordered.minus(cancelled)) ? 'shipped' : 'partially_shipped'
}
