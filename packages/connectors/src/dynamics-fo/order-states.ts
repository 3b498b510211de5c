import { decimalOf } from '@linkspan/connector-kit/fields/exact-decimal'
import { defineFieldTable } from '@linkspan/connector-kit/fields/field-table'
import { linkedRows, type Row, textOf } from '@linkspan/connector-kit/odata/row'
import type { FieldSource, SourceRecord } from '@linkspan/core/connector'
import { orderStatusOf, wordOf } from './order-progress.ts'
import { createdAt, headerKeys, linesProperty } from './orders.ts'
import { type PackingSlip, type PackingSlips, slipNames } from './packing-slips.ts'
import { idOf, toRecord, versions } from './records.ts'
import { day } from './values.ts'

const header = defineFieldTable({
  id: { from: [...headerKeys], note: 'both, with | between them' },
  orderNumber: ['SalesOrderNumber'],
  orderExternalId: { from: [...headerKeys], to: (_, row) => idOf(row, headerKeys) || undefined, note: 'both, with | between them' },
  status: {
    from: ['SalesOrderStatus', 'SalesOrderProcessingStatus', 'IsSalesProcessingStopped', `${linesProperty}[].SalesOrderLineStatus`],
    to: (_, row) => orderStatusOf(row, linkedRows(row, linesProperty)),
    note: 'a stopped order that is not over is on_hold',
  },
  statusRaw: { from: ['SalesOrderProcessingStatus', 'SalesOrderStatus'], to: (_, row) => wordOf(row) },
  companyId: versions.companyId,
})

const slip = defineFieldTable({ shipmentId: slipNames.id, shippedAt: day(...slipNames.day) })
const slipLine = defineFieldTable({ lineNumber: slipNames.lineNumber, sku: slipNames.sku, quantity: slipNames.quantity })

export const orderStatusSources: readonly FieldSource[] = [
  ...header.sources(),
  ...slip.sources({ field: 'shipments', rows: ['PackingSlips'] }),
  { field: 'shipments[].carrier', sources: ['ShippingCarrierId'] },
  { field: 'shipments[].service', sources: ['ShippingCarrierServiceId'] },
  ...slipLine.sources({ field: 'shipments[].lines', rows: ['PackingSlips[].Lines'] }),
]

/** The status of an order, with the packing slips by which goods have left. */
export function toOrderStatus(row: Row, slips: PackingSlips): SourceRecord {
  const own = [...(slips.get(textOf(row, 'SalesOrderNumber') ?? '') ?? [])].sort((one, other) => (one.id < other.id ? -1 : 1))
  const record = toRecord(header, row, idOf(row, headerKeys), createdAt(row))
  return {
    ...record,
    fields: { ...record.fields, shipments: own.map((each) => toShipment(each, row)) },
    raw: { ...row, PackingSlips: own.map((each) => ({ ...each.row, Lines: each.lines })) },
  }
}

/** The carrier is that of the order: packing slips name none. */
function toShipment({ row, lines }: PackingSlip, order: Row): Readonly<Record<string, unknown>> {
  const [carrier, service] = [textOf(order, 'ShippingCarrierId'), textOf(order, 'ShippingCarrierServiceId')]
  const sent = lines.map(slipLine.read).filter(({ quantity }) => decimalOf(quantity)?.gt(0) ?? true)
  return {
    ...slip.read(row),
    ...(carrier !== undefined && { carrier }),
    ...(service !== undefined && { service }),
    lines: sent.map((line, at) => ({ lineNumber: String(at + 1), ...line })),
  }
}
