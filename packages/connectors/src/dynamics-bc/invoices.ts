import { decimalOf } from '@linkspan/connector-kit/fields/exact-decimal'
import { defineFieldTable } from '@linkspan/connector-kit/fields/field-table'
import { linkedRows, type Row } from '@linkspan/connector-kit/odata/row'
import type { FieldSource, SourceRecord } from '@linkspan/core/connector'
import { sku } from './orders.ts'
import { localCurrencyPath, type RowContext, toRecord, versions } from './records.ts'
import { day, wordOf } from './values.ts'

/** Invoices and credit memos are two entity sets, with lines of their own. */
export const invoiceSets = [
  { set: 'salesInvoices', lines: 'salesInvoiceLines', type: 'invoice' },
  { set: 'salesCreditMemos', lines: 'salesCreditMemoLines', type: 'credit_note' },
] as const

/** What the words of `status` mean (docs/erp/dynamics-business-central.md#invoices). */
const statuses: Readonly<Record<string, string>> = {
  Draft: 'draft',
  'In Review': 'draft',
  Open: 'open',
  Paid: 'paid',
  Canceled: 'void',
  Corrective: 'paid',
}

const lines = defineFieldTable({
  lineNumber: ['sequence'],
  sku,
  description: ['description'],
  quantity: ['quantity'],
  uom: ['unitOfMeasureCode'],
  unitPrice: ['unitPrice'],
  tax: ['totalTaxAmount'],
  lineTotal: ['netAmount'],
})

const header = defineFieldTable({
  id: ['id'],
  invoiceNumber: ['number'],
  orderNumber: ['orderNumber'],
  customerReference: ['externalDocumentNumber', 'customerPurchaseOrderReference'],
  customerId: ['customerNumber'],
  customerName: ['customerName'],
  issueDate: day('invoiceDate', 'creditMemoDate'),
  dueDate: day('dueDate'),
  currency: { from: ['currencyCode', localCurrencyPath], note: 'blank is the local currency' },
  subtotal: ['totalAmountExcludingTax'],
  taxTotal: ['totalTaxAmount'],
  total: ['totalAmountIncludingTax'],
  balanceDue: ['remainingAmount'],
  status: {
    from: ['status', 'remainingAmount'],
    to: (_, row) => statusOf(row),
    note: 'an open one of which a part is paid is partially_paid',
  },
  statusRaw: { from: ['status'], to: wordOf },
  ...versions,
})

function statusOf({ status, remainingAmount, totalAmountIncludingTax }: Row): string | undefined {
  const word = wordOf(status)
  if (word === undefined) return undefined
  const [rest, total] = [decimalOf(remainingAmount), decimalOf(totalAmountIncludingTax)]
  const isPartlyPaid = word === 'Open' && rest && total && rest.gt(0) && rest.lt(total)
  return isPartlyPaid ? 'partially_paid' : (statuses[word] ?? word)
}

export const invoiceSources: readonly FieldSource[] = [
  ...header.sources(),
  { field: 'type', sources: [], note: 'salesInvoices are invoices, salesCreditMemos are credit notes' },
  ...lines.sources({ field: 'lines', rows: invoiceSets.map((each) => each.lines) }),
]

/** An invoice or credit memo with its lines (docs/erp/dynamics-business-central.md#invoices). */
export function toInvoice(row: Row, kind: (typeof invoiceSets)[number], context: RowContext): SourceRecord {
  const { fields, ...record } = toRecord(header, row, context)
  return { ...record, fields: { ...fields, type: kind.type, lines: linkedRows(row, kind.lines).map(lines.read) } }
}
