import { isAbsent } from '@linkspan/connector-kit/fields/dot-path'
import type { FileRow } from '@linkspan/connector-kit/files/file-row'

type Row = FileRow['row']

const names = ['shipmentId', 'carrier', 'carrierCode', 'service', 'trackingUrl', 'shippedAt', 'estimatedDelivery', 'deliveredAt'] as const

/** The shipments in the rows of one order. Rows with the same shipment id, or the same first tracking number, are merged. */
export function shipmentsOf(rows: readonly Row[]): Row[] {
  const shipments = new Map<string, Row & { readonly trackingNumbers: readonly string[] }>()
  for (const [at, row] of rows.entries()) {
    const tracking = isAbsent(row.trackingNumbers)
      ? []
      : String(row.trackingNumbers)
          .split(/[,;|\s]+/)
          .filter((number) => number !== '')
    const fields = Object.fromEntries(names.filter((name) => !isAbsent(row[name])).map((name) => [name, row[name]]))
    if (tracking.length === 0 && Object.keys(fields).length === 0) continue
    const id = String(fields.shipmentId ?? tracking[0] ?? at + 1)
    const before = shipments.get(id)
    const trackingNumbers = [...new Set([...(before?.trackingNumbers ?? []), ...tracking])]
    shipments.set(id, { ...before, ...fields, shipmentId: id, trackingNumbers })
  }
  return [...shipments.values()]
}
