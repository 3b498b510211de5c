import { addDecimals } from '@linkspan/core'
import type { ShipNotice, ShippedLine } from './documents.ts'
import { bySaying, compare } from './last-word.ts'
import { lineKey } from './values.ts'

export interface OrderedLine {
  readonly lineNumber: string
  readonly sku?: string | undefined
  readonly quantity: string
}

/** What stands of all ship notices: the last one of each shipment, unless it takes the shipment back or only plans it; by time. */
export function lastNotices(notices: readonly ShipNotice[]): readonly ShipNotice[] {
  const last = new Map<string, ShipNotice>()
  for (const notice of [...notices].sort(bySaying)) last.set(notice.shipmentId, notice)
  const standing = [...last.values()].filter(({ operation, isPlanned }) => operation !== 'delete' && !isPlanned)
  return standing.sort(
    (one, other) =>
      compare(one.shippedAt ?? one.writtenAt ?? '', other.shippedAt ?? other.writtenAt ?? '') || compare(one.shipmentId, other.shipmentId),
  )
}

/** How much of each ordered line the notices hold. */
export function shippedPerLine(ordered: readonly OrderedLine[], notices: readonly ShipNotice[]): readonly string[] {
  const sums = ordered.map((): string[] => [])
  for (const line of notices.flatMap(({ lines }) => lines)) sums[placeOf(line, ordered)]?.push(line.quantity)
  return sums.map(addDecimals)
}

/** By the line's number; a number that the order does not have is passed over for the SKU where that stands in one line only. */
function placeOf({ lineNumber, sku }: ShippedLine, ordered: readonly OrderedLine[]): number {
  const byNumber = lineNumber === null ? -1 : ordered.findIndex((each) => lineKey(each.lineNumber) === lineKey(lineNumber))
  if (byNumber >= 0 || sku === null) return byNumber
  const places = ordered.flatMap((each, at) => (each.sku === sku ? [at] : []))
  return places.length === 1 ? (places[0] ?? -1) : -1
}
