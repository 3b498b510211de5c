import { toSteps } from './field-mapping.ts'
import { type Condition, compileFilter } from './filters.ts'
import type { Inverse } from './inverse.ts'
import { inverseOf, normalisingOperations } from './inverse-operations.ts'
import type { MappingSettings, Transformation } from './mapping.ts'
import { operations } from './operations.ts'
import type { Steps } from './path.ts'
import { pushAdvice } from './push-option.ts'
import { pathText, startsWith } from './reverse-paths.ts'
import { type PlaceOf, planTargets, type Target } from './reverse-targets.ts'

/** One transformation, undone. */
export interface ReverseStep {
  readonly field: string
  readonly at: Steps
  readonly inverse: Exclude<Inverse, { readonly kind: 'none' }>
}

/** What a push does with one canonical field that the settings name. */
export interface ReverseField {
  /** A canonical field, as in `name`, `shipTo.city` or `lines[].sku`. */
  readonly path: string
  readonly at: Steps
  /** Its path in the ERP's row; null if the connector writes it to its own place. */
  readonly target: string | null
  /** The inverse steps, in the order in which a push takes them. */
  readonly steps: readonly ReverseStep[]
  /** Why the connector writes it to its own place although the mapping names a path, as a sentence. */
  readonly ownPlace: string | null
  /** Why the field cannot be written, and what would change that, as sentences; null if it can. */
  readonly readOnly: { readonly reason: string; readonly advice: string | null } | null
  /** Other fields that a pull reads from the same path: all of them must say the same. */
  readonly sharedWith: readonly string[]
}

/** A filter of a pull, which a pushed record should meet as well. */
export interface ReverseFilter {
  readonly field: string
  readonly meets: Condition
}

/** A mapping that runs backwards. It is compiled once for a run. */
export interface ReversePlan {
  /** Fields that the settings do not name are not in here: a push gives them to the connector as they are. */
  readonly fields: readonly ReverseField[]
  /** The steps of all fields, in the order in which a push takes them. */
  readonly steps: readonly ReverseStep[]
  /** Filters on canonical fields. */
  readonly filters: readonly ReverseFilter[]
  /** Filters on the ERP's row, which can be checked only after a record was written. */
  readonly rawFilters: readonly string[]
}

/**
 * Plans how a push runs the settings backwards. `placeOf` says what the connector can write. Throws only if the settings are not valid by
 * their schemas.
 */
export function planReverse({ fieldMapping = {}, transformations = [], filters = [] }: MappingSettings, placeOf?: PlaceOf): ReversePlan {
  const inverted = transformations.map((transformation, index) => ({
    field: pathText(toSteps(transformation.field)),
    at: toSteps(transformation.field),
    inverse: inverseOf(transformation, normaliserAfter(transformations, index)),
  }))
  const targets = planTargets(fieldMapping, placeOf)
  const paths = new Map<string, Steps>()
  for (const path of [...Object.keys(fieldMapping), ...transformations.map(({ field }) => field)]) {
    const at = toSteps(path)
    paths.set(pathText(at), at)
  }

  const readOnlyOf = (path: string, at: Steps, target: Target): ReverseField['readOnly'] => {
    if (target.readOnly !== null) return { reason: target.readOnly, advice: null }
    const index = inverted.findIndex((step) => step.inverse.kind === 'none' && startsWith(at, step.at))
    const [blocking, transformation] = [inverted[index], transformations[index]]
    if (blocking?.inverse.kind !== 'none' || !transformation) return null
    const reason = `${blocking.field} ${blocking.inverse.reason}, so it cannot be written back.`
    const advice = pushAdvice(transformation)
    return { reason: blocking.field === path ? reason : `${path} is part of ${blocking.field}. ${reason}`, advice }
  }
  const planned = [...paths].map(([path, at]) => {
    const target = targets.find(path, at)
    return {
      path,
      at,
      target: target.path,
      ownPlace: target.ownPlace,
      readOnly: readOnlyOf(path, at, target),
      sharedWith: target.sharedWith,
    }
  })

  const readOnly = new Set(planned.filter((field) => field.readOnly !== null).map(({ path }) => path))
  const steps = inverted.filter((step): step is ReverseStep => step.inverse.kind !== 'none' && !readOnly.has(step.field)).reverse()
  return {
    fields: planned.map((field) => ({
      ...field,
      steps: steps.filter((step) => step.field === field.path),
      sharedWith: field.readOnly ? [] : field.sharedWith.filter((other) => !readOnly.has(other)),
    })),
    steps,
    filters: filters.filter(({ field }) => !isRaw(field)).map((filter) => ({ field: filter.field, meets: compileFilter(filter) })),
    rawFilters: filters.map(({ field }) => field).filter(isRaw),
  }
}

const isRaw = (field: string): boolean => field === 'raw' || /^raw[.[]/.test(field)

/** Runs the normalising steps of the same field that directly follow a transformation. A value that they refuse stays as it is. */
function normaliserAfter(transformations: readonly Transformation[], index: number): (value: unknown) => unknown {
  const fieldOf = (one: Transformation | undefined): string | null => (one ? pathText(toSteps(one.field)) : null)
  const following = transformations.slice(index + 1).filter((one) => fieldOf(one) === fieldOf(transformations[index]))
  const end = following.findIndex(({ operation }) => !normalisingOperations.has(operation))
  const run = following.slice(0, end < 0 ? undefined : end).flatMap(({ operation, value }) => {
    const { options, make } = operations[operation]
    return make?.(options.parse(value)) ?? []
  })
  return (value) => {
    try {
      return run.reduce((before, operate) => operate(before, { fields: {}, raw: {} }), value)
    } catch (thrown) {
      if (thrown instanceof RangeError) return value
      throw thrown
    }
  }
}
