import type { ERPOverview } from '@linkspan/client'
import type { Incident, Stream } from '../../api/names.ts'

/** Something that waits for a person. The first kinds come first. */
export type Need =
  | { readonly kind: 'incident'; readonly rank: number; readonly incident: Incident }
  | {
      readonly kind: 'refused' | 'conflicts' | 'rejects'
      readonly rank: number
      readonly count: number
      /** Where they are, most first. */
      readonly places: readonly Place[]
    }

export interface Place {
  readonly stream: Stream
  readonly count: number
}

const maxPlaces = 3
/** The causes of incidents that tell of the same records as the lines of rejects, refused records and conflicts. */
const recordCauses: ReadonlySet<string> = new Set(['record.invalid', 'record.refused', 'conflict.waiting'])
const ranks = { atRisk: 0, blocked: 1, decision: 2, rest: 3 } as const

/**
 * Everything that waits for a person, as many as the badge counts: orders at risk first, then what is blocked, then decisions, then the rest.
 */
export function needsOf(
  { badges, records }: Pick<ERPOverview, 'badges' | 'records'>,
  incidents: readonly Incident[],
  streams: readonly Stream[],
): readonly Need[] {
  const waiting = [
    { kind: 'refused', rank: ranks.atRisk, count: records.refused, places: placesOf(streams, ({ outbox }) => outbox.error) },
    { kind: 'conflicts', rank: ranks.decision, count: badges.conflicts, places: placesOf(streams, ({ conflicts }) => conflicts) },
    { kind: 'rejects', rank: ranks.decision, count: badges.rejects, places: placesOf(streams, ({ openRejects }) => openRejects) },
  ] as const satisfies readonly Need[]
  const needs: readonly Need[] = [
    ...incidents
      .filter(({ cause }) => !recordCauses.has(cause))
      .map((incident) => ({ kind: 'incident', rank: rankOf(incident), incident }) as const),
    ...waiting.filter(({ count }) => count > 0),
  ]
  return needs.toSorted((one, other) => one.rank - other.rank)
}

function rankOf({ severity, dataTypes }: Incident): number {
  if (severity === 'critical') return dataTypes.includes('orders') ? ranks.atRisk : ranks.blocked
  return ranks.rest
}

/** Both directions of a data type count the same records, so each data type is taken once. */
function placesOf(streams: readonly Stream[], countOf: (stream: Stream) => number): readonly Place[] {
  const byType = new Map(streams.map((stream) => [`${stream.connectionId} ${stream.dataType}`, stream]))
  return [...byType.values()]
    .map((stream) => ({ stream, count: countOf(stream) }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count)
    .slice(0, maxPlaces)
}
