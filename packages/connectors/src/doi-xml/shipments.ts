import { addDecimals } from '@linkspan/core/connector'
import { byDocumentTime, compare } from './document-time.ts'
import type { ShipNotice, ShippedLine } from './documents.ts'
import { groupBy } from './group-by.ts'
import { lineKey } from './values.ts'

export interface OrderedLine {
  readonly lineNumber: string
  readonly sku?: string | undefined
  readonly quantity: string
}

/**
 * The ship notices that are in force: the latest of each shipment, unless it deletes or only plans the shipment. Sorted by shipping time.
 */
export function latestNotices(notices: readonly ShipNotice[]): readonly ShipNotice[] {
  const latest = new Map<string, ShipNotice>()
  for (const notice of [...notices].sort(byDocumentTime)) latest.set(notice.shipmentId, notice)
  const inForce = [...latest.values()].filter(({ operation, isPlanned }) => operation !== 'delete' && !isPlanned)
  const timeOf = ({ shippedAt, writtenAt }: ShipNotice): string => shippedAt ?? writtenAt ?? ''
  return inForce.sort((one, other) => compare(timeOf(one), timeOf(other)) || compare(one.shipmentId, other.shipmentId))
}

/** The quantity of each ordered line that the notices contain. */
export function quantityPerLine(ordered: readonly OrderedLine[], notices: readonly ShipNotice[]): readonly string[] {
  const indexOf = indexFinder(ordered)
  const shipped = groupBy(
    notices.flatMap(({ lines }) => lines),
    indexOf,
  )
  return ordered.map((_, at) => addDecimals((shipped.get(at) ?? []).map(({ quantity }) => quantity)))
}

/** The index of each ordered line by its line number. If a number comes twice, the first line has it. */
export function indexByLineNumber(ordered: readonly OrderedLine[]): ReadonlyMap<string, number> {
  return new Map(ordered.map(({ lineNumber }, at) => [lineKey(lineNumber), at] as const).reverse())
}

/** Finds the index of a shipped line's order line: by its number, else by its SKU if only one order line has it. -1 if there is none. */
function indexFinder(ordered: readonly OrderedLine[]): (line: ShippedLine) => number {
  const byNumber = indexByLineNumber(ordered)
  const bySku = groupBy([...ordered.keys()], (at) => ordered[at]?.sku)
  return ({ lineNumber, sku }) => {
    const index = lineNumber === null ? undefined : byNumber.get(lineKey(lineNumber))
    const indexes = (sku !== null && bySku.get(sku)) || []
    return index ?? (indexes.length === 1 ? indexes[0] : undefined) ?? -1
  }
}
