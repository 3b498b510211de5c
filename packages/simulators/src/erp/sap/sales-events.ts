import { dayOf } from '../../dataset/decimal.ts'
import type { InvoiceRow } from '../../dataset/invoices.ts'
import type { OrderRow } from '../../dataset/orders.ts'
import type { Dataset } from '../../dataset.ts'
import { type Deliveries, deliveryItems } from './deliveries.ts'

export interface DeliverOptions {
  /** Which part of each item's quantity. Default: 1. */
  readonly share?: number
  /** Only these items of the order. Default: all. */
  readonly items?: readonly string[]
  /** Whether the goods issue is posted at once. Default: true. */
  readonly issued?: boolean
  /** Whether goods come back instead. Default: false. */
  readonly isReturn?: boolean
}

/** What people in shipping and billing do. Days are the real ones. */
export interface SalesEvents {
  /** Creates one delivery for these orders, and returns its number. An order's change time stays as it is, as in SAP. */
  deliver(orders: readonly string[], options?: DeliverOptions): string
  /** Posts the goods issue of a delivery. Neither its orders nor their change times say so. */
  issueGoods(delivery: string): void
  /** Confirms that the goods of a delivery have arrived. */
  confirmDelivery(delivery: string): void
  /** Bills an order, and returns the number of the billing document. */
  bill(order: string, fields?: Partial<InvoiceRow>): string
  /** Cancels a billing document by another one, whose number it returns. */
  cancelInvoice(invoice: string): string
}

export function createSalesEvents({ orders, invoices }: Dataset, deliveries: Deliveries): SalesEvents {
  const today = () => dayOf(Date.now())

  function orderOf(id: string): OrderRow {
    const order = orders.get(id)
    if (!order) throw new Error(`There is no order "${id}".`)
    return order
  }

  function deliver(ids: readonly string[], { share = 1, items: wanted, issued = true, isReturn = false }: DeliverOptions = {}): string {
    const found = ids.map(orderOf)
    const items = found.flatMap((order) => {
      const lines = order.lines.filter(({ lineNumber }) => wanted?.includes(lineNumber) ?? true)
      return deliveryItems(
        order,
        lines.map((line) => ({ ...line, quantity: String(Number(line.quantity) * share) })),
      )
    })
    const [first] = found
    const { id } = deliveries.headers.insert({
      id: deliveries.headers.nextId(),
      isReturn,
      soldTo: first?.customerId ?? '',
      shipTo: first?.shipToId ?? first?.customerId ?? '',
      createdOn: today(),
      changedOn: null,
      expectedOn: dayOf(Date.now(), 2),
      issuedOn: null,
      deliveredOn: null,
      billOfLading: '',
      carrier: '17300003',
      items: items.map((item, at) => ({ ...item, item: String((at + 1) * 10) })),
    })
    const isWhole = share >= 1 && wanted === undefined
    if (!isReturn) for (const order of found) tellDelivered(order, isWhole ? 'C' : 'B')
    if (issued) issueGoods(id)
    return id
  }

  /** A status of C says only that deliveries exist. */
  function tellDelivered({ id, headerFields, updatedAt }: OrderRow, status: 'B' | 'C'): void {
    orders.touch(id, { headerFields: { ...headerFields, OverallDeliveryStatus: status, OverallSDProcessStatus: 'B' }, updatedAt })
  }

  function issueGoods(delivery: string): void {
    deliveries.headers.touch(delivery, { issuedOn: today(), changedOn: today(), billOfLading: `TRACK${delivery}` })
  }

  return {
    deliver,
    issueGoods,
    confirmDelivery: (delivery) => void deliveries.headers.touch(delivery, { deliveredOn: today(), changedOn: today() }),
    bill(id, fields = {}) {
      const { orderNumber, customerReference, customerId, customerName, currency, subtotal, taxTotal, total, lines } = orderOf(id)
      const order = { orderNumber, customerReference, customerId, customerName, currency, subtotal, taxTotal, total, lines }
      return invoices.add({ type: 'invoice', status: 'open', issueDate: today(), balanceDue: total, paidAt: null, ...order, ...fields }).id
    },
    cancelInvoice(id) {
      const invoice = invoices.get(id)
      if (!invoice) throw new Error(`There is no invoice "${id}".`)
      const { id: _, updatedAt: __, invoiceNumber: ___, ...same } = invoice
      invoices.touch(id, { status: 'void', updatedAt: invoice.updatedAt })
      return invoices.add({ ...same, status: 'open', issueDate: today(), cancels: id }).id
    },
  }
}
