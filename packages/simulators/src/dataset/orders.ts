import { createRandom, type Random } from '../random.ts'
import { customerCount, customerIdAt, customerNameOf } from './customers.ts'
import { dayOf, fromCents, toCents } from './decimal.ts'
import { productAt } from './products.ts'
import type { Row } from './row.ts'
import { cities } from './words.ts'

export const orderStates = ['pending', 'processing', 'partially_shipped', 'shipped', 'delivered', 'cancelled', 'on_hold'] as const
export type OrderState = (typeof orderStates)[number]

export interface OrderLine {
  readonly lineNumber: string
  readonly sku: string
  readonly description: string
  readonly quantity: string
  readonly quantityShipped: string
  readonly uom: string
  /** The price of `priceUnitQuantity` units. */
  readonly unitPrice: string
  readonly priceUnitQuantity: string
  readonly tax: string
  /** Without tax. */
  readonly lineTotal: string
  /** Further fields of the line as they were sent, under the names of this kind of ERP. */
  readonly itemFields?: Readonly<Record<string, string>>
}

export interface OrderAddress {
  readonly name: string
  readonly line1: string
  readonly city: string
  readonly postalCode: string
  readonly country: string
}

/** A sales order; `total = subtotal + taxTotal` and `subtotal` is the sum of its lines. */
export interface OrderRow extends Row {
  readonly orderNumber: string
  readonly customerReference: string | null
  readonly customerId: string
  readonly customerName: string
  readonly orderDate: string
  readonly requestedDeliveryDate: string
  readonly status: OrderState
  readonly currency: string
  readonly subtotal: string
  readonly taxTotal: string
  readonly total: string
  readonly shipTo: OrderAddress
  readonly lines: readonly OrderLine[]
  /** The sender's own number. Only orders that came over the API have one. */
  readonly ourReference?: string | null
  readonly externalId?: string | null
  /** The customer to deliver to, if it is a different one. */
  readonly shipToId?: string
  /** Addresses that were sent with the order, by the function of the partner, under the names of this kind of ERP. */
  readonly partnerAddresses?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Texts that were sent with the order, under the names of this kind of ERP. */
  readonly texts?: readonly Readonly<Record<string, string>>[]
  /** Further fields of the order as they were sent, under the names of this kind of ERP. */
  readonly headerFields?: Readonly<Record<string, string>>
}

const states: readonly OrderState[] = [
  'pending',
  'processing',
  'processing',
  'partially_shipped',
  'shipped',
  'shipped',
  'delivered',
  'delivered',
  'cancelled',
  'on_hold',
]

export function orderIdAt(index: number): string {
  return String(4_000_000 + index)
}

export function orderAt(seed: string | number, index: number, productCount: number, updatedAt: string): OrderRow {
  const random = createRandom(seed, 'order', index)
  const customerId = customerIdAt(random.integer(0, customerCount - 1))
  const customerName = customerNameOf(customerId) ?? ''
  const status = random.pick(states)
  const place = random.pick(cities)
  const lines = productCount === 0 ? [] : linesOf(seed, random, productCount, status, updatedAt)
  const subtotal = lines.reduce((sum, line) => sum + toCents(line.lineTotal), 0)
  const taxTotal = lines.reduce((sum, line) => sum + toCents(line.tax), 0)
  const age = random.integer(0, 20)
  return {
    id: orderIdAt(index),
    orderNumber: orderIdAt(index),
    customerReference: random.chance(0.1) ? null : `PO-${random.integer(10_000, 99_999)}/${String.fromCharCode(65 + (index % 26))}`,
    customerId,
    customerName,
    orderDate: dayOf(updatedAt, -age),
    requestedDeliveryDate: dayOf(updatedAt, 10 - age),
    status,
    currency: 'EUR',
    subtotal: fromCents(subtotal),
    taxTotal: fromCents(taxTotal),
    total: fromCents(subtotal + taxTotal),
    shipTo: {
      name: customerName,
      line1: `${place.street} ${random.integer(1, 200)}`,
      city: place.city,
      postalCode: place.postalCode,
      country: place.country,
    },
    lines,
    updatedAt,
  }
}

function linesOf(seed: string | number, random: Random, productCount: number, status: OrderState, updatedAt: string): OrderLine[] {
  return Array.from({ length: random.integer(1, 6) }, (_, number) => {
    const product = productAt(seed, random.integer(0, productCount - 1), updatedAt)
    const quantity = random.integer(1, 24)
    const net = Math.round((toCents(product.price) * quantity) / Number(product.priceUnitQuantity))
    return {
      lineNumber: String((number + 1) * 10),
      sku: product.sku,
      description: product.name,
      quantity: String(quantity),
      quantityShipped: String(shippedOf(status, quantity, number)),
      uom: product.uom,
      unitPrice: product.price,
      priceUnitQuantity: product.priceUnitQuantity,
      tax: fromCents(net * 0.19),
      lineTotal: fromCents(net),
    }
  })
}

function shippedOf(status: OrderState, quantity: number, line: number): number {
  if (status === 'shipped' || status === 'delivered') return quantity
  return status === 'partially_shipped' && line === 0 ? Math.ceil(quantity / 2) : 0
}
