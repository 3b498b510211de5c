import type { Filter, Mapping, SyncConfig, Transformation } from '../../api/mapping.ts'

export const noMapping: Mapping = { fieldMapping: {}, transformations: [], filters: [] }

/** The mapping of a configuration; an empty one if it has none. */
export function mappingOf(settings: SyncConfig['settings'] | undefined): Mapping {
  const { fieldMapping = {}, transformations = [], filters = [] } = settings ?? {}
  return { fieldMapping, transformations, filters: filters as readonly Filter[] }
}

/** With the path of a field; an empty path leaves the field to the connector. */
export function withPath(mapping: Mapping, field: string, path: string): Mapping {
  const { [field]: _, ...others } = mapping.fieldMapping
  if (path === '') return { ...mapping, fieldMapping: others }
  return {
    ...mapping,
    fieldMapping: field in mapping.fieldMapping ? { ...mapping.fieldMapping, [field]: path } : { ...others, [field]: path },
  }
}

/** A transformation of a field, with its position among all: steps of several fields may stand between each other. */
export interface PlacedStep {
  readonly at: number
  readonly step: Transformation
}

export const stepsOf = ({ transformations }: Mapping, field: string): readonly PlacedStep[] =>
  transformations.map((step, at) => ({ at, step })).filter(({ step }) => step.field === field)

export const withStep = (mapping: Mapping, step: Transformation): Mapping => ({
  ...mapping,
  transformations: [...mapping.transformations, step],
})

export const withStepAt = (mapping: Mapping, at: number, step: Transformation): Mapping => ({
  ...mapping,
  transformations: mapping.transformations.with(at, step),
})

export const withoutStep = (mapping: Mapping, at: number): Mapping => ({
  ...mapping,
  transformations: mapping.transformations.toSpliced(at, 1),
})

/** With a step before the one that its field had before it. */
export function withStepEarlier(mapping: Mapping, at: number): Mapping {
  const step = mapping.transformations[at]
  const before = step && stepsOf(mapping, step.field).findLast((placed) => placed.at < at)
  if (!step || !before) return mapping
  return { ...mapping, transformations: mapping.transformations.with(at, before.step).with(before.at, step) }
}

export const withFilters = (mapping: Mapping, filters: readonly Filter[]): Mapping => ({ ...mapping, filters })

const inOrder = ({ fieldMapping, transformations, filters }: Mapping): string =>
  JSON.stringify([Object.entries(fieldMapping).sort(([one], [other]) => (one < other ? -1 : 1)), transformations, filters])

export const isSameMapping = (one: Mapping, other: Mapping): boolean => inOrder(one) === inOrder(other)

export interface FieldDifference {
  readonly field: string
  /** The path and the steps in one line; empty if the field is left to the connector. */
  readonly before: string
  readonly after: string
}

/** What differs, field by field; filters come last, under the name `filters`. */
export function differencesOf(before: Mapping, after: Mapping): readonly FieldDifference[] {
  const fields = [
    ...new Set([before, after].flatMap((one) => [...Object.keys(one.fieldMapping), ...one.transformations.map(({ field }) => field)])),
  ]
  const all = fields.map((field) => ({ field, before: inWords(before, field), after: inWords(after, field) }))
  const filters = { field: 'filters', before: filtersInWords(before), after: filtersInWords(after) }
  return [...all, filters].filter((one) => one.before !== one.after)
}

function inWords(mapping: Mapping, field: string): string {
  const steps = stepsOf(mapping, field).map(({ step }) => stepInWords(step))
  return [mapping.fieldMapping[field] ?? '', ...steps].filter((part) => part !== '').join(' → ')
}

export function stepInWords({ operation, value }: Pick<Transformation, 'operation' | 'value'>): string {
  if (value === undefined) return operation
  return `${operation} ${typeof value === 'string' ? value : JSON.stringify(value)}`
}

const filtersInWords = ({ filters }: Mapping): string =>
  filters.map(({ field, operator, value }) => `${field} ${operator} ${value === undefined ? '' : JSON.stringify(value)}`.trim()).join(', ')
