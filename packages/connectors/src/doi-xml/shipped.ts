import { addDecimals } from '@linkspan/core/connector'
import type { ShipNotice, ShippedLine } from './documents.ts'
import { groupBy } from './group-by.ts'
import { byDocumentTime, compare } from './last-word.ts'
import { lineKey } from './values.ts'

export interface OrderedLine {
  readonly lineNumber: string
  readonly sku?: string | undefined
  readonly quantity: string
}

/** What stands of all ship notices: the last one of each shipment, unless it takes the shipment back or only plans it; by time. */
export function lastNotices(notices: readonly ShipNotice[]): readonly ShipNotice[] {
  const last = new Map<string, ShipNotice>()
  for (const notice of [...notices].sort(byDocumentTime)) last.set(notice.shipmentId, notice)
  const standing = [...last.values()].filter(({ operation, isPlanned }) => operation !== 'delete' && !isPlanned)
  const leftAt = ({ shippedAt, writtenAt }: ShipNotice): string => shippedAt ?? writtenAt ?? ''
  return standing.sort((one, other) => compare(leftAt(one), leftAt(other)) || compare(one.shipmentId, other.shipmentId))
}

/** How much of each ordered line the notices hold. */
export function shippedPerLine(ordered: readonly OrderedLine[], notices: readonly ShipNotice[]): readonly string[] {
  const placeOf = placesOf(ordered)
  const shipped = groupBy(
    notices.flatMap(({ lines }) => lines),
    placeOf,
  )
  return ordered.map((_, at) => addDecimals((shipped.get(at) ?? []).map(({ quantity }) => quantity)))
}

/** Where each ordered line stands, by its number; of equal ones the first. */
export function placesByNumber(ordered: readonly OrderedLine[]): ReadonlyMap<string, number> {
  return new Map(ordered.map(({ lineNumber }, at) => [lineKey(lineNumber), at] as const).reverse())
}

/** By the line's number; a number that the order does not have is passed over for the SKU where that stands in one line only. */
function placesOf(ordered: readonly OrderedLine[]): (line: ShippedLine) => number {
  const byNumber = placesByNumber(ordered)
  const bySku = groupBy([...ordered.keys()], (at) => ordered[at]?.sku)
  return ({ lineNumber, sku }) => {
    const place = lineNumber === null ? undefined : byNumber.get(lineKey(lineNumber))
    const places = (sku !== null && bySku.get(sku)) || []
    return place ?? (places.length === 1 ? places[0] : undefined) ?? -1
  }
}
