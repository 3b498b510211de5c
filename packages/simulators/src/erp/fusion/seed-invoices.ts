import type { InvoiceRow } from '../../dataset/invoices.ts'
import type { OrderLine } from '../../dataset/orders.ts'
import type { Fields } from './row-table.ts'
import { businessUnit, idAt, unitName } from './tenant.ts'

const statuses: Readonly<Record<InvoiceRow['status'], string>> = {
  draft: 'Incomplete',
  open: 'Complete',
  partially_paid: 'Complete',
  paid: 'Complete',
  void: 'Void',
}

const lineFields = (line: OrderLine, at: number, orderNumber: string): Fields => ({
  CustomerTransactionLineId: at + 1,
  LineNumber: at + 1,
  ItemNumber: line.sku,
  Description: line.description,
  Quantity: Number(line.quantity),
  UnitOfMeasure: unitName(line.uom),
  UnitSellingPrice: Number(line.unitPrice),
  LineAmount: Number(line.lineTotal),
  SalesOrder: orderNumber,
})

/** An invoice that is due in two instalments; a credit memo has negative amounts (docs/erp/oracle-fusion.md#invoices). */
export function invoiceFields(row: InvoiceRow): Fields {
  const sign = row.type === 'credit_note' ? -1 : 1
  const [total, balance] = [Number(row.total) * sign, Number(row.balanceDue) * sign]
  const half = Math.round((balance / 2) * 100) / 100
  const instalment = (at: number, due: string, open: number): Fields => ({
    InstallmentId: at,
    InstallmentSequenceNumber: at,
    InstallmentDueDate: due,
    InstallmentBalanceDue: open,
    InstallmentStatus: open === 0 ? 'Closed' : 'Open',
  })
  return {
    CustomerTransactionId: idAt(8, row.id),
    TransactionNumber: row.invoiceNumber,
    TransactionType: row.type === 'credit_note' ? 'Credit Memo' : 'Invoice',
    TransactionClass: row.type === 'credit_note' ? 'CM' : 'INV',
    TransactionDate: row.issueDate,
    InvoiceCurrencyCode: row.currency,
    EnteredAmount: total,
    InvoiceBalanceAmount: balance,
    InvoiceStatus: statuses[row.status],
    BusinessUnit: businessUnit.name,
    BillToCustomerName: row.customerName,
    BillToCustomerNumber: row.customerId,
    PurchaseOrder: row.customerReference,
    PaymentTerms: '30 Net',
    receivablesInvoiceLines: row.lines.map((line, at) => lineFields(line, at, row.orderNumber)),
    receivablesInvoiceInstallments: [
      instalment(1, row.issueDate, half),
      instalment(2, row.dueDate, Math.round((balance - half) * 100) / 100),
    ],
  }
}
