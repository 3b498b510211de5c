import { decimalOf, sumOf, toText } from '@linkspan/connector-kit/fields/exact-decimal'
import { defineFieldTable } from '@linkspan/connector-kit/fields/field-table'
import { etagOf, linkedRows, type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { dayOf } from '@linkspan/connector-kit/odata/times'
import type { FieldSource, SourceRecord } from '@linkspan/core/connector'
import type { SapSettings } from './settings.ts'
import { changedAtOf, flagOf, keyOf } from './values.ts'

const key = (...from: readonly string[]) => ({
  from,
  to: (value: unknown) => keyOf(value) || undefined,
  note: 'a number without its leading zeros',
})
const day = (...from: readonly string[]) => ({ from, to: (value: unknown) => dayOf(value) ?? undefined })

const statusProperties = ['BillingDocumentIsCancelled', 'AccountingPostingStatus', 'InvoiceClearingStatus'] as const
const itemRows = ['to_Item.results'] as const

const header = defineFieldTable({
  id: key('BillingDocument'),
  invoiceNumber: key('BillingDocument'),
  typeRaw: ['BillingDocumentType'],
  customerReference: ['PurchaseOrderByCustomer'],
  customerId: key('SoldToParty', 'PayerParty'),
  issueDate: day('BillingDocumentDate', 'CreationDate'),
  currency: ['TransactionCurrency'],
  subtotal: ['TotalNetAmount'],
  taxTotal: ['TaxAmount'],
  total: {
    from: ['TotalGrossAmount', 'TotalNetAmount'],
    to: (_, row) => textOf(row, 'TotalGrossAmount') ?? textOfSum(row),
    note: 'else the sum of net and tax',
  },
  status: {
    from: statusProperties,
    to: (_, row) => statusOf(row),
    note: 'cancelled is void, not posted to accounting is draft, cleared is paid',
  },
  statusRaw: { from: statusProperties, to: (_, row) => statusRawOf(row), note: 'those that are filled' },
  companyId: ['CompanyCode'],
})

const lines = defineFieldTable({
  lineNumber: key('BillingDocumentItem'),
  sku: key('Material'),
  description: ['BillingDocumentItemText'],
  quantity: ['BillingQuantity'],
  uom: ['BillingQuantityUnit'],
  unitPrice: { from: ['NetAmount', 'BillingQuantity'], to: (_, line) => unitPriceOf(line), note: 'net amount by quantity' },
  tax: ['TaxAmount'],
  lineTotal: ['NetAmount'],
  orderLine: key('SalesDocumentItem'),
})

const textOfSum = ({ TotalNetAmount, TaxAmount }: Row): string | undefined => {
  const sum = sumOf([TotalNetAmount, TaxAmount])
  return sum ? toText(sum) : undefined
}

function unitPriceOf({ NetAmount, BillingQuantity }: Row): string | undefined {
  const [amount, quantity] = [decimalOf(NetAmount), decimalOf(BillingQuantity)]
  return amount && quantity && !quantity.eq(0) ? toText(amount.div(quantity).toDecimalPlaces(8)) : undefined
}

/** The document that a cancellation cancels; empty for all other documents (docs/erp/sap-s4hana.md#billing-documents). */
export const cancelledBy = (row: Row): string => textOf(row, 'CancelledBillingDocument') ?? ''

/** What is not posted to accounting is a draft; what is posted and not cleared is open (docs/erp/sap-s4hana.md#billing-documents). */
function statusOf(row: Row): string {
  if (flagOf(row.BillingDocumentIsCancelled)) return 'void'
  if ('AccountingPostingStatus' in row && textOf(row, 'AccountingPostingStatus') !== 'C') return 'draft'
  const clearing = textOf(row, 'InvoiceClearingStatus')
  return clearing === 'C' ? 'paid' : clearing === 'B' ? 'partially_paid' : 'open'
}

function statusRawOf(row: Row): string | undefined {
  const letters = statusProperties.slice(1).flatMap((name) => textOf(row, name)?.replace(/^/, `${name}=`) ?? [])
  return [...(flagOf(row.BillingDocumentIsCancelled) ? ['BillingDocumentIsCancelled'] : []), ...letters].join(', ') || undefined
}

function isCreditNote(row: Row, { creditCategories, creditTypes }: SapSettings['invoices']): boolean {
  const [category = '', type = ''] = [textOf(row, 'SDDocumentCategory'), textOf(row, 'BillingDocumentType')]
  return creditCategories.includes(category) || creditTypes.includes(type)
}

const amounts = ['TotalNetAmount', 'TaxAmount', 'TotalGrossAmount', 'NetAmount', 'GrossAmount'] as const

/** The row with the signs of its amounts turned round. */
function negated(row: Row): Row {
  const turned = amounts.flatMap((name) => {
    const amount = decimalOf(row[name])
    return amount ? [[name, toText(amount.neg())] as const] : []
  })
  return { ...row, ...Object.fromEntries(turned) }
}

/** `A_BillingDocument` with its items as an invoice or a credit note, whose amounts are positive (docs/erp/sap-s4hana.md#billing-documents). */
export function toInvoice(row: Row, settings: SapSettings['invoices']): SourceRecord {
  const isCredit = isCreditNote(row, settings)
  const isNegative = isCredit && (decimalOf(row.TotalNetAmount)?.lt(0) ?? false)
  const shown = isNegative ? negated(row) : row
  const items = linkedRows(row, 'to_Item').map((item) => (isNegative ? negated(item) : item))
  const { id, ...fields } = header.read(shown)
  const orders = [...new Set(items.map(({ SalesDocument }) => keyOf(SalesDocument)).filter((number) => number !== ''))]
  const changedAt = changedAtOf(row)
  return {
    id: typeof id === 'string' ? id : '',
    raw: row,
    changedAt,
    fields: {
      ...fields,
      type: isCredit ? 'credit_note' : 'invoice',
      ...(orders.length === 1 && { orderNumber: orders[0] }),
      ...(orders.length > 0 && { orderRefs: orders }),
      lines: items.map(lines.read),
      sourceUpdatedAt: changedAt ?? undefined,
      sourceVersion: etagOf(row),
    },
  }
}

export const invoiceSources: readonly FieldSource[] = [
  ...header.sources(),
  {
    field: 'type',
    sources: ['SDDocumentCategory', 'BillingDocumentType'],
    note: 'a credit note by settings.invoices.creditCategories and creditTypes',
  },
  { field: 'orderNumber', sources: itemRows.map((rows) => `${rows}[].SalesDocument`), note: 'if all items are of one order' },
  { field: 'orderRefs', sources: itemRows.map((rows) => `${rows}[].SalesDocument`), note: 'each once' },
  ...lines.sources({ field: 'lines', rows: itemRows }),
  { field: 'sourceUpdatedAt', sources: ['LastChangeDateTime', 'LastChangeDate', 'CreationDate'] },
  { field: 'sourceVersion', sources: ['__metadata.etag', '@odata.etag'] },
]
