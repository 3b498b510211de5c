import { z } from 'zod'
import { defineDataType } from '../data-type.ts'
import { Decimal } from '../decimal.ts'
import { asWords, day, instant, optional, text, withDefault } from '../fields.ts'
import { type OrderStatusValue as OrderStatusName, orderStatuses, orderStatusOfWord } from './order-status-words.ts'

export type OrderStatusValue = OrderStatusName
export const OrderStatusValue = asWords(
  text().transform((word): OrderStatusName => orderStatusOfWord(word) ?? 'unknown'),
  orderStatuses,
)

/** A canonical status, and the ERP's word if it is not the canonical one. */
export const StatusWord = asWords(
  text().transform((word): { value: OrderStatusName; word: string | undefined } => {
    const value = orderStatusOfWord(word) ?? 'unknown'
    return { value, word: canonicalWord(word) === value ? undefined : word }
  }),
  orderStatuses,
)

const canonicalWord = (word: string): string => word.toLowerCase().replace(/[\s-]+/g, '_')

/**
 * Makes the status `unknown` if there is none, and keeps the ERP's word for it, unless `statusRaw` was given. An unknown status whose
 * `statusRaw` is a word that we know is the one that the word means.
 */
export function withStatusWord<
  Given extends { readonly status?: z.output<typeof StatusWord> | undefined; readonly statusRaw?: string | undefined },
>(given: Given): Omit<Given, 'status' | 'statusRaw'> & { status: OrderStatusName; statusRaw?: string | undefined } {
  const { value = 'unknown', word } = given.status ?? {}
  const statusRaw = given.statusRaw ?? word
  const status = value === 'unknown' && statusRaw !== undefined ? (orderStatusOfWord(statusRaw) ?? 'unknown') : value
  return { ...given, status, ...(statusRaw !== undefined && { statusRaw }) }
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
