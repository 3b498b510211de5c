import type { Reject } from '../records/reject.ts'
import type { RecordChange } from '../runs/run-store.ts'

/** A record of a page, with the id that the connector gave it: the customer's mapping may have given it another. */
export interface MappedChange {
  readonly change: RecordChange
  readonly sourceId: string
  readonly changedAt: string | null
}

/**
 * Settles which records of a page count if the mapping gave one id to several of the connector's: equal ones do, and of those with change
 * times the latest. Others contradict each other, and all are rejected.
 */
export function settleMappedIds(
  records: readonly MappedChange[],
  page: number,
): { readonly changes: readonly RecordChange[]; readonly rejects: readonly Reject[] } {
  const groups = new Map<string, MappedChange[]>()
  if (records.some(({ change, sourceId }) => change.id !== sourceId))
    for (const record of records) groups.set(record.change.id, [...(groups.get(record.change.id) ?? []), record])
  const settled = new Map([...groups].filter(([, group]) => isMixedUp(group)).map(([id, group]) => [id, latestOf(group)]))
  if (settled.size === 0) return { changes: records.map(({ change }) => change), rejects: [] }
  const rejects: Reject[] = []
  const changes = records.flatMap(({ change }) => {
    const latest = settled.get(change.id)
    if (latest !== null) return [latest?.change ?? change]
    rejects.push({ recordId: change.id, page, errors: [ambiguous(change.id, groups.get(change.id) ?? [])] })
    return []
  })
  return { changes, rejects }
}

const isMixedUp = (group: readonly MappedChange[]): boolean =>
  new Set(group.map(({ sourceId }) => sourceId)).size > 1 && new Set(group.map(({ change }) => change.hash)).size > 1

/** Null if not all of them have a time of their own. */
function latestOf(group: readonly MappedChange[]): MappedChange | null {
  const times = new Set(group.map(({ changedAt }) => changedAt))
  if (times.size < group.length || times.has(null)) return null
  return group.reduce((latest, each) => ((each.changedAt ?? '') > (latest.changedAt ?? '') ? each : latest))
}

function ambiguous(id: string, group: readonly MappedChange[]): Reject['errors'][number] {
  const ids = group.slice(0, 5).map(({ sourceId }) => sourceId)
  const message = `record.ambiguous: the field mapping gives the id ${id} to several records with different content (${ids.join(', ')}${group.length > 5 ? ', …' : ''}); none of them is stored`
  return { path: 'id', message, value: id }
}
