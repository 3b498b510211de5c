import { decimalOf } from '@linkspan/connector-kit/fields/exact-decimal'
import { textLiteral } from '@linkspan/connector-kit/odata/literals'
import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import type { OutgoingRecord } from '@linkspan/core/connector'
import { headerKeys } from './orders.ts'
import { type Data, lineNumberAt, linesOf, referenceOf } from './outgoing-order.ts'
import type { Reader } from './read.ts'
import type { FoSettings } from './settings.ts'

/** The oldest order with the reference of a record, and of its customer; undefined if the environment has none. */
export async function findHeader(
  record: OutgoingRecord,
  { reader, settings }: { readonly reader: Reader; readonly settings: FoSettings },
): Promise<Row | undefined> {
  const reference = referenceOf(record)
  if (reference === '') return undefined
  const { referenceField } = settings
  const filter = [`${referenceField} eq ${textLiteral(reference)}`]
  const found: Row[] = []
  for await (const { rows } of reader.pages({ role: 'orders', keys: headerKeys, filter, isCounted: false }, null))
    found.push(...rows.filter((row) => textOf(row, referenceField) === reference && isOfCustomer(row, record)))
  return found.sort((one, other) => compareNumbers(numberOf(one), numberOf(other)))[0]
}

export const numberOf = (row: Row): string => textOf(row, 'SalesOrderNumber') ?? ''

/** A text with a `*` finds others too, and so does another customer's order: they are compared once more. */
function isOfCustomer(row: Row, { data }: OutgoingRecord): boolean {
  const theirs = textOf(row, 'OrderingCustomerAccountNumber')
  const ours = typeof data.customerId === 'string' ? data.customerId.trim() : ''
  return theirs === undefined || ours === '' || theirs.toLowerCase() === ours.toLowerCase()
}

/** 101002 comes before 101010, and SO-9 before SO-10. */
const compareNumbers = (one: string, other: string): number => one.length - other.length || (one < other ? -1 : one > other ? 1 : 0)

/** Whether lines of an order may still be added: nothing of it has left, and it is not cancelled. */
export const isOpen = (row: Row): boolean => ['None', 'Backorder', undefined].includes(textOf(row, 'SalesOrderStatus'))

/**
 * Which lines of a record an order lacks, by their places: what a creation that broke off has not written
 * (docs/erp/dynamics-finance-operations.md#half-written-orders). If the lines do not show our numbers, item and quantity tell.
 */
export function missingLines({ data }: OutgoingRecord, theirs: readonly Row[]): readonly number[] {
  const rest = [...theirs]
  return linesOf(data).flatMap((line, at) => {
    const found = rest.findIndex((row) => isSame(row, line, at))
    if (found < 0) return [at]
    rest.splice(found, 1)
    return []
  })
}

function isSame(row: Row, line: Data, at: number): boolean {
  const number = decimalOf(row.CustomersLineNumber)
  if (number && !number.isZero()) return number.eq(lineNumberAt(line, at))
  const [theirs, ours] = [decimalOf(row.OrderedSalesQuantity), decimalOf(line.quantity)]
  return textOf(row, 'ItemNumber') === line.sku && theirs !== null && ours !== null && theirs.eq(ours)
}
