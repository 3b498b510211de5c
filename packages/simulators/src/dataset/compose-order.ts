import { dayOf, fromCents, toCents } from './decimal.ts'
import type { OrderLine, OrderRow } from './orders.ts'
import type { ProductRow } from './products.ts'

/** A line as it was sent. Everything except SKU and quantity has a default. */
export interface LineDraft extends Partial<OrderLine> {
  readonly sku: string
  readonly quantity: string
  readonly discount?: string
}

/** An order as it was sent. */
export interface OrderDraft extends Partial<Omit<OrderRow, 'lines'>> {
  readonly lines: readonly OrderLine[]
  readonly shippingTotal?: string
  readonly discountTotal?: string
}

const taxRate = 0.19

/** A line as the ERP stores it: with the ERP's price, unit and tax if the sender names none, and with the ERP's own total. */
export function composeLine(draft: LineDraft, product: ProductRow, position: number): OrderLine {
  const unitPrice = draft.unitPrice ?? product.price
  const priceUnitQuantity = draft.priceUnitQuantity ?? (draft.unitPrice === undefined ? product.priceUnitQuantity : '1')
  const net = Math.round((toCents(unitPrice) * Number(draft.quantity)) / Number(priceUnitQuantity)) - toCents(draft.discount ?? '0')
  return {
    ...draft,
    lineNumber: draft.lineNumber ?? String((position + 1) * 10),
    description: draft.description ?? product.name,
    quantityShipped: draft.quantityShipped ?? '0',
    uom: draft.uom ?? product.uom,
    unitPrice,
    priceUnitQuantity,
    tax: draft.tax ?? fromCents(net * taxRate),
    lineTotal: fromCents(net),
  }
}

/** The totals of an order, as the ERP calculates them. */
export function totalsOf({
  lines,
  shippingTotal = '0',
  discountTotal = '0',
}: OrderDraft): Pick<OrderRow, 'subtotal' | 'taxTotal' | 'total'> {
  const subtotal = lines.reduce((sum, line) => sum + toCents(line.lineTotal), 0)
  const taxTotal = lines.reduce((sum, line) => sum + toCents(line.tax), 0)
  const total = subtotal - toCents(discountTotal) + toCents(shippingTotal) + taxTotal
  return { subtotal: fromCents(subtotal), taxTotal: fromCents(taxTotal), total: fromCents(total) }
}

/** A new order as the ERP stores it on the given day. */
export function composeOrder(draft: OrderDraft, id: string, today: string): Omit<OrderRow, 'updatedAt'> {
  const customerName = draft.customerName ?? ''
  const orderDate = draft.orderDate ?? dayOf(today)
  return {
    ...draft,
    id,
    orderNumber: id,
    customerReference: draft.customerReference ?? null,
    customerId: draft.customerId ?? '',
    customerName,
    orderDate,
    requestedDeliveryDate: draft.requestedDeliveryDate ?? orderDate,
    status: draft.status ?? 'pending',
    currency: draft.currency ?? 'EUR',
    shipTo: draft.shipTo ?? { name: customerName, line1: '', city: '', postalCode: '', country: '' },
    ...totalsOf(draft),
  }
}
