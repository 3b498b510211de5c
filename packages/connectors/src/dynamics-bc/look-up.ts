import { decimalOf } from '@linkspan/connector-kit/fields/exact-decimal'
import { textLiteral } from '@linkspan/connector-kit/odata/literals'
import { linkedRows, type Row, textOf } from '@linkspan/connector-kit/odata/row'
import type { AcceptedRecord, OutgoingRecord } from '@linkspan/core/connector'
import { orderLinesProperty } from './orders.ts'
import { customerOf, referenceOf, type SentLine, sentLines } from './outgoing-order.ts'
import type { Reader, Reading } from './read.ts'
import type { BcSettings } from './settings.ts'
import { toId, wordOf } from './values.ts'

export interface LookUpContext {
  readonly reader: Reader
  readonly accepted: (row: Row) => Promise<AcceptedRecord>
  /** Deletes an order. Throws if it is another by now. */
  readonly remove: (row: Row) => Promise<void>
  readonly settings: BcSettings
}

export interface LookUp {
  /** The order with a reference, wherever Business Central has it by now; null if it surely has none. */
  byReference(record: OutgoingRecord): Promise<AcceptedRecord | null>
  /** Takes back what is there of an order if it lacks some of its lines. */
  half(record: OutgoingRecord): Promise<void>
}

/** Where an order is looked for: once it is shipped and invoiced only its documents are left (docs/erp/dynamics-business-central.md#finished-orders). */
const orders: Reading = { set: 'salesOrders', expand: [orderLinesProperty] }
const documents: readonly Reading[] = [
  { set: 'salesInvoices', select: ['id', 'number', 'externalDocumentNumber', 'customerNumber', 'customerId', 'orderId', 'orderNumber'] },
  { set: 'salesShipments', select: ['id', 'number', 'externalDocumentNumber', 'customerNumber', 'customerId', 'orderNumber'] },
]

export function createLookUp({ reader, accepted, remove, settings }: LookUpContext): LookUp {
  /** The oldest row with the reference, of the same customer if that is known: another one's may be called the same. */
  async function oldest(reading: Reading, record: OutgoingRecord): Promise<Row | undefined> {
    const reference = referenceOf(record)
    if (reference === '') return undefined
    const filter = [`externalDocumentNumber eq ${textLiteral(reference)}`]
    const found: Row[] = []
    for await (const { rows } of reader.pages({ ...reading, filter }, null)) found.push(...rows.filter((row) => isOf(row, record)))
    return found.sort((one, other) => compareNumbers(textOf(one, 'number') ?? '', textOf(other, 'number') ?? ''))[0]
  }

  async function orderOf(record: OutgoingRecord): Promise<Row | undefined> {
    const row = await oldest(orders, record)
    if (row === undefined || !isHalf(row, sentLines(record.data, settings))) return row
    await remove(row)
    return undefined
  }

  async function finished(record: OutgoingRecord): Promise<AcceptedRecord | null> {
    for (const reading of documents) {
      const row = await oldest(reading, record)
      if (row === undefined) continue
      const orderNumber = textOf(row, 'orderNumber')
      const erpId = toId(row.orderId) ?? orderNumber ?? textOf(row, 'id') ?? ''
      const reference = referenceOf(record)
      const shown = { customerReference: reference, ourReference: reference, ...(orderNumber !== undefined && { orderNumber }) }
      return { erpId, erpVersion: null, fields: { ...record.data, ...shown } }
    }
    return null
  }

  return {
    async byReference(record) {
      const row = await orderOf(record)
      return row ? accepted(row) : finished(record)
    },
    async half(record) {
      await orderOf(record)
    },
  }
}

/** Whether a row has the reference, in whatever case, and is of the order's customer. */
function isOf(row: Row, record: OutgoingRecord): boolean {
  if (fold(textOf(row, 'externalDocumentNumber')) !== referenceOf(record)) return false
  const same = Object.entries(customerOf(record.data)).map(([property, value]) => {
    const [theirs, ours] = [fold(textOf(row, property)), fold(value)]
    return theirs === '' || ours === '' || theirs === ours
  })
  return same.every(Boolean)
}

const fold = (value: unknown): string => (typeof value === 'string' ? value.trim().toUpperCase() : '')

/** 101002 comes before 101010, and S-ORD9 before S-ORD10. */
const compareNumbers = (one: string, other: string): number => one.length - other.length || (one < other ? -1 : one > other ? 1 : 0)

/**
 * Whether an order is what is left of a creation that broke off: a draft of which nothing is shipped, with the first of our lines and not
 * all of them (docs/erp/dynamics-business-central.md#creating-an-order).
 */
function isHalf(row: Row, ours: readonly SentLine[]): boolean {
  const theirs = linkedRows(row, orderLinesProperty)
  if (wordOf(row.status) !== 'Draft' || theirs.length >= ours.length) return false
  return theirs.every((line, at) => {
    const isUntouched = !decimalOf(line.shippedQuantity)?.gt(0) && !decimalOf(line.invoicedQuantity)?.gt(0)
    const [quantity, wanted] = [decimalOf(line.quantity), decimalOf(ours[at]?.quantity)]
    return (
      isUntouched && fold(line.lineObjectNumber) === fold(ours[at]?.number) && quantity !== null && wanted !== null && quantity.eq(wanted)
    )
  })
}
