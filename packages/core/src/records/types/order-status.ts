import { z } from 'zod'
import { defineDataType } from '../data-type.ts'
import { Decimal } from '../decimal.ts'
import { asWords, day, instant, optional, text, withDefault } from '../fields.ts'

/** `unknown` stands for what no mapping knows: the ERP's own word is kept beside it, never guessed at. */
export const orderStatuses = [
  'pending',
  'processing',
  'partially_shipped',
  'shipped',
  'delivered',
  'cancelled',
  'on_hold',
  'returned',
  'unknown',
] as const
export type OrderStatusValue = (typeof orderStatuses)[number]

const isStatus = (value: string): value is OrderStatusValue => (orderStatuses as readonly string[]).includes(value)

function statusOf(word: string): OrderStatusValue | null {
  const key = word.toLowerCase().replace(/[\s-]+/g, '_')
  return isStatus(key) ? key : null
}
export const OrderStatusValue = asWords(
  text().transform((word): OrderStatusValue => statusOf(word) ?? 'unknown'),
  orderStatuses,
)

/** A canonical status, and the ERP's word if it is not a canonical one. */
export const StatusWord = asWords(
  text().transform((word): { value: OrderStatusValue; word: string | undefined } => ({
    value: statusOf(word) ?? 'unknown',
    word: statusOf(word) === null ? word : undefined,
  })),
  orderStatuses,
)

/** Makes the status `unknown` if there is none, and keeps the ERP's word for an unknown status, unless `statusRaw` was given. */
export function withStatusWord<
  Given extends { readonly status?: z.output<typeof StatusWord> | undefined; readonly statusRaw?: string | undefined },
>(given: Given): Omit<Given, 'status' | 'statusRaw'> & { status: OrderStatusValue; statusRaw?: string | undefined } {
  const { value = 'unknown', word } = given.status ?? {}
  const statusRaw = given.statusRaw ?? word
  return { ...given, status: value, ...(statusRaw !== undefined && { statusRaw }) }
}

const Shipment = z.object({
  shipmentId: text(),
  carrier: optional(text()),
  carrierCode: optional(text()),
  service: optional(text()),
  trackingNumbers: optional(z.array(text())),
  trackingUrl: optional(text()),
  shippedAt: optional(instant),
  estimatedDelivery: optional(day),
  deliveredAt: optional(instant),
  lines: optional(z.array(z.object({ lineNumber: text(), sku: optional(text(64)), quantity: Decimal }))),
})

/** How far an order has come, and its shipments. */
export const OrderStatus = z
  .object({
    orderNumber: text(),
    orderExternalId: optional(text()),
    status: StatusWord,
    statusRaw: optional(text()),
    statusChangedAt: optional(instant),
    shipments: withDefault(z.array(Shipment), []),
    companyId: optional(text()),
    sourceUpdatedAt: optional(instant),
    sourceVersion: optional(text()),
  })
  .transform(withStatusWord)
export type OrderStatus = z.infer<typeof OrderStatus>

export const orderStatus = defineDataType({ title: 'Order status', naturalKey: ['orderNumber'], schema: OrderStatus })
