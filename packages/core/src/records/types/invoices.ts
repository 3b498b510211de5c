import { z } from 'zod'
import { defineDataType } from '../data-type.ts'
import { Decimal } from '../decimal.ts'
import { currency, day, instant, lines, optional, text, withWords, wordIn } from '../fields.ts'

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

const types = ['invoice', 'credit_note'] as const
const typeSynonyms = { credit_memo: 'credit_note', credit: 'credit_note', gutschrift: 'credit_note', rechnung: 'invoice' } as const
const statusSynonyms = { canceled: 'void', cancelled: 'void', voided: 'void', storniert: 'void', bezahlt: 'paid', offen: 'open' } as const

/** Amounts of a credit note are positive; `type` says which it is. */
export const Invoice = z
  .object({
    invoiceNumber: text(),
    type: optional(wordIn(types, typeSynonyms)),
    typeRaw: optional(text()),
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
    status: optional(wordIn(['draft', 'open', 'partially_paid', 'paid', 'void'], statusSynonyms)),
    statusRaw: optional(text()),
    lines: lines(InvoiceLine),
    companyId: optional(text()),
    sourceUpdatedAt: optional(instant),
    sourceVersion: optional(text()),
  })
  .transform(withWords('type', 'status'))
  .transform((invoice) => ({ ...invoice, type: invoice.type ?? 'invoice' }))
export type Invoice = z.infer<typeof Invoice>

export const invoices = defineDataType({ title: 'Invoices', naturalKey: ['invoiceNumber'], schema: Invoice, fillsIn: ['type'] })
