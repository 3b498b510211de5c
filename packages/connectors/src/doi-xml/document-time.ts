import type { InboundDocument, Operation } from './documents.ts'

const ranks: Readonly<Record<Operation, number>> = { new: 0, update: 1, delete: 2 }

type Dated = InboundDocument & { readonly operation?: Operation }

/**
 * Sorts documents by the time that the partner wrote on them. At the same time, a new document comes before its update, and that before its
 * deletion; then the earlier arrival comes first, since a correction often has the day of what it corrects. What is still equal is sorted by
 * name and content, so that the result never depends on the order of the list.
 */
export function byDocumentTime(one: Dated, other: Dated): number {
  return (
    compare(one.writtenAt ?? '', other.writtenAt ?? '') ||
    ranks[one.operation ?? 'new'] - ranks[other.operation ?? 'new'] ||
    compareArrival(one.arrived ?? '0-0', other.arrived ?? '0-0') ||
    compare(one.payloadId, other.payloadId) ||
    compare(JSON.stringify(one), JSON.stringify(other))
  )
}

/** Positions are two numbers, as in `1767225600000-0`. */
function compareArrival(one: string, other: string): number {
  const [[time = 0, count = 0] = [], [otherTime = 0, otherCount = 0] = []] = [one, other].map((each) => each.split('-').map(Number))
  return time - otherTime || count - otherCount
}

/** By code units: the same result in every locale. */
export const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
