import type { InboundDocument, Operation } from './documents.ts'

const ranks: Readonly<Record<Operation, number>> = { new: 0, update: 1, delete: 2 }

type Said = InboundDocument & { readonly operation?: Operation }

/**
 * Which of two documents was said later: by the time that is written on it, at the same time by what it does, and where that is the same
 * too by its name and content, so that the answer never depends on which came first.
 */
export function byDocumentTime(one: Said, other: Said): number {
  return (
    compare(one.writtenAt ?? '', other.writtenAt ?? '') ||
    ranks[one.operation ?? 'new'] - ranks[other.operation ?? 'new'] ||
    compare(one.payloadId, other.payloadId) ||
    compare(JSON.stringify(one), JSON.stringify(other))
  )
}

/** Code unit by code unit: the same everywhere, whatever the locale. */
export const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
