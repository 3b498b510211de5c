import { type Changes, changesBetween, type Data, isSame, itemOf, leafName, leavesOf, valueAtPath, withChanges } from './change-set.ts'
import { type ErpForm, formOf } from './equal-forms.ts'

/**
 * What both sides were when they last agreed. They need not be equal: an ERP may not keep some of our fields at all, and such a
 * difference is nobody's change.
 */
export interface Base {
  readonly ours: Data
  /** Null while the ERP has never shown what it made of ours. */
  readonly theirs: Data | null
  /** Paths that we have written and that the ERP has not shown since: which form it gives them is not known yet. */
  readonly unconfirmed: readonly string[]
}

/**
 * What is known about changes in the ERP since our last write: `none`, if the version or the change time that it shows is that of our
 * write; `some`, if it shows a later one; `unknown`, if it shows neither.
 */
export type EditEvidence = 'none' | 'some' | 'unknown'

/** One field that both sides have changed, each in its own way. */
export interface Contested {
  readonly path: string
  readonly base: unknown
  readonly erp: unknown
  readonly system: unknown
}

/** A value of ours that the ERP keeps in another form, or has worked out anew because of our write. */
export interface Normalised {
  readonly path: string
  readonly sent: unknown
  readonly shown: unknown
  /** Null if it is none of the usual forms: the ERP computes the field. */
  readonly form: ErpForm | null
}

export interface Merged {
  readonly data: Data
  readonly base: Base
  /** The base as long as nobody has decided about what is contested: there it is as before, everywhere else both sides agree. */
  readonly openBase: Base
  /** Paths at which the record differs from what the ERP is known to have: what is left to push. */
  readonly toPush: readonly string[]
  /** Paths that somebody has changed in the ERP. */
  readonly fromErp: readonly string[]
  readonly normalised: readonly Normalised[]
  readonly contested: readonly Contested[]
}

/** Whose value is taken if both have changed the same; `nobody`: ours stays until a person has decided. */
export type Winner = 'erp' | 'system' | 'nobody'

interface ErpChanges {
  /** What somebody has changed there. */
  readonly edits: Map<string, unknown>
  readonly normalised: readonly Normalised[]
  /** Values of ours that the ERP shows for the first time, in its own spelling, as 2.50 for 2.5. */
  readonly respelt: ReadonlyMap<string, unknown>
}

/**
 * Tells what somebody changed in the ERP from what the ERP itself made of our write. What it leaves out when it shows a value of ours for
 * the first time, it just does not keep.
 */
function changesOfErp(base: Base, theirs: Data, evidence: EditEvidence): ErpChanges {
  const expected = base.theirs ?? base.ours
  const unconfirmed = new Set(base.unconfirmed)
  const isUnconfirmed = (path: string) => base.theirs === null || unconfirmed.has(path) || unconfirmed.has(itemOf(path) ?? path)
  const edits = new Map<string, unknown>()
  const normalised: Normalised[] = []
  for (const [path, shown] of changesBetween(expected, theirs)) {
    const isFirst = isUnconfirmed(path)
    if (isFirst && shown === undefined) continue
    const sent = valueAtPath(expected, path)
    const form = isFirst ? formOf(leafName(path), sent, shown) : null
    const isForm = evidence === 'none' || (isFirst && (evidence === 'unknown' || form !== null))
    if (isForm) normalised.push({ path, sent, shown, form })
    else edits.set(path, shown)
  }
  const before = leavesOf(expected)
  const respelt = [...leavesOf(theirs)].filter(
    ([path, shown]) => isUnconfirmed(path) && before.has(path) && before.get(path) !== shown && isSame(path, before.get(path), shown),
  )
  return { edits, normalised, respelt: new Map(respelt) }
}

/** The items of lists that a change set takes away. */
const removedItems = (changes: Changes): ReadonlySet<string> =>
  new Set([...changes].flatMap(([path, value]) => (value === undefined && itemOf(path) === path ? [path] : [])))

const isWithin = (changes: Changes, item: string): boolean =>
  [...changes].some(([path, value]) => itemOf(path) === item && value !== undefined)

/** Merges field by field: what only one side has changed is taken from it, whoever wins elsewhere. Pure. */
export function merge(
  base: Base,
  ours: Data,
  theirs: Data,
  winnerOf: (path: string) => Winner,
  evidence: EditEvidence = 'unknown',
): Merged {
  const { edits, normalised, respelt } = changesOfErp(base, theirs, evidence)
  const ofSystem: Changes = changesBetween(base.ours, ours)
  const taken = new Map<string, unknown>()
  const contested: Contested[] = []
  const contest = (path: string, erp: unknown, system: unknown): Winner => {
    contested.push({ path, base: valueAtPath(base.ours, path) ?? null, erp: erp ?? null, system: system ?? null })
    return winnerOf(path)
  }

  const erpForms = new Map([...normalised.map(({ path, shown }) => [path, shown] as const), ...respelt])
  for (const [path, shown] of erpForms) if (!ofSystem.has(path)) taken.set(path, shown)

  const goneThere = removedItems(edits)
  const goneHere = removedItems(ofSystem)
  for (const item of goneThere) {
    const isContested = !goneHere.has(item) && isWithin(ofSystem, item)
    if (!isContested || contest(item, null, valueAtPath(ours, item)) === 'erp') taken.set(item, undefined)
  }
  for (const item of goneHere) {
    if (goneThere.has(item) || !isWithin(edits, item)) continue
    if (contest(item, valueAtPath(theirs, item), null) !== 'erp') continue
    for (const [path, value] of leavesOf(theirs)) if (itemOf(path) === item) taken.set(path, value)
  }
  for (const [path, erp] of edits) {
    const item = itemOf(path)
    if (item !== null && (goneThere.has(item) || goneHere.has(item))) continue
    const isContested = ofSystem.has(path) && !isSame(path, ofSystem.get(path), erp)
    if (!isContested || contest(path, erp, ofSystem.get(path)) === 'erp') taken.set(path, erp)
  }

  const data = withChanges(ours, taken)
  const seen = new Map([...erpForms, ...edits])
  const agreed = withChanges(base.ours, seen)
  return {
    data,
    base: { ours: agreed, theirs, unconfirmed: [] },
    openBase: openBaseOf(base, seen, new Set(contested.map(({ path }) => path))),
    toPush: [...changesBetween(agreed, data).keys()],
    fromErp: [...edits.keys()],
    normalised,
    contested,
  }
}

/** Without this, what the ERP alone has changed would count as a change by the system as soon as the ERP changes it again. */
function openBaseOf(base: Base, seen: Changes, contested: ReadonlySet<string>): Base {
  const isOpen = (path: string) => contested.has(path) || contested.has(itemOf(path) ?? path)
  const settled = new Map([...seen].filter(([path]) => !isOpen(path)))
  return {
    ours: withChanges(base.ours, settled),
    theirs: withChanges(base.theirs ?? base.ours, settled),
    unconfirmed: base.unconfirmed.filter(isOpen),
  }
}
