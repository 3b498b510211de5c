import { dayOf } from '../../dataset/decimal.ts'
import type { OrderLine, OrderRow } from '../../dataset/orders.ts'
import type { Row } from '../../dataset/row.ts'
import { createTable, type Table } from '../../dataset/table.ts'
import { createTimeline } from '../../dataset/timeline.ts'
import type { Dataset } from '../../dataset.ts'

export interface DeliveryItem {
  readonly item: string
  readonly order: string
  readonly orderItem: string
  readonly sku: string
  readonly quantity: string
  readonly uom: string
  readonly batch: string
}

/** An outbound delivery, or the delivery of goods that come back. It may belong to several orders. */
export interface DeliveryRow extends Row {
  readonly isReturn: boolean
  readonly soldTo: string
  readonly shipTo: string
  readonly createdOn: string
  /** Null if it was never changed. */
  readonly changedOn: string | null
  readonly expectedOn: string
  /** The day of the goods issue; null before it. */
  readonly issuedOn: string | null
  /** The day of the proof of delivery; null before it. */
  readonly deliveredOn: string | null
  readonly billOfLading: string
  readonly carrier: string | null
  readonly items: readonly DeliveryItem[]
}

/** One item of a delivery as a row of its own. */
export interface DeliveryItemRow extends Row, DeliveryItem {
  readonly delivery: string
  readonly isReturn: boolean
  readonly isIssued: boolean
}

export interface Deliveries {
  readonly headers: Table<DeliveryRow>
  readonly items: Table<DeliveryItemRow>
}

/** The deliveries of a dataset's orders: they come into being when they are first asked for. */
export function createDeliveries(dataset: Dataset): Deliveries {
  let headers: Table<DeliveryRow> | undefined
  let items: { readonly version: number; readonly table: Table<DeliveryItemRow> } | undefined
  return {
    get headers() {
      headers ??= seed(dataset)
      return headers
    },
    get items() {
      if (items?.version !== this.headers.version) items = { version: this.headers.version, table: itemsOf(this.headers) }
      return items.table
    },
  }
}

const firstNumber = 80_000_000
const emptyTimeline = createTimeline({ count: 0, from: 0, until: 0, tieSize: 1, bulkShare: 0 })

/** A table without generated rows. */
function tableOf<R extends Row>(idAt: (index: number) => string): Table<R> {
  let last = 0
  return createTable<R>({
    size: 0,
    timeline: emptyTimeline,
    idAt,
    rowAt: () => {
      throw new Error('There are no generated rows')
    },
    nextChangeTime: () => {
      last = Math.max(Date.now(), last + 1)
      return new Date(last).toISOString()
    },
  })
}

function seed({ orders, order_status: statuses }: Dataset): Table<DeliveryRow> {
  const table = tableOf<DeliveryRow>((index) => String(firstNumber + index))
  for (const order of orders)
    for (const delivery of seededOf(order, statuses.get(order.id)?.shipments[0]?.trackingNumbers ?? []))
      table.insert({ ...delivery, id: table.nextId() })
  return table
}

/**
 * What became of an order. Some orders go out in two deliveries, some items in two batches, and orders in process have a delivery whose
 * goods have not left yet.
 */
function seededOf(order: OrderRow, parcels: readonly string[]): Omit<DeliveryRow, 'id'>[] {
  const { status, lines, updatedAt } = order
  const isIssued = ['partially_shipped', 'shipped', 'delivered'].includes(status)
  if (!isIssued && status !== 'processing') return []
  const sent = lines.map((line) => ({ ...line, quantity: isIssued ? line.quantityShipped : line.quantity }))
  const moving = sent.filter(({ quantity }) => Number(quantity) > 0)
  const halves = moving.length > 1 && Number(order.id) % 3 === 0 ? [moving.slice(0, 1), moving.slice(1)] : [moving]
  return halves
    .filter((part) => part.length > 0)
    .map((part) => ({
      isReturn: false,
      soldTo: order.customerId,
      shipTo: order.shipToId ?? order.customerId,
      createdOn: dayOf(updatedAt, -1),
      changedOn: isIssued ? dayOf(updatedAt) : null,
      expectedOn: order.requestedDeliveryDate,
      issuedOn: isIssued ? dayOf(updatedAt, -1) : null,
      deliveredOn: status === 'delivered' ? dayOf(updatedAt) : null,
      billOfLading: parcels.join(','),
      carrier: Number(order.id) % 2 === 0 ? '17300003' : null,
      items: deliveryItems(order, part),
      updatedAt,
    }))
}

/** The items that deliver these lines. A large quantity comes from two batches, of which each has an item. */
export function deliveryItems(order: OrderRow, lines: readonly OrderLine[]): DeliveryItem[] {
  const parts = lines.flatMap((line) => {
    const quantity = Number(line.quantity)
    const isSplit = Number.isInteger(quantity) && quantity >= 20
    const quantities = isSplit ? [quantity - 10, 10] : [line.quantity]
    return quantities.map((each, at) => ({ line, quantity: String(each), batch: isSplit ? `B${at + 1}` : '' }))
  })
  return parts.map(({ line, quantity, batch }, at) => ({
    item: String((at + 1) * 10),
    order: order.orderNumber,
    orderItem: line.lineNumber,
    sku: line.sku,
    quantity,
    uom: line.uom,
    batch,
  }))
}

function itemsOf(headers: Table<DeliveryRow>): Table<DeliveryItemRow> {
  const table = tableOf<DeliveryItemRow>(String)
  for (const { id, isReturn, issuedOn, updatedAt, items } of headers)
    for (const item of items)
      table.insert({ ...item, id: `${id}/${item.item.padStart(6, '0')}`, delivery: id, isReturn, isIssued: issuedOn !== null, updatedAt })
  return table
}
