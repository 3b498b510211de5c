import { addDecimals } from '@linkspan/core/connector'
import { byDocumentTime, compare } from './document-time.ts'
import type { ConfirmedLine, ShipNotice, ShippedLine } from './documents.ts'
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
  for (const notice of joinParts(notices).sort(byDocumentTime)) latest.set(notice.shipmentId, notice)
  const inForce = [...latest.values()].filter(({ operation, isPlanned }) => operation !== 'delete' && !isPlanned)
  const timeOf = ({ shippedAt, writtenAt }: ShipNotice): string => shippedAt ?? writtenAt ?? ''
  return inForce.sort((one, other) => compare(timeOf(one), timeOf(other)) || compare(one.shipmentId, other.shipmentId))
}

/** Joins the notices of one message that turned out to be about the same order: it named it by number and by its message, for example. */
function joinParts(notices: readonly ShipNotice[]): ShipNotice[] {
  const parted = new Set(notices.filter(({ part = 0 }) => part > 0).map(({ payloadId }) => payloadId))
  const joined = [...groupBy(notices, ({ payloadId }) => payloadId)]
    .filter(([payloadId]) => parted.has(payloadId))
    .flatMap(([, group]) => {
      const parts = [...new Map(group.map((notice) => [notice.part ?? 0, notice])).values()]
      return parts.slice(0, 1).map((first) => ({ ...first, lines: parts.flatMap(({ lines }) => lines) }))
    })
  return [...notices.filter(({ payloadId }) => !parted.has(payloadId)), ...joined]
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

/**
 * Finds the index of the order line that a confirmed line is about. -1 if there is none. If the partner numbers lines in its own way, a SKU
 * that only one order line has decides, and a number with another SKU is about no line of ours.
 */
export function confirmedLineFinder(ordered: readonly OrderedLine[]): (line: ConfirmedLine) => number {
  const byNumber = indexByLineNumber(ordered)
  const bySku = groupBy([...ordered.keys()], (at) => ordered[at]?.sku)
  return ({ lineNumber, sku }) => {
    const at = byNumber.get(lineKey(lineNumber)) ?? -1
    if (sku === undefined || ordered[at]?.sku === sku) return at
    const indexes = bySku.get(sku) ?? []
    if (indexes.length > 0) return indexes.length === 1 ? (indexes[0] ?? -1) : -1
    return ordered[at]?.sku === undefined ? at : -1
  }
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
