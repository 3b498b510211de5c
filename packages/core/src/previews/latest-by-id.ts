import type { Transformed } from '../sync/transform.ts'

type Accepted = Extract<Transformed, { readonly kind: 'accepted' }>

const timeOf = ({ data }: Accepted): string => (typeof data.sourceUpdatedAt === 'string' ? data.sourceUpdatedAt : '')

/** What a sync stores of each id: of several rows the one with the latest change time, without change times the one that is read last. */
export function latestById(results: readonly Transformed[]): ReadonlyMap<string, Accepted> {
  const latest = new Map<string, Accepted>()
  for (const result of results) {
    if (result.kind !== 'accepted') continue
    const before = latest.get(result.change.id)
    if (!before || timeOf(result) >= timeOf(before)) latest.set(result.change.id, result)
  }
  return latest
}
