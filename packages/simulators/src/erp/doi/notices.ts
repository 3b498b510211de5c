import type { DoiRow } from './order-store.ts'

export interface NoticeOptions {
  /** That of the order unless told. */
  readonly format?: 'cxml' | 'ubl'
  /** A new one unless told. */
  readonly payloadId?: string
  /** When it says to have been written: now unless told. */
  readonly writtenAt?: string
}

export interface ConfirmOptions extends NoticeOptions {
  /** `accept` unless told. */
  readonly type?: 'accept' | 'reject' | 'except' | 'backordered' | 'detail'
  /** With `except` or `detail`: what will not come. */
  readonly rejected?: readonly { readonly lineNumber: string; readonly quantity: string }[]
  /** The day on which the rest of the order is promised: `YYYY-MM-DD`. */
  readonly promised?: string
}

export interface ShipOptions extends NoticeOptions {
  readonly shipmentId?: string
  readonly operation?: 'new' | 'update' | 'delete'
  readonly isPlanned?: boolean
  readonly isReturn?: boolean
  /** Partners mostly leave it out (docs/erp/cxml.md#ship-notices), and so does this one. */
  readonly fulfillment?: 'partial' | 'complete'
  readonly carrier?: string
  readonly trackingNumbers?: readonly string[]
}

export interface InvoiceOptions extends NoticeOptions {
  readonly invoiceNumber?: string
  /** A credit note of everything; its amounts are negative in cXML (docs/erp/cxml.md#invoices). */
  readonly isCredit?: boolean
}

export interface StatusOptions extends NoticeOptions {
  readonly code?: string
  readonly text?: string
  /** What became of the order, as in `rejected`. */
  readonly type?: string
}

export interface Stamp {
  readonly payloadId: string
  /** ISO 8601, UTC, with milliseconds. */
  readonly time: string
}

export interface ShipLine {
  readonly lineNumber: string
  readonly quantity: string
}

/** The documents of a partner in one format: what stands in them, without an envelope where the format has none. */
export interface NoticeWriter {
  confirm(order: DoiRow, options: ConfirmOptions, stamp: Stamp): string
  ship(order: DoiRow, lines: readonly ShipLine[], options: ShipOptions & { readonly shipmentId: string }, stamp: Stamp): string
  invoice(order: DoiRow, options: InvoiceOptions & { readonly invoiceNumber: string }, stamp: Stamp): string
  status(order: DoiRow, options: StatusOptions, stamp: Stamp): string
}

export interface Amounts {
  readonly lines: readonly { readonly lineTotal: string }[]
  readonly total: string
}

const scale = 100_000_000n
const scaled = (decimal: string): bigint => {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.')
  const value = BigInt(whole) * scale + BigInt(fraction.padEnd(8, '0').slice(0, 8))
  return decimal.startsWith('-') ? -value : value
}
const inCents = (value: bigint): string => {
  const cents = (value + scale / 200n) / (scale / 100n)
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0')
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** What the lines of an order sum up to, in cents. */
export function amountsOf({ lines }: DoiRow): Amounts {
  const totals = lines.map(({ quantity, unitPrice }) => inCents((scaled(quantity) * scaled(unitPrice)) / scale))
  return { lines: totals.map((lineTotal) => ({ lineTotal })), total: inCents(totals.reduce((sum, each) => sum + scaled(each), 0n)) }
}
