import type { InvoiceDocument, InvoicedLine } from './documents.ts'
import { absolute, isNegative, isZero, negative } from './values.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * An invoice as canonical fields. The amounts of a credit note are positive: if the partner writes them negative
 * (docs/erp/cxml.md#invoices), all signs are turned. An invoice that was taken back is `void`, one with nothing left to pay `paid`.
 */
export function invoiceRecordOf(document: InvoiceDocument): Fields {
  const { invoiceNumber, isCredit, operation, orderRefs, total, balanceDue, lines } = document
  const isTurned = isCredit && isNegative(total)
  const signed = (amount: string | null): string | undefined => (amount === null ? undefined : isTurned ? negative(amount) : amount)
  return {
    invoiceNumber,
    type: isCredit ? 'credit_note' : 'invoice',
    orderNumber: orderRefs[0],
    orderRefs: orderRefs.length > 0 ? orderRefs : undefined,
    customerId: document.customerId ?? undefined,
    customerName: document.customerName ?? undefined,
    issueDate: document.issueDate,
    dueDate: document.dueDate ?? undefined,
    currency: document.currency,
    subtotal: signed(document.subtotal),
    taxTotal: signed(document.taxTotal),
    total: signed(total),
    balanceDue: signed(balanceDue),
    status: operation === 'delete' ? 'void' : balanceDue !== null && isZero(balanceDue) ? 'paid' : 'open',
    lines: lines.map((line) => toLine(line, isTurned, signed)),
    sourceUpdatedAt: document.writtenAt ?? undefined,
  }
}

/** Where a line's total is turned, the sign stood at its quantity or at its price: both are positive then. */
function toLine(line: InvoicedLine, isTurned: boolean, signed: (amount: string | null) => string | undefined): Fields {
  const { lineNumber, quantity, unitPrice, lineTotal } = line
  const isCredited = isTurned && (lineTotal === null || isNegative(lineTotal))
  const plain = (value: string | null): string | undefined => (value === null ? undefined : isCredited ? absolute(value) : value)
  return {
    lineNumber,
    sku: line.sku ?? undefined,
    description: line.description ?? undefined,
    quantity: plain(quantity),
    uom: line.uom ?? undefined,
    unitPrice: plain(unitPrice),
    tax: signed(line.tax),
    lineTotal: signed(lineTotal),
    orderLine: line.orderLine ?? undefined,
  }
}
