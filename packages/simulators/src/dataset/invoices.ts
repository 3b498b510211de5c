import { createRandom } from '../random.ts'
import { dayOf } from './decimal.ts'
import { type OrderLine, orderAt } from './orders.ts'
import type { Row } from './row.ts'

export type InvoiceState = 'draft' | 'open' | 'partially_paid' | 'paid' | 'void'

/** An invoice for the order with the same index, or a credit note with positive amounts. */
export interface InvoiceRow extends Row {
  readonly invoiceNumber: string
  readonly type: 'invoice' | 'credit_note'
  readonly orderNumber: string
  readonly customerReference: string | null
  readonly customerId: string
  readonly customerName: string
  readonly issueDate: string
  readonly dueDate: string
  readonly paidAt: string | null
  readonly currency: string
  readonly subtotal: string
  readonly taxTotal: string
  readonly total: string
  readonly balanceDue: string
  readonly status: InvoiceState
  /** The invoice that this document cancels, if it is a cancellation. */
  readonly cancels?: string
  readonly lines: readonly OrderLine[]
}

const states: readonly InvoiceState[] = ['open', 'open', 'paid', 'paid', 'paid', 'draft', 'void']

export function invoiceIdAt(index: number): string {
  return String(9_000_000 + index)
}

export function invoiceAt(seed: string | number, index: number, orderCount: number, productCount: number, updatedAt: string): InvoiceRow {
  const random = createRandom(seed, 'invoice', index)
  const order = orderAt(seed, orderCount === 0 ? index : index % orderCount, productCount, updatedAt)
  const status = random.pick(states)
  const issueDate = dayOf(updatedAt, -random.integer(0, 25))
  return {
    id: invoiceIdAt(index),
    invoiceNumber: `RE-${invoiceIdAt(index)}`,
    type: random.chance(0.05) ? 'credit_note' : 'invoice',
    orderNumber: order.orderNumber,
    customerReference: order.customerReference,
    customerId: order.customerId,
    customerName: order.customerName,
    issueDate,
    dueDate: dayOf(issueDate, 30),
    paidAt: status === 'paid' ? dayOf(updatedAt) : null,
    currency: order.currency,
    subtotal: order.subtotal,
    taxTotal: order.taxTotal,
    total: order.total,
    balanceDue: status === 'paid' || status === 'void' ? '0.00' : order.total,
    status,
    lines: order.lines,
    updatedAt,
  }
}
