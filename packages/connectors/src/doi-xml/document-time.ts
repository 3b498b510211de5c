import type { InboundDocument, Operation } from './documents.ts'

const ranks: Readonly<Record<Operation, number>> = { new: 0, update: 1, delete: 2 }

type Dated = InboundDocument & { readonly operation?: Operation }

/**
 * Sorts documents by the time that the partner wrote on them. At the same time, a new document comes before its update, and that before its
 * deletion. What is still equal is sorted by name and content, so that the result never depends on which document arrived first.
 */
export function byDocumentTime(one: Dated, other: Dated): number {
  return (
    compare(one.writtenAt ?? '', other.writtenAt ?? '') ||
    ranks[one.operation ?? 'new'] - ranks[other.operation ?? 'new'] ||
    compare(one.payloadId, other.payloadId) ||
    compare(JSON.stringify(one), JSON.stringify(other))
  )
}

/** By code units: the same result in every locale. */
export const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
