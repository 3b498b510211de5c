import { dayOf } from '../../dataset/decimal.ts'
import { type BcStore, type Entity, type Fields, idOf, noId } from './bc-store.ts'
import { totalsOf } from './book-order.ts'
import { kinds } from './seed.ts'

/** What people in Business Central do with orders. */
export interface Posting {
  /** Releases an order: it can be shipped. */
  releaseOrder(orderId: string): void
  /** Ships a part of what is left of each line (all by default), and invoices it if so wanted. A finished order is gone. */
  shipOrder(orderId: string, options?: { readonly share?: number; readonly invoices?: boolean }): void
  /** Credits an invoice in full. */
  creditInvoice(invoiceNumber: string): void
}

export function createPosting(store: BcStore, nextNumber: () => string): Posting {
  const orderOf = (id: string): Entity => {
    const order = store.salesOrders.get(id)
    if (!order) throw new Error(`There is no order ${id}.`)
    return order
  }
  const withoutTime = ({ updatedAt: _, ...rest }: Entity) => rest
  const today = () => dayOf(Date.now())

  function postShipment(order: Entity, lines: readonly Fields[]): void {
    const number = nextNumber()
    const { customerId, customerNumber, externalDocumentNumber, orderDate, number: orderNumber } = order.fields
    store.salesShipments.put({
      id: idOf(kinds.shipments, number),
      lines,
      fields: { number, externalDocumentNumber, invoiceDate: orderDate, postingDate: today(), orderNumber, customerId, customerNumber },
    })
    for (const line of lines) {
      const entry = String(store.itemLedgerEntries.size + 1)
      const fields = { entryNumber: Number(entry), itemNumber: line.lineObjectNumber, quantity: -Number(line.quantity), entryType: 'Sale' }
      store.itemLedgerEntries.put({ id: idOf(kinds.ledger, entry), fields, lines: [] })
    }
  }

  function postInvoice(order: Entity, lines: readonly Fields[]): void {
    const number = nextNumber()
    const { customerId, customerNumber, customerName, externalDocumentNumber, currencyCode, number: orderNumber } = order.fields
    const totals = totalsOf(lines)
    store.salesInvoices.put({
      id: idOf(kinds.invoices, number),
      lines,
      fields: {
        number,
        invoiceDate: today(),
        postingDate: today(),
        dueDate: dayOf(Date.now(), 30),
        externalDocumentNumber,
        customerPurchaseOrderReference: '',
        customerId,
        customerNumber,
        customerName,
        orderId: order.id,
        orderNumber,
        currencyId: noId,
        currencyCode,
        discountAmount: 0,
        ...totals,
        remainingAmount: totals.totalAmountIncludingTax,
        status: 'Open',
      },
    })
  }

  return {
    releaseOrder(orderId) {
      const order = orderOf(orderId)
      store.salesOrders.put({ ...withoutTime(order), fields: { ...order.fields, status: 'Open' } })
    },
    shipOrder(orderId, { share = 1, invoices = true } = {}) {
      const order = orderOf(orderId)
      const shipped = order.lines.map((line) => Math.ceil((Number(line.quantity) - Number(line.shippedQuantity)) * share))
      const sent = order.lines.flatMap((line, at) => {
        const quantity = shipped[at] ?? 0
        const part = quantity / Number(line.quantity)
        return quantity > 0
          ? [{ ...line, quantity, netAmount: Number(line.netAmount) * part, totalTaxAmount: Number(line.totalTaxAmount) * part }]
          : []
      })
      postShipment(order, sent)
      if (invoices) postInvoice(order, sent)
      const lines = order.lines.map((line, at) => ({
        ...line,
        shippedQuantity: Number(line.shippedQuantity) + (shipped[at] ?? 0),
        invoicedQuantity: Number(line.invoicedQuantity) + (invoices ? (shipped[at] ?? 0) : 0),
      }))
      const isDone = lines.every((line) => line.invoicedQuantity >= Number((line as Fields).quantity))
      if (isDone) store.salesOrders.remove(order.id)
      else store.salesOrders.put({ ...withoutTime(order), lines, fields: { ...order.fields, status: 'Open' } })
    },
    creditInvoice(invoiceNumber) {
      const [invoice] = store.salesInvoices.with('number', invoiceNumber)
      if (!invoice) throw new Error(`There is no invoice ${invoiceNumber}.`)
      const number = nextNumber()
      const { invoiceDate: _, orderId: __, orderNumber: ___, remainingAmount: ____, ...fields } = invoice.fields
      store.salesCreditMemos.put({
        id: idOf(kinds.creditMemos, number),
        lines: invoice.lines,
        fields: { ...fields, number, creditMemoDate: today(), invoiceId: invoice.id, invoiceNumber, status: 'Corrective' },
      })
      store.salesInvoices.put({ ...withoutTime(invoice), fields: { ...invoice.fields, remainingAmount: 0, status: 'Canceled' } })
    },
  }
}
