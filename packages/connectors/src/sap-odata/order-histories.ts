import { linkedRows, type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { type Asking, lookUpRows } from './look-up-rows.ts'
import type { OrderHistory } from './order-states.ts'
import { expandedOrder, type Resource } from './resources.ts'
import type { SapSettings } from './settings.ts'
import { type Delivery, deliveryItemsProperty } from './shipments.ts'
import { keyOf } from './values.ts'

/** Where orders and deliveries are, and how deliveries are read. */
export interface HistoryContext extends Asking {
  readonly orders: Resource
  readonly deliveries: Resource
  /** What is read with a delivery. */
  readonly expandedDelivery: () => Promise<readonly string[]>
  readonly settings: SapSettings['deliveries']
}

/** What belongs to an order among the items of a delivery: other documents, such as transports between plants, are delivered as well. */
const isOfOrder = (item: Row, { orderCategories }: SapSettings['deliveries']): boolean => {
  const category = textOf(item, 'ReferenceSDDocumentCategory')
  return category === undefined || orderCategories.includes(category)
}

/** The numbers of the orders that these deliveries belong to. */
export function numbersOf(deliveries: readonly Row[], { settings }: Pick<HistoryContext, 'settings'>): readonly string[] {
  const items = deliveries.flatMap((header) => linkedRows(header, deliveryItemsProperty)).filter((item) => isOfOrder(item, settings))
  return [...new Set(items.map((item) => keyOf(item.ReferenceSDDocument)).filter((number) => number !== ''))]
}

/** The orders that these deliveries belong to, with their items. */
export async function ordersOf(deliveries: readonly Row[], context: HistoryContext): Promise<readonly Row[]> {
  const { orders } = context
  const texts = numbersOf(deliveries, context)
  return lookUpRows(
    { resource: orders, property: 'SalesOrder', texts, key: ['SalesOrder'], expand: expandedOrder[orders.version] },
    context,
  )
}

/**
 * Orders with all their deliveries, over few calls: first the items that name the orders, then the deliveries that these are in. `known` are
 * deliveries that are at hand.
 */
export async function historiesOf(
  orders: readonly Row[],
  known: readonly Row[],
  context: HistoryContext,
): Promise<readonly OrderHistory[]> {
  const headers = new Map(known.map((header) => [textOf(header, 'DeliveryDocument') ?? '', header]))
  const named = await lookUpRows(
    {
      resource: { ...context.deliveries, url: new URL('A_OutbDeliveryItem', context.deliveries.root) },
      property: 'ReferenceSDDocument',
      texts: orders.flatMap((order) => textOf(order, 'SalesOrder') ?? []),
      key: ['DeliveryDocument', 'DeliveryDocumentItem'],
      select: ['DeliveryDocument', 'DeliveryDocumentItem', 'ReferenceSDDocument'],
    },
    context,
  )
  const missing = named.flatMap((item) => textOf(item, 'DeliveryDocument') ?? []).filter((number) => !headers.has(number))
  for (const header of await readDeliveries(missing, context)) headers.set(textOf(header, 'DeliveryDocument') ?? '', header)
  return orders.map((order) => ({ order, deliveries: deliveriesOf(order, [...headers.values()], context) }))
}

async function readDeliveries(numbers: readonly string[], context: HistoryContext): Promise<readonly Row[]> {
  if (numbers.length === 0) return []
  const { deliveries, expandedDelivery } = context
  const expand = await expandedDelivery()
  return lookUpRows({ resource: deliveries, property: 'DeliveryDocument', texts: numbers, key: ['DeliveryDocument'], expand }, context)
}

function deliveriesOf(order: Row, headers: readonly Row[], { settings }: HistoryContext): readonly Delivery[] {
  const number = keyOf(order.SalesOrder)
  return headers.flatMap((header) => {
    const items = linkedRows(header, deliveryItemsProperty).filter(
      (item) => keyOf(item.ReferenceSDDocument) === number && isOfOrder(item, settings),
    )
    return items.length === 0 ? [] : [{ header, items }]
  })
}
