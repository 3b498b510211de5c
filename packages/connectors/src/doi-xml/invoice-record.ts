import type { InvoiceDocument, InvoicedLine } from './documents.ts'
import { absolute, isNegative, isZero, negative } from './values.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * An invoice as canonical fields. The amounts of a credit note are positive (docs/erp/cxml.md#invoices): if the partner writes them as
 * negative, as in credit memos of cXML, all signs are reversed. A deleted invoice is `void`; one with nothing left to pay is `paid`.
 */
export function invoiceRecordOf(document: InvoiceDocument): Fields {
  const { invoiceNumber, isCredit, operation, orderRefs, total, balanceDue, lines } = document
  const isReversed = isCredit && isNegative(total)
  const signed = (amount: string | null): string | undefined => (amount === null ? undefined : isReversed ? negative(amount) : amount)
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
    lines: lines.map((line) => toLine(line, isReversed, signed)),
    sourceUpdatedAt: document.writtenAt ?? undefined,
  }
}

/** If a line's total is reversed, its quantity or its price was negative: both become positive. */
function toLine(line: InvoicedLine, isReversed: boolean, signed: (amount: string | null) => string | undefined): Fields {
  const { lineNumber, quantity, unitPrice, lineTotal } = line
  const isCredited = isReversed && (lineTotal === null || isNegative(lineTotal))
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
