import { dayOf } from '../../dataset/decimal.ts'
import { type Entity, type Fields, type FoStore, noon, put } from './fo-store.ts'
import { putPackingSlip, putPostedInvoice } from './seed.ts'

/** What people in Finance and Operations do with orders of `usmf`. */
export interface FoPosting {
  /** The headers that have a reference. */
  ordersWith(reference: string): readonly Entity[]
  linesOf(orderNumber: string): readonly Entity[]
  /** Changes the header, and with it its version. */
  editOrder(orderNumber: string, changes: Fields): void
  /** Posts a packing slip for so many lines (all by default). */
  packOrder(orderNumber: string, options?: { readonly lines?: number }): void
  /** Invoices all that has left. */
  invoiceOrder(orderNumber: string): void
  cancelOrder(orderNumber: string): void
}

const company = 'usmf'
const taxRate = 0.19
const money = (value: number): number => Math.round(value * 100) / 100

export function createPosting(store: FoStore, nextNumber: () => string): FoPosting {
  const { SalesOrderHeadersV2: headers, SalesOrderLines: lines } = store

  function orderOf(number: string): Entity {
    const order = headers.get(`${company}|${number}`)
    if (!order) throw new Error(`There is no order ${number}.`)
    return order
  }
  const linesOf = (number: string): readonly Entity[] =>
    lines
      .with('SalesOrderNumber', number)
      .filter(({ fields }) => fields.dataAreaId === company)
      .sort((one, other) => Number(one.fields.LineNumber) - Number(other.fields.LineNumber))
  const editOrder = (number: string, changes: Fields): void =>
    void put(store, 'SalesOrderHeadersV2', { ...orderOf(number).fields, ...changes })
  const setStatus = (line: Entity, SalesOrderLineStatus: string) => put(store, 'SalesOrderLines', { ...line.fields, SalesOrderLineStatus })

  return {
    ordersWith: (reference) =>
      ['CustomersOrderReference', 'CustomerRequisitionNumber'].flatMap((field) =>
        headers.with(field, reference).filter(({ fields }) => fields.dataAreaId === company),
      ),
    linesOf,
    editOrder,
    packOrder(number, { lines: count = Number.POSITIVE_INFINITY } = {}) {
      const open = linesOf(number).filter(({ fields }) => fields.SalesOrderLineStatus === 'Backorder')
      const packed = open.slice(0, count)
      putPackingSlip(store, {
        company,
        orderNumber: number,
        shipmentId: `PS-${nextNumber()}`,
        shippedAt: dayOf(Date.now()),
        lines: packed.map(({ fields }) => ({
          lineNumber: String(fields.LineNumber),
          sku: String(fields.ItemNumber),
          quantity: String(fields.OrderedSalesQuantity),
        })),
      })
      for (const line of packed) setStatus(line, 'Delivered')
      const isDone = packed.length === open.length
      editOrder(number, {
        SalesOrderStatus: isDone ? 'Delivered' : 'Backorder',
        SalesOrderProcessingStatus: isDone ? 'Delivered' : 'PartiallyDelivered',
      })
    },
    invoiceOrder(number) {
      const { fields } = orderOf(number)
      const sent = linesOf(number).filter((line) => line.fields.SalesOrderLineStatus === 'Delivered')
      const net = sent.reduce((sum, line) => sum + Number(line.fields.LineAmount), 0)
      putPostedInvoice(store, {
        header: {
          dataAreaId: company,
          InvoiceNumber: `INV-${nextNumber()}`,
          InvoiceDate: noon(dayOf(Date.now())),
          LedgerVoucher: `V-${number}`,
          SalesOrderNumber: number,
          CustomersOrderReference: fields.CustomersOrderReference,
          InvoiceCustomerAccountNumber: fields.InvoiceCustomerAccountNumber,
          CurrencyCode: fields.CurrencyCode,
          TotalInvoiceAmount: money(net * (1 + taxRate)),
          TotalTaxAmount: money(net * taxRate),
          TotalChargeAmount: 0,
          TotalDiscountAmount: 0,
          PaymentTermsName: 'Net30',
        },
        lines: sent.map((line) => ({
          ProductNumber: line.fields.ItemNumber,
          ProductDescription: line.fields.LineDescription,
          InvoicedQuantity: line.fields.OrderedSalesQuantity,
          SalesUnitSymbol: line.fields.SalesUnitSymbol,
          SalesPrice: line.fields.SalesPrice,
          LineAmount: line.fields.LineAmount,
        })),
      })
      for (const line of sent) setStatus(line, 'Invoiced')
      editOrder(number, { SalesOrderStatus: 'Invoiced', SalesOrderProcessingStatus: 'Invoiced' })
    },
    cancelOrder(number) {
      for (const line of linesOf(number)) setStatus(line, 'Canceled')
      editOrder(number, { SalesOrderStatus: 'Canceled', SalesOrderProcessingStatus: 'Canceled' })
    },
  }
}
