import { type Changes, changesBetween, type Data, isSame, valueAtPath, withChanges } from './change-set.ts'

/**
 * Both sides as they were when they last agreed. They need not be equal: an ERP stores some of our fields in its own form and drops others,
 * and such a difference is not a change by either side. `theirs` is null until the ERP has shown its version of our record.
 */
export interface Base {
  readonly ours: Data
  readonly theirs: Data | null
}

/** A path at which both sides have changed the value, to different values. */
export interface Contested {
  readonly path: string
  readonly base: unknown
  readonly erp: unknown
  readonly system: unknown
}

export interface Merged {
  readonly data: Data
  readonly base: Base
  /** Paths at which the record differs from what the ERP is known to have. */
  readonly toPush: readonly string[]
  /** Paths whose values the ERP has changed. */
  readonly fromErp: readonly string[]
  readonly contested: readonly Contested[]
}

/** Whose value wins at a contested path; `nobody`: ours stays until a person decides. */
export type Winner = 'erp' | 'system' | 'nobody'

/** The ERP's changes since the two agreed. A field missing from its first answer was never stored there, so it is not a deletion. */
function changesByErp(base: Base, theirs: Data): Map<string, unknown> {
  if (base.theirs !== null) return changesBetween(base.theirs, theirs)
  return new Map([...changesBetween(base.ours, theirs)].filter(([, value]) => value !== undefined))
}

/** Merges field by field. A change by only one side is always taken; `winnerOf` decides about the rest. Pure. */
export function merge(base: Base, ours: Data, theirs: Data, winnerOf: (path: string) => Winner): Merged {
  const byErp = changesByErp(base, theirs)
  const bySystem: Changes = changesBetween(base.ours, ours)
  const taken = new Map<string, unknown>()
  const contested: Contested[] = []
  for (const [path, erp] of byErp) {
    const isContested = bySystem.has(path) && !isSame(bySystem.get(path), erp)
    if (isContested)
      contested.push({ path, base: valueAtPath(base.ours, path) ?? null, erp: erp ?? null, system: bySystem.get(path) ?? null })
    if (!isContested || winnerOf(path) === 'erp') taken.set(path, erp)
  }
  const data = withChanges(ours, taken)
  const agreed = withChanges(base.ours, byErp)
  return {
    data,
    base: { ours: agreed, theirs },
    toPush: [...changesBetween(agreed, data).keys()],
    fromErp: [...byErp.keys()],
    contested,
  }
}
