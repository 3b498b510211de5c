import { z } from 'zod'
import { defineDataType } from '../data-type.ts'
import { Decimal } from '../decimal.ts'
import { currency, day, instant, lines, oneOf, optional, text, withDefault } from '../fields.ts'

const InvoiceLine = z.object({
  lineNumber: text(),
  sku: optional(text(64)),
  description: optional(text()),
  quantity: optional(Decimal),
  uom: optional(text(16)),
  unitPrice: optional(Decimal),
  tax: optional(Decimal),
  lineTotal: optional(Decimal),
  orderLine: optional(text()),
})

/** Amounts of a credit note are positive; `type` says which it is. */
export const Invoice = z.object({
  invoiceNumber: text(),
  type: withDefault(oneOf(['invoice', 'credit_note']), 'invoice'),
  orderNumber: optional(text()),
  orderRefs: optional(z.array(text())),
  customerReference: optional(text()),
  customerId: optional(text()),
  customerName: optional(text()),
  issueDate: day,
  dueDate: optional(day),
  paidAt: optional(day),
  currency,
  subtotal: optional(Decimal),
  taxTotal: optional(Decimal),
  total: Decimal,
  balanceDue: optional(Decimal),
  status: optional(oneOf(['draft', 'open', 'partially_paid', 'paid', 'void'])),
  lines: lines(InvoiceLine),
  companyId: optional(text()),
  sourceUpdatedAt: optional(instant),
  sourceVersion: optional(text()),
})
export type Invoice = z.infer<typeof Invoice>

export const invoices = defineDataType({ title: 'Invoices', naturalKey: ['invoiceNumber'], schema: Invoice })
