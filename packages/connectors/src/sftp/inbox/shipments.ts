import { isAbsent } from '@linkspan/connector-kit/fields/dot-path'
import type { FileRow } from '@linkspan/connector-kit/files/file-row'

type Row = FileRow['row']

const names = ['shipmentId', 'carrier', 'carrierCode', 'service', 'trackingUrl', 'shippedAt', 'estimatedDelivery', 'deliveredAt'] as const

/** What rows of one order say of its shipments: one for each shipment's number, or tracking number, or row. */
export function shipmentsOf(rows: readonly Row[]): Row[] {
  const shipments = new Map<string, Row & { readonly trackingNumbers: readonly string[] }>()
  for (const [at, row] of rows.entries()) {
    const tracking = isAbsent(row.trackingNumbers)
      ? []
      : String(row.trackingNumbers)
          .split(/[,;|\s]+/)
          .filter((number) => number !== '')
    const said = Object.fromEntries(names.filter((name) => !isAbsent(row[name])).map((name) => [name, row[name]]))
    if (tracking.length === 0 && Object.keys(said).length === 0) continue
    const id = String(said.shipmentId ?? tracking[0] ?? at + 1)
    const before = shipments.get(id)
    const trackingNumbers = [...new Set([...(before?.trackingNumbers ?? []), ...tracking])]
    shipments.set(id, { ...before, ...said, shipmentId: id, trackingNumbers })
  }
  return [...shipments.values()]
}
