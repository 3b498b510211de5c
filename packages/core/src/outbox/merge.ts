import { type Changes, changesBetween, type Data, isSame, valueAtPath, withChanges } from './change-set.ts'

/**
 * What both sides were when they last agreed. They need not be equal: an ERP keeps some of our fields in its own form and others not
 * at all, and such a difference is nobody's change. `theirs` is null while the ERP has not shown what it made of ours.
 */
export interface Base {
  readonly ours: Data
  readonly theirs: Data | null
}

/** One field that both sides have changed, each in its own way. */
export interface Contested {
  readonly path: string
  readonly base: unknown
  readonly erp: unknown
  readonly system: unknown
}

export interface Merged {
  readonly data: Data
  readonly base: Base
  /** Paths at which the record is other than the ERP is known to have it: what is left to push. */
  readonly toPush: readonly string[]
  /** Paths whose values the ERP has changed. */
  readonly fromErp: readonly string[]
  readonly contested: readonly Contested[]
}

/** Whose value is taken where both have changed the same; `nobody`: ours stays until a person has decided. */
export type Winner = 'erp' | 'system' | 'nobody'

/** The ERP's changes since the two agreed. What it leaves out when it shows a record of ours for the first time, it just does not keep. */
function changesOfErp(base: Base, theirs: Data): Map<string, unknown> {
  if (base.theirs !== null) return changesBetween(base.theirs, theirs)
  return new Map([...changesBetween(base.ours, theirs)].filter(([, value]) => value !== undefined))
}

/** Merges field by field: what only one side has changed is taken from it, whoever wins elsewhere. Pure. */
export function merge(base: Base, ours: Data, theirs: Data, winnerOf: (path: string) => Winner): Merged {
  const ofErp = changesOfErp(base, theirs)
  const ofSystem: Changes = changesBetween(base.ours, ours)
  const taken = new Map<string, unknown>()
  const contested: Contested[] = []
  for (const [path, erp] of ofErp) {
    const isContested = ofSystem.has(path) && !isSame(ofSystem.get(path), erp)
    if (isContested)
      contested.push({ path, base: valueAtPath(base.ours, path) ?? null, erp: erp ?? null, system: ofSystem.get(path) ?? null })
    if (!isContested || winnerOf(path) === 'erp') taken.set(path, erp)
  }
  const data = withChanges(ours, taken)
  const agreed = withChanges(base.ours, ofErp)
  return {
    data,
    base: { ours: agreed, theirs },
    toPush: [...changesBetween(agreed, data).keys()],
    fromErp: [...ofErp.keys()],
    contested,
  }
}
