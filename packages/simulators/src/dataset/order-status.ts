import { createRandom } from '../random.ts'
import { dayOf } from './decimal.ts'
import { type OrderRow, type OrderState, orderAt } from './orders.ts'
import type { Row } from './row.ts'
import type { Table } from './table.ts'

export interface Shipment {
  readonly shipmentId: string
  readonly carrier: string
  readonly trackingNumbers: readonly string[]
  readonly shippedAt: string
  readonly deliveredAt: string | null
  readonly lines: readonly { readonly lineNumber: string; readonly sku: string; readonly quantity: string }[]
}

/** The status and the shipments of an order. Its id is that of the order. */
export interface OrderStatusRow extends Row {
  readonly orderNumber: string
  readonly status: OrderState
  readonly statusChangedAt: string
  readonly shipments: readonly Shipment[]
}

const carriers = ['DHL', 'UPS', 'La Poste', 'ヤマト運輸'] as const

export function orderStatusAt(seed: string | number, index: number, productCount: number, updatedAt: string): OrderStatusRow {
  const order = orderAt(seed, index, productCount, updatedAt)
  return {
    id: order.id,
    orderNumber: order.orderNumber,
    status: order.status,
    statusChangedAt: updatedAt,
    shipments: shipmentsOf(seed, index, order),
    updatedAt,
  }
}

/** Updates the status record of an order after the order has changed. */
export function followOrder(statuses: Table<OrderStatusRow>, { id, orderNumber, status, updatedAt }: OrderRow): void {
  const known = statuses.get(id)
  if (!known) statuses.insert({ id, orderNumber, status, statusChangedAt: updatedAt, shipments: [] })
  else if (known.status !== status) statuses.touch(id, { status, statusChangedAt: updatedAt })
}

function shipmentsOf(seed: string | number, index: number, order: OrderRow): Shipment[] {
  const lines = order.lines
    .filter((line) => line.quantityShipped !== '0')
    .map(({ lineNumber, sku, quantityShipped }) => ({ lineNumber, sku, quantity: quantityShipped }))
  if (lines.length === 0) return []
  const random = createRandom(seed, 'shipment', index)
  const parcels = Array.from({ length: random.integer(1, 3) }, (_, number) => `JJD0${random.integer(100_000, 999_999)}${index}${number}`)
  return [
    {
      shipmentId: String(80_000_000 + index),
      carrier: random.pick(carriers),
      trackingNumbers: parcels,
      shippedAt: dayOf(order.updatedAt, -1),
      deliveredAt: order.status === 'delivered' ? dayOf(order.updatedAt) : null,
      lines,
    },
  ]
}
