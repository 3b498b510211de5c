import { z } from 'zod'
import type { SourceRecord } from '../records/record.ts'
import { applyFieldMapping, compileFieldMapping, type MappedField, toSteps } from './field-mapping.ts'
import { type Condition, compileFilter, Filter } from './filters.ts'
import { type Operation, type OperationName, operationNames, operations } from './operations.ts'
import { changePath, parsePath, type Steps } from './path.ts'
import { PushOption, pushOptionFault } from './push-option.ts'

const Path = z
  .string()
  .max(500)
  .refine((path) => parsePath(path) !== null, 'is not a path; a path has names, dots, [2] and [], as in "lines[].quantity"')

export const FieldMapping = z
  .record(Path, Path)
  .describe(
    "Canonical field (or `id` for the record's id) → path in the row as the ERP sends it. Takes precedence over the connector's own mapping.",
  )

const plainName = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '')
const names = new Map<string, OperationName>([
  ...operationNames.map((name) => [plainName(name), name] as const),
  ['uppercase', 'upper'],
  ['lowercase', 'lower'],
])

/** One step that changes a field. Steps are applied in their order. */
export const Transformation = z
  .strictObject({
    field: Path,
    operation: z.preprocess((name) => (typeof name === 'string' ? (names.get(plainName(name)) ?? name) : name), z.enum(operationNames)),
    value: z.unknown().optional(),
    push: PushOption.optional(),
  })
  .superRefine(({ operation, value }, context) => {
    const { error } = operations[operation].options.safeParse(value)
    for (const { path, message } of error?.issues ?? [])
      context.addIssue({ code: 'custom', path: ['value', ...path], message, input: value })
  })
  .superRefine(({ operation, push }, context) => {
    const message = pushOptionFault(operation, push)
    if (message !== null) context.addIssue({ code: 'custom', path: ['push'], message, input: push })
  })
export type Transformation = z.infer<typeof Transformation>

/** Filters as a list of conditions, or in short form: each field with the value, or the list of values, that it may have. */
export const Filters = z.union([
  z.array(Filter).max(50),
  z.record(z.string(), z.union([Filter.shape.value])).transform((short, context) =>
    Object.entries(short).map(([field, value]): Filter => {
      const parsed = Filter.safeParse({ field, operator: Array.isArray(value) ? 'in' : 'eq', value })
      if (parsed.success) return parsed.data
      for (const { message } of parsed.error.issues) context.addIssue({ code: 'custom', path: [field], message, input: value })
      return z.NEVER
    }),
  ),
])

/** The parts of a mapping, as they are sent. */
export const MappingFields = z.strictObject({
  fieldMapping: FieldMapping.optional(),
  transformations: z.array(Transformation).max(200).optional(),
  filters: Filters.optional(),
})

/** What a person configures when the connector's own mapping is not enough. */
export interface MappingSettings {
  readonly fieldMapping?: Readonly<Record<string, string>> | undefined
  readonly transformations?: readonly Transformation[] | undefined
  readonly filters?: readonly Filter[] | undefined
}

/** Why a record cannot be mapped. */
export interface MappingFault {
  readonly path: string
  readonly message: string
  readonly value: unknown
}

export type Mapped =
  | { readonly kind: 'mapped'; readonly record: SourceRecord }
  /** `by`: the position of the first filter that the record does not meet. */
  | { readonly kind: 'filtered'; readonly by: number }
  /** `id`: as that of a mapped record. */
  | { readonly kind: 'faulty'; readonly faults: readonly MappingFault[]; readonly id: string }

export type Mapper = (record: SourceRecord) => Mapped

/** A transformation that is done in this process. */
interface OperationStep {
  readonly field: string
  readonly to: Steps
  readonly operate: Operation
}
/** A transformation that the evaluator's process does. */
export interface ExpressionStep {
  readonly field: string
  readonly to: Steps
  readonly expression: string
}
type Step = OperationStep | ExpressionStep

/** A compiled mapping. It is compiled once for a run. */
export interface MappingPlan {
  readonly id: readonly MappedField[]
  readonly fields: readonly MappedField[]
  readonly steps: readonly Step[]
  readonly conditions: readonly Condition[]
}

/** A record on its way through the steps. */
export interface Draft {
  readonly source: SourceRecord
  readonly id: string
  readonly fields: Record<string, unknown>
  readonly faults: MappingFault[]
}

/** Compiles a mapping; null if it changes nothing. The order is field mapping, transformations, filters. */
export function planMapping({ fieldMapping = {}, transformations = [], filters = [] }: MappingSettings): MappingPlan | null {
  if (Object.keys(fieldMapping).length + transformations.length + filters.length === 0) return null
  const { id, ...others } = fieldMapping
  const changed = new Set(transformations.map(({ field }) => toSteps(field).map(String).join('.')))
  return {
    id: id === undefined ? [] : compileFieldMapping({ id }),
    fields: compileFieldMapping(others).map((field) => ({ ...field, isRead: !changed.has(field.to.map(String).join('.')) })),
    steps: transformations.map(toStep),
    conditions: filters.map(compileFilter),
  }
}

function toStep({ field, operation, value }: Transformation): Step {
  const { options, make } = operations[operation]
  const parsed = options.parse(value)
  return { field, to: toSteps(field), ...(make ? { operate: make(parsed) } : { expression: parsed as string }) }
}

export const isExpression = (step: Step): step is ExpressionStep => 'expression' in step
export const isOperation = (step: Step): step is OperationStep => 'operate' in step

/** Applies the field mapping to a copy of the record. */
export function begin({ id: idMapping, fields: fieldMapping }: MappingPlan, source: SourceRecord): Draft {
  const fields = structuredClone(source.fields) as Record<string, unknown>
  applyFieldMapping(fieldMapping, source, fields)
  const own: Record<string, unknown> = { id: source.id }
  applyFieldMapping(idMapping, source, own)
  const id = typeof own.id === 'string' || typeof own.id === 'number' || typeof own.id === 'bigint' ? String(own.id).trim() : ''
  return { source, id, fields, faults: [] }
}

/** Adds a `RangeError` as a fault of the record; throws everything else on. */
export function addFault({ faults }: Draft, { field }: Step, value: unknown, thrown: unknown): void {
  if (!(thrown instanceof RangeError)) throw thrown
  faults.push({ path: field, message: thrown.message, value })
}

/** Applies one operation at every place that its path names. */
export function operate(step: OperationStep, draft: Draft): void {
  const { fields, source } = draft
  changePath(fields, step.to, (before) => {
    try {
      return step.operate(before, { fields, raw: source.raw })
    } catch (thrown) {
      addFault(draft, step, before, thrown)
      return before
    }
  })
}

/** Returns the record's faults if it has any, else applies the filters. */
export function finish({ conditions }: MappingPlan, { source, id, fields, faults }: Draft): Mapped {
  if (faults.length > 0) return { kind: 'faulty', faults, id }
  const by = conditions.findIndex((meets) => !meets({ fields, raw: source.raw }))
  if (by !== -1) return { kind: 'filtered', by }
  return { kind: 'mapped', record: { ...source, id, fields } }
}
