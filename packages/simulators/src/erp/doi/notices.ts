import type { DoiRow } from './order-store.ts'

export interface NoticeOptions {
  /** Default: the format of the order. */
  readonly format?: 'cxml' | 'ubl'
  /** Default: a new one. */
  readonly payloadId?: string
  /** The time of writing in the document. Default: now. */
  readonly writtenAt?: string
}

export interface ConfirmOptions extends NoticeOptions {
  /** Default: `accept`. */
  readonly type?: 'accept' | 'reject' | 'except' | 'backordered' | 'detail'
  /** With `except` or `detail`: the quantities that will not be delivered. */
  readonly rejected?: readonly { readonly lineNumber: string; readonly quantity: string }[]
  /** The promised day for the rest of the order: `YYYY-MM-DD`. */
  readonly promised?: string
}

export interface ShipOptions extends NoticeOptions {
  readonly shipmentId?: string
  readonly operation?: 'new' | 'update' | 'delete'
  readonly isPlanned?: boolean
  readonly isReturn?: boolean
  /** Left out by default, as most partners do (docs/erp/cxml.md#ship-notices). */
  readonly fulfillment?: 'partial' | 'complete'
  readonly carrier?: string
  readonly trackingNumbers?: readonly string[]
}

export interface InvoiceOptions extends NoticeOptions {
  readonly invoiceNumber?: string
  /** Writes a credit note for everything. In cXML its amounts are negative (docs/erp/cxml.md#invoices). */
  readonly isCredit?: boolean
}

export interface StatusOptions extends NoticeOptions {
  readonly code?: string
  readonly text?: string
  /** The new status of the order, for example `rejected`. */
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

/** Writes a partner's notices in one format. */
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

/** The totals of an order's lines, in cents. */
export function amountsOf({ lines }: DoiRow): Amounts {
  const totals = lines.map(({ quantity, unitPrice }) => inCents((scaled(quantity) * scaled(unitPrice)) / scale))
  return { lines: totals.map((lineTotal) => ({ lineTotal })), total: inCents(totals.reduce((sum, each) => sum + scaled(each), 0n)) }
}
