import { earlierOf } from '@linkspan/connector-kit/fields/change-time'
import { textOf } from '@linkspan/connector-kit/odata/row'
import { type FieldSource, type SourceRecord, toInstant } from '@linkspan/core/connector'
import { childrenOf } from './children.ts'
import type { OrderHistory } from './order-histories.ts'
import { toLines } from './order-lines.ts'
import { orderStatusOf } from './order-progress.ts'
import { keyOf } from './orders.ts'
import { carrierFields, shipmentLineFields, shippedBy, toShipments } from './shipments.ts'
import { latest } from './values.ts'

/** How far an order is, with its shipments. `begun`: when reading began, which no change can be later than. */
export function toOrderStatus({ order, shipmentLines, shipments }: OrderHistory, begun: string | undefined): SourceRecord {
  const orderNumber = textOf(order, 'OrderNumber', 'SourceTransactionNumber')
  const statusRaw = textOf(order, 'StatusCode')
  const changedAt = latest(toInstant(order.LastUpdateDate), ...shipmentLines.map((line) => toInstant(line.LastUpdateDate)))
  const status = orderStatusOf(order, toLines(childrenOf(order, 'lines')), shippedBy(shipmentLines))
  return {
    id: orderNumber ?? '',
    raw: { salesOrdersForOrderHub: order, shipmentLines },
    changedAt: earlierOf(changedAt, begun),
    fields: {
      ...(orderNumber !== undefined && { orderNumber }),
      orderExternalId: keyOf(order),
      ...(status !== undefined && { status }),
      ...(statusRaw !== undefined && { statusRaw }),
      shipments: toShipments(shipmentLines, shipments),
      companyId: textOf(order, 'BusinessUnitName', 'BusinessUnitId'),
      ...(changedAt !== null && { sourceUpdatedAt: changedAt, statusChangedAt: changedAt }),
    },
  }
}

const order = 'salesOrdersForOrderHub'
export const orderStatusSources: readonly FieldSource[] = [
  { field: 'id', sources: [`${order}.OrderNumber`] },
  { field: 'orderNumber', sources: [`${order}.OrderNumber`] },
  { field: 'orderExternalId', sources: [`${order}.OrderKey`] },
  {
    field: 'status',
    sources: [`${order}.lines[].StatusCode`, `${order}.StatusCode`, 'shipmentLines[].ShippedQuantity'],
    note: 'by the lines, see the manual',
  },
  { field: 'statusRaw', sources: [`${order}.StatusCode`] },
  { field: 'statusChangedAt', sources: [`${order}.LastUpdateDate`, 'shipmentLines[].LastUpdateDate'], note: 'the latest of them' },
  { field: 'shipments[].shipmentId', sources: ['shipmentLines[].Shipment'] },
  ...carrierFields.sources({ field: 'shipments', rows: ['shipments'] }),
  { field: 'shipments[].trackingNumbers', sources: ['shipmentLines[].TrackingNumber', 'shipments[].Waybill'] },
  { field: 'shipments[].shippedAt', sources: ['shipmentLines[].ActualShipDate'] },
  ...shipmentLineFields.sources({ field: 'shipments[].lines', rows: ['shipmentLines'] }),
  { field: 'companyId', sources: [`${order}.BusinessUnitName`] },
  { field: 'sourceUpdatedAt', sources: [`${order}.LastUpdateDate`, 'shipmentLines[].LastUpdateDate'], note: 'the latest of them' },
]
