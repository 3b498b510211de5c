import { z } from 'zod'
import { defineDataType } from '../data-type.ts'
import { Decimal } from '../decimal.ts'
import { currency, day, instant, lines, optional, text, withWords, wordIn } from '../fields.ts'
import { OrderStatusValue, StatusWord, withStatusWord } from './order-status.ts'

const Address = z.object({
  name: optional(text()),
  line1: optional(text()),
  line2: optional(text()),
  city: optional(text()),
  region: optional(text()),
  postalCode: optional(text(32)),
  country: optional(text()),
  phone: optional(text()),
  email: optional(text()),
})

const OrderLine = z
  .object({
    lineNumber: text(),
    sku: optional(text(64)),
    type: optional(wordIn(['item', 'charge', 'comment'])),
    typeRaw: optional(text()),
    description: optional(text()),
    uom: optional(text(16)),
    quantity: Decimal,
    quantityShipped: optional(Decimal),
    quantityInvoiced: optional(Decimal),
    quantityCancelled: optional(Decimal),
    unitPrice: optional(Decimal),
    discount: optional(Decimal),
    tax: optional(Decimal),
    lineTotal: optional(Decimal),
    status: optional(OrderStatusValue),
    requestedDate: optional(day),
    locationId: optional(text()),
  })
  .transform(withWords('type'))
  .transform((line) => ({ ...line, type: line.type ?? 'item' }))

/** Totals are the ERP's own: they are stored as they come and never recomputed. */
export const Order = z
  .object({
    orderNumber: text(),
    customerReference: optional(text()),
    ourReference: optional(text()),
    customerId: optional(text()),
    customerName: optional(text()),
    orderDate: day,
    requestedDeliveryDate: optional(day),
    promisedDate: optional(day),
    status: optional(StatusWord),
    statusRaw: optional(text()),
    paymentStatus: optional(wordIn(['unpaid', 'partial', 'paid', 'refunded', 'unknown'])),
    paymentStatusRaw: optional(text()),
    currency,
    exchangeRate: optional(Decimal),
    subtotal: optional(Decimal),
    discountTotal: optional(Decimal),
    shippingTotal: optional(Decimal),
    taxTotal: optional(Decimal),
    total: Decimal,
    shipTo: optional(Address),
    billTo: optional(Address),
    lines: lines(OrderLine),
    companyId: optional(text()),
    sourceUpdatedAt: optional(instant),
    sourceVersion: optional(text()),
  })
  .transform(withStatusWord)
  .transform(withWords('paymentStatus'))
export type Order = z.infer<typeof Order>

export const orders = defineDataType({
  title: 'Orders',
  naturalKey: ['orderNumber'],
  schema: Order,
  fillsIn: ['lines[].type'],
  assumes: [['status', 'statusRaw']],
})
