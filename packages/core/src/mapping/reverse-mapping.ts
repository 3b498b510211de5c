import { changeExisting, hasValue, removeExisting } from './existing-values.ts'
import { applyFieldMapping, compileFieldMapping } from './field-mapping.ts'
import type { MappingFault } from './mapping.ts'
import { readPath } from './path.ts'
import { rootOf } from './reverse-paths.ts'
import type { ReverseField, ReversePlan, ReverseStep } from './reverse-plan.ts'
import { placeInRow } from './reverse-row.ts'

export { planReverse, type ReverseField, type ReversePlan } from './reverse-plan.ts'

type Data = Readonly<Record<string, unknown>>

/** A record as a push writes it. */
export interface Reversed {
  /** Canonical fields with the values that the ERP is sent. Read-only fields are left out. */
  readonly values: Data
  /** Canonical path → path in the ERP's row. Every other field goes to the connector's own place. A target without a value is cleared. */
  readonly targets: Readonly<Record<string, string>>
  /** Fields that have a value here and cannot be written. */
  readonly readOnly: readonly string[]
  /** Why the record cannot be sent as it is; `value` is the canonical one. */
  readonly faults: readonly MappingFault[]
  /** Fields whose filter the record does not meet: a later pull leaves it out. */
  readonly unmetFilters: readonly string[]
}

/** A record on its way through the inverse steps. */
export interface ReverseDraft {
  readonly data: Data
  readonly values: Record<string, unknown>
  readonly faults: MappingFault[]
}

/**
 * Runs a mapping backwards for one record. `fields` names the fields that are sent, as in `['price', 'lines']`; null for all. Never throws
 * for a record: what cannot be done is a fault. A field with a `push` expression is a fault too: those need `openReverseMapping`.
 */
export function reverse(plan: ReversePlan, data: Data, fields: readonly string[] | null): Reversed {
  const draft = beginReverse(data)
  for (const step of plan.steps) {
    if (step.inverse.kind === 'value') invertStep(step, step.inverse.invert, draft)
    else if (step.inverse.kind === 'expression' && hasValue(draft.values, step.at))
      addReverseFault(draft, step, readPath(data, step.at), new RangeError('needs its push expression evaluated'))
  }
  return finishReverse(plan, draft, fields)
}

export const beginReverse = (data: Data): ReverseDraft => ({ data, values: structuredClone(data) as Record<string, unknown>, faults: [] })

/** Adds a `RangeError` as a fault of the record; throws everything else on. */
export function addReverseFault({ faults }: ReverseDraft, { field }: Pick<ReverseStep, 'field'>, value: unknown, thrown: unknown): void {
  if (!(thrown instanceof RangeError)) throw thrown
  faults.push({ path: field, message: thrown.message, value })
}

/** Replaces the values at the step's path by their inverse. */
export function invertStep(step: ReverseStep, invert: (value: unknown) => unknown, draft: ReverseDraft): void {
  changeExisting(draft.values, step.at, (value) => {
    try {
      return invert(value)
    } catch (thrown) {
      addReverseFault(draft, step, value, thrown)
      return value
    }
  })
}

/** Removes what cannot be written, finds the targets, and checks that fields that share a place agree. */
export function finishReverse(plan: ReversePlan, { data, values, faults }: ReverseDraft, fields: readonly string[] | null): Reversed {
  const isSent = (root: string): boolean => fields === null || fields.some((field) => rootOf(field) === root)
  const sent = plan.fields.filter(({ path }) => isSent(rootOf(path)))
  const readOnly = plan.fields.filter((field) => field.readOnly !== null)
  for (const { at } of readOnly) removeExisting(values, at)

  const faulty = new Set(faults.map(({ path }) => path))
  const placed = plan.fields.filter(
    ({ path, at, target, readOnly }) =>
      readOnly === null && target !== null && !faulty.has(path) && (hasValue(values, at) || (fields !== null && isSent(rootOf(path)))),
  )
  return {
    values: Object.fromEntries(Object.entries(values).filter(([name]) => isSent(name))),
    targets: targetsOf(placed.filter(({ path }) => isSent(rootOf(path)))),
    readOnly: sent.filter((field) => field.readOnly !== null && hasValue(data, field.at)).map(({ path }) => path),
    faults: [...faults, ...contradictions(placed, values, data)].filter(({ path }) => isSent(rootOf(path))),
    unmetFilters: [...new Set(plan.filters.filter(({ meets }) => !meets({ fields: data, raw: {} })).map(({ field }) => field))],
  }
}

const targetsOf = (fields: readonly ReverseField[]): Record<string, string> =>
  Object.fromEntries(fields.map(({ path, target }) => [path, target ?? path]))

/** Fields that a pull of the row would give another value, because another field is written to the same place. */
function contradictions(placed: readonly ReverseField[], values: Data, data: Data): MappingFault[] {
  const targets = targetsOf(placed)
  const { row } = placeInRow({ values, targets })
  const read: Record<string, unknown> = {}
  applyFieldMapping(compileFieldMapping(targets), { raw: row }, read)
  return placed
    .filter(({ at }) => textOf(readPath(read, at)) !== textOf(readPath(values, at)))
    .map(({ path, at, target, sharedWith }) => ({
      path,
      message: sharedWith.length > 0 ? conflictMessage(path, sharedWith, target) : `cannot be written to ${target} beside the other fields`,
      value: readPath(data, at),
    }))
}

const conflictMessage = (path: string, sharedWith: readonly string[], target: string | null): string =>
  `${[path, ...sharedWith].join(' and ')} are read from the same place (${target}), but say different things`

/** Absent values, and lists without items, are the same. */
function textOf(value: unknown): string {
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return ''
  return JSON.stringify(value)
}
