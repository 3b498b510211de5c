import { decimalOf, ExactDecimal } from '@linkspan/connector-kit/fields/exact-decimal'
import { etagOf, linkedRows, type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { instantOf } from '@linkspan/connector-kit/odata/times'
import type { FieldSource, SourceRecord } from '@linkspan/core/connector'
import { orderStatusOf, orderStatusRaw } from './order-status.ts'
import type { SapSettings } from './settings.ts'
import {
  type Delivery,
  deliveryItemsProperty,
  isDelivered,
  isIssued,
  isReturn,
  quantitiesOf,
  shipmentSources,
  toShipment,
} from './shipments.ts'
import { deliveryStatus, statusProperties } from './status-properties.ts'
import { changedAtOf, keyOf } from './values.ts'

/** An order with its items, and all deliveries that belong to it. */
export interface OrderHistory {
  readonly order: Row
  readonly deliveries: readonly Delivery[]
}

type DeliverySettings = SapSettings['deliveries']

/**
 * How far an order has come. The header says what is rejected, returned or blocked; deliveries say what has left: a delivery status of C
 * means only that they exist (docs/erp/sap-s4hana.md#order-status).
 */
function statusOf({ order, deliveries }: OrderHistory, settings: DeliverySettings): string {
  const told = orderStatusOf(order)
  if (told === 'cancelled' || told === 'returned') return told
  const outgoing = deliveries.filter((each) => !isReturn(each, settings))
  const issued = issuedIn(outgoing)
  const returned = sum(issuedIn(deliveries.filter((each) => isReturn(each, settings))))
  if (returned.gt(0) && returned.gte(sum(issued))) return 'returned'
  if (isShipped(order, outgoing, issued)) return outgoing.every(isDelivered) ? 'delivered' : 'shipped'
  if (told === 'on_hold') return told
  if (sum(issued).gt(0)) return 'partially_shipped'
  return outgoing.length > 0 ? 'processing' : told
}

const issuedIn = (deliveries: readonly Delivery[]): ReadonlyMap<string, ExactDecimal> =>
  quantitiesOf(deliveries.flatMap(({ header, items }) => items.filter((item) => isIssued(item, header))))

const sum = (quantities: ReadonlyMap<string, ExactDecimal>): ExactDecimal =>
  [...quantities.values()].reduce((total, quantity) => total.plus(quantity), new ExactDecimal(0))

/** Whether all that was ordered has left: by the quantity of each item, or because the order is delivered in full and all of it is issued. */
function isShipped(order: Row, outgoing: readonly Delivery[], issued: ReadonlyMap<string, ExactDecimal>): boolean {
  if (outgoing.length === 0) return false
  const isComplete = deliveryStatus.some((name) => textOf(order, name) === 'C')
  if (isComplete && outgoing.every(({ header, items }) => items.every((item) => isIssued(item, header)))) return true
  const wanted = deliverable(order)
  return wanted.length > 0 && wanted.every(({ item, quantity }) => issued.get(item)?.gte(quantity) ?? false)
}

/** The items that are to be delivered: not rejected ones, and not those, such as services, for which a delivery means nothing. */
function deliverable(order: Row): readonly { readonly item: string; readonly quantity: ExactDecimal }[] {
  const open = linkedRows(order, 'to_Item', '_Item').filter((row) => textOf(row, 'SalesDocumentRjcnReason') === undefined)
  const isTold = open.some((row) => textOf(row, 'DeliveryStatus') !== undefined)
  return open
    .filter((row) => !isTold || textOf(row, 'DeliveryStatus') !== undefined)
    .flatMap((row) => {
      const quantity = decimalOf(row.RequestedQuantity)
      return quantity?.gt(0) ? [{ item: keyOf(row.SalesOrderItem), quantity }] : []
    })
}

/** When an order or one of its deliveries changed last. Deliveries tell the day, some releases the time as well. */
function lastChangeOf({ order, deliveries }: OrderHistory): string | null {
  const times = [changedAtOf(order), ...deliveries.map(({ header }) => changedAtOf(header))]
  return (
    times
      .flatMap((time) => (time === null ? [] : (instantOf(time) ?? [])))
      .sort()
      .at(-1) ?? null
  )
}

export function toOrderStatus(history: OrderHistory, settings: DeliverySettings): SourceRecord {
  const { order, deliveries } = history
  const id = keyOf(order.SalesOrder)
  const changedAt = lastChangeOf(history)
  const shown = deliveries.filter((each) => !isReturn(each, settings)).sort((one, other) => (numberOf(one) < numberOf(other) ? -1 : 1))
  return {
    id,
    raw: { ...order, deliveries: deliveries.map(({ header }) => header) },
    changedAt,
    fields: {
      orderNumber: id,
      orderExternalId: id,
      status: statusOf(history, settings),
      statusRaw: [orderStatusRaw(order), `deliveries=${deliveries.length}`].filter(Boolean).join(', '),
      shipments: shown.map((each) => toShipment(each, settings)),
      companyId: textOf(order, 'SalesOrganization'),
      sourceUpdatedAt: changedAt ?? undefined,
      sourceVersion: etagOf(order),
    },
  }
}

const numberOf = ({ header }: Delivery): string => keyOf(header.DeliveryDocument).padStart(10, '0')

const items = ['to_Item.results[]', '_Item[]']
const delivered = (name: string) => [`deliveries[].${deliveryItemsProperty}.results[].${name}`]
const changes = ['LastChangeDateTime', 'LastChangeDate', 'CreationDate']

export const orderStatusSources: readonly FieldSource[] = [
  { field: 'id', sources: ['SalesOrder'], note: 'a number without its leading zeros' },
  { field: 'orderNumber', sources: ['SalesOrder'], note: 'a number without its leading zeros' },
  { field: 'orderExternalId', sources: ['SalesOrder'], note: 'a number without its leading zeros' },
  {
    field: 'status',
    sources: [
      ...statusProperties,
      'SalesOrderType',
      ...items.map((rows) => `${rows}.RequestedQuantity`),
      ...delivered('ActualDeliveryQuantity'),
      'deliveries[].OverallGoodsMovementStatus',
      'deliveries[].OverallProofOfDeliveryStatus',
    ],
    note: 'what has left by goods issues counts, not that deliveries exist',
  },
  { field: 'statusRaw', sources: statusProperties, note: 'those that are filled, and the number of deliveries' },
  ...shipmentSources,
  { field: 'companyId', sources: ['SalesOrganization'] },
  {
    field: 'sourceUpdatedAt',
    sources: [...changes, ...changes.map((name) => `deliveries[].${name}`)],
    note: 'the latest of the order and its deliveries',
  },
  { field: 'sourceVersion', sources: ['__metadata.etag', '@odata.etag'] },
]
