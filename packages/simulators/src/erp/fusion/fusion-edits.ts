import { dayOf } from '../../dataset/decimal.ts'
import { listOf } from './book-order.ts'
import type { FusionStore } from './resources.ts'
import type { Fields, FusionRow } from './row-table.ts'
import { atMidnight, businessUnit, idAt } from './tenant.ts'

/** What people in Fusion do with orders, which they name by their keys. */
export interface FusionEdits {
  /** Changes attributes of an order. */
  changeOrder(key: string, fields: Fields): void
  /** Ships so much of each line, all by default, in a shipment of its own. The header of the order does not change. */
  shipOrder(key: string, options?: { readonly quantity?: number; readonly statusCode?: string }): string
  holdOrder(key: string): void
  cancelOrder(key: string): void
  /** Invoices an order in full. */
  invoiceOrder(key: string): string
}

export function createFusionEdits(store: FusionStore, nextNumber: () => string): FusionEdits {
  const orders = store.salesOrdersForOrderHub
  const orderOf = (key: string): FusionRow => {
    const order = orders.get(key)
    if (!order) throw new Error(`There is no order ${key}.`)
    return order
  }
  const linesOf = (key: string) => listOf(orderOf(key).fields.lines)
  const putLines = (key: string, change: (line: Fields) => Fields, header: Fields = {}) => {
    const { fields, updatedAt } = orderOf(key)
    const isQuiet = Object.keys(header).length === 0
    orders.put({ key, fields: { ...fields, ...header, lines: linesOf(key).map(change) }, ...(isQuiet && { updatedAt }) })
  }
  const today = () => atMidnight(dayOf(Date.now()))

  return {
    changeOrder: (key, fields) => void orders.put({ key, fields: { ...orderOf(key).fields, ...fields } }),
    shipOrder(key, { quantity, statusCode = 'C' } = {}) {
      const shipment = nextNumber()
      for (const [at, line] of linesOf(key).entries()) {
        const shipped = quantity ?? Number(line.OrderedQuantity)
        store.shipmentLines.put({
          key: `${shipment}-${at}`,
          fields: {
            ShipmentLine: Number(shipment) * 10 + at,
            Shipment: shipment,
            Order: orderOf(key).fields.OrderNumber,
            OrderLine: line.SourceTransactionLineNumber,
            Item: line.ProductNumber,
            RequestedQuantity: line.OrderedQuantity,
            ShippedQuantity: shipped,
            LineStatus: 'Shipped',
            LineStatusCode: statusCode,
            ActualShipDate: today(),
            TrackingNumber: `1Z${shipment}`,
            SourceOrder: orderOf(key).fields.OrderNumber,
            OrganizationCode: 'M1',
          },
        })
      }
      store.shipments.put({
        key: shipment,
        fields: { Shipment: shipment, ShipmentStatus: 'Closed', ActualShipDate: today(), Carrier: 'UPS' },
      })
      putLines(key, (line) => {
        const shipped = Number(line.ShippedQuantity ?? 0) + (quantity ?? Number(line.OrderedQuantity))
        return {
          ...line,
          ShippedQuantity: shipped,
          ActualShipDate: today(),
          StatusCode: shipped >= Number(line.OrderedQuantity) ? 'AWAIT_BILLING' : 'AWAIT_SHIP',
        }
      })
      return shipment
    },
    holdOrder: (key) => putLines(key, (line) => ({ ...line, OnHoldFlag: true }), { OnHoldFlag: true }),
    cancelOrder: (key) =>
      putLines(key, (line) => ({ ...line, CanceledFlag: true, StatusCode: 'CANCELED' }), {
        StatusCode: 'CANCELED',
        OpenFlag: false,
        CanceledFlag: true,
      }),
    invoiceOrder(key) {
      const number = nextNumber()
      const { fields } = orderOf(key)
      const total = listOf(fields.totals).reduce((sum, each) => sum + Math.round(Number(each.TotalAmount) * 100), 0) / 100
      store.receivablesInvoices.put({
        key: number,
        fields: {
          CustomerTransactionId: idAt(8, number),
          TransactionNumber: number,
          TransactionType: 'Invoice',
          TransactionClass: 'INV',
          TransactionDate: dayOf(Date.now()),
          InvoiceCurrencyCode: fields.TransactionalCurrencyCode,
          EnteredAmount: total,
          InvoiceBalanceAmount: total,
          InvoiceStatus: 'Complete',
          BusinessUnit: businessUnit.name,
          BillToCustomerName: fields.BuyingPartyName,
          BillToCustomerNumber: fields.BuyingPartyNumber,
          PurchaseOrder: fields.CustomerPONumber,
          receivablesInvoiceLines: linesOf(key).map((line, at) => ({
            CustomerTransactionLineId: at + 1,
            LineNumber: at + 1,
            ItemNumber: line.ProductNumber,
            Description: line.ProductDescription,
            Quantity: line.OrderedQuantity,
            UnitSellingPrice: line.UnitSellingPrice,
            LineAmount: line.ExtendedAmount,
            SalesOrder: fields.OrderNumber,
          })),
          receivablesInvoiceInstallments: [
            { InstallmentId: 1, InstallmentSequenceNumber: 1, InstallmentDueDate: dayOf(Date.now(), 30), InstallmentBalanceDue: total },
          ],
        },
      })
      return number
    },
  }
}
