import { decimalOf, ExactDecimal, toText as toDigits } from '@linkspan/connector-kit/fields/exact-decimal'
import { defineFieldTable, toText } from '@linkspan/connector-kit/fields/field-table'
import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { toInstant } from '@linkspan/core/connector'
import type { Reading } from './reader.ts'
import { latest } from './values.ts'

export const shipmentLines: Reading = { api: 'fscmRestApi', resource: 'shipmentLines', onlyData: true }
export const shipments: Reading = { api: 'fscmRestApi', resource: 'shipments', onlyData: true }

export const carrierFields = defineFieldTable({ carrier: ['Carrier', 'CarrierName'], service: ['ServiceLevel', 'ShippingMethod'] })
export const shipmentLineFields = defineFieldTable({
  lineNumber: ['OrderLine', 'SourceOrderLine'],
  sku: ['Item', 'ItemNumber'],
  quantity: ['ShippedQuantity'],
})

/** The number of the order that a shipment line is for, as the system calls it that the order came from (docs/erp/oracle-fusion.md#shipment-lines). */
export const orderOf = (row: Row): string | undefined => textOf(row, 'Order', 'OrderNumber', 'SourceOrder')

/** Whether a line has left the house: its quantity, its date and its words tell, never its code, which is unclear (docs/erp/oracle-fusion.md#shipment-lines). */
export function hasLeft(row: Row): boolean {
  const isSome = decimalOf(row.ShippedQuantity)?.gt(0) ?? false
  const status = textOf(row, 'LineStatus') ?? ''
  if (!isSome || /cancel/i.test(status)) return false
  return textOf(row, 'ActualShipDate') !== undefined || /shipped|interfaced|closed/i.test(status)
}

/** How much of an order has left the house, by its shipment lines. */
export const shippedBy = (rows: readonly Row[]): ExactDecimal =>
  rows.filter(hasLeft).reduce((sum, row) => sum.plus(decimalOf(row.ShippedQuantity) ?? 0), new ExactDecimal(0))

/** The shipments that lines belong to, with the carriers that are known. */
export function toShipments(rows: readonly Row[], carriers: ReadonlyMap<string, Row>): readonly Readonly<Record<string, unknown>>[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows.filter(hasLeft)) {
    const shipment = textOf(row, 'Shipment')
    if (shipment !== undefined) groups.set(shipment, [...(groups.get(shipment) ?? []), row])
  }
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([shipmentId, lines]) => toShipment(shipmentId, lines, carriers.get(shipmentId) ?? {}))
}

function toShipment(shipmentId: string, rows: readonly Row[], shipment: Row): Readonly<Record<string, unknown>> {
  const tracking = [...rows.map((row) => textOf(row, 'TrackingNumber')), textOf(shipment, 'TrackingNumber', 'Waybill')]
  const trackingNumbers = [...new Set(tracking.flatMap((number) => number ?? []))]
  const shippedAt = latest(...rows.map((row) => toInstant(row.ActualShipDate)), toInstant(shipment.ActualShipDate))
  return {
    shipmentId,
    ...carrierFields.read(shipment),
    ...(trackingNumbers.length > 0 && { trackingNumbers }),
    ...(shippedAt !== null && { shippedAt }),
    lines: linesOf(rows),
  }
}

/** Lines of one number in one shipment are one: their quantities are added up. */
function linesOf(rows: readonly Row[]): readonly Readonly<Record<string, unknown>>[] {
  const lines = new Map<string, Readonly<Record<string, unknown>>>()
  for (const row of rows) {
    const line = shipmentLineFields.read(row)
    const key = `${toText(line.lineNumber)} ${toText(line.sku)}`
    const before = decimalOf(lines.get(key)?.quantity) ?? new ExactDecimal(0)
    lines.set(key, { ...line, quantity: toDigits(before.plus(decimalOf(row.ShippedQuantity) ?? 0)) })
  }
  return [...lines.values()]
}
