import { withFraction } from '../../dataset/decimal.ts'
import type { InvoiceRow } from '../../dataset/invoices.ts'
import type { OrderLine } from '../../dataset/orders.ts'
import type { Table } from '../../dataset/table.ts'
import { date, decimal, type EdmValue, timestamp } from './edm.ts'
import type { Entity, EntitySet } from './entity.ts'

/** `A_BillingDocument` of API_BILLING_DOCUMENT_SRV. A cancellation is a document of its own, beside the one that it cancels. */
export function billingDocuments(table: Table<InvoiceRow>): EntitySet {
  return {
    name: 'A_BillingDocument',
    table,
    idField: 'BillingDocument',
    changeField: 'LastChangeDateTime',
    guessId: (key) => key,
    indexed: { BillingDocument: 'id' },
    toEntity: (row: InvoiceRow) => ({
      set: 'A_BillingDocument',
      type: 'A_BillingDocumentType',
      keys: ['BillingDocument'],
      fields: headerFields(row),
      links: { to_Item: () => row.lines.map((line) => item(row, line)) },
    }),
  }
}

function kindOf({ type, cancels }: InvoiceRow): { readonly type: string; readonly category: string } {
  if (cancels !== undefined) return { type: 'S1', category: 'N' }
  return type === 'credit_note' ? { type: 'G2', category: 'O' } : { type: 'F2', category: 'M' }
}

const clearing = { paid: 'C', partially_paid: 'B', open: 'A', draft: 'A', void: 'A' } as const

function headerFields(row: InvoiceRow): Record<string, EdmValue> {
  const { type, category } = kindOf(row)
  return {
    BillingDocument: row.id,
    BillingDocumentType: type,
    SDDocumentCategory: category,
    BillingDocumentCategory: '',
    CreationDate: date(row.issueDate),
    LastChangeDateTime: timestamp(row.updatedAt),
    BillingDocumentDate: date(row.issueDate),
    BillingDocumentIsCancelled: row.status === 'void' && row.cancels === undefined,
    CancelledBillingDocument: row.cancels ?? '',
    SoldToParty: row.customerId,
    PayerParty: row.customerId,
    PurchaseOrderByCustomer: row.customerReference ?? '',
    TotalNetAmount: decimal(row.subtotal),
    TaxAmount: decimal(row.taxTotal),
    TotalGrossAmount: decimal(row.total),
    TransactionCurrency: row.currency,
    CustomerPaymentTerms: '0001',
    CompanyCode: '1710',
    FiscalYear: row.issueDate.slice(0, 4),
    AccountingDocument: row.status === 'draft' ? '' : row.id,
    DocumentReferenceID: row.invoiceNumber,
    AccountingPostingStatus: row.status === 'draft' ? 'A' : 'C',
    InvoiceClearingStatus: clearing[row.status],
    OverallBillingStatus: 'C',
  }
}

function item(row: InvoiceRow, line: OrderLine): Entity {
  const gross = (Number(line.lineTotal) + Number(line.tax)).toFixed(2)
  return {
    set: 'A_BillingDocumentItem',
    type: 'A_BillingDocumentItemType',
    keys: ['BillingDocument', 'BillingDocumentItem'],
    fields: {
      BillingDocument: row.id,
      BillingDocumentItem: line.lineNumber,
      Material: line.sku,
      BillingDocumentItemText: [...line.description].slice(0, 40).join(''),
      BillingQuantity: decimal(withFraction(line.quantity, 3)),
      BillingQuantityUnit: line.uom,
      NetAmount: decimal(line.lineTotal),
      TaxAmount: decimal(line.tax),
      GrossAmount: decimal(gross),
      TransactionCurrency: row.currency,
      SalesDocument: row.orderNumber,
      SalesDocumentItem: line.lineNumber,
      SalesSDDocumentCategory: 'C',
    },
    links: {},
  }
}
