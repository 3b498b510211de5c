import { z } from 'zod'
import type { SourceRecord } from '../records/record.ts'
import { applyFieldMapping, compileFieldMapping, toSteps } from './field-mapping.ts'
import { compileFilter, Filter } from './filters.ts'
import { type OperationName, operationNames, operations } from './operations.ts'
import { changePath, parsePath } from './path.ts'

const Path = z
  .string()
  .max(500)
  .refine((path) => parsePath(path) !== null, 'is no path; it has names, dots, [2] and [], as in "lines[].quantity"')

export const FieldMapping = z
  .record(Path, Path)
  .describe('Canonical field → path in the row as the ERP gives it; `id` for the record itself. Comes before what the connector finds.')

const plainName = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '')
const names = new Map<string, OperationName>([
  ...operationNames.map((name) => [plainName(name), name] as const),
  ['uppercase', 'upper'],
  ['lowercase', 'lower'],
])

/** One step of making a field what it should be. Steps are taken in their order. */
export const Transformation = z
  .strictObject({
    field: Path,
    operation: z.preprocess((name) => (typeof name === 'string' ? (names.get(plainName(name)) ?? name) : name), z.enum(operationNames)),
    value: z.unknown().optional(),
  })
  .superRefine(({ operation, value }, context) => {
    const { error } = operations[operation].options.safeParse(value)
    for (const { path, message } of error?.issues ?? [])
      context.addIssue({ code: 'custom', path: ['value', ...path], message, input: value })
  })
export type Transformation = z.infer<typeof Transformation>

/** Filters as a list of conditions, or short: each field with the value, or the values, that it must have. */
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

/** How an ERP's rows become canonical records where the connector's own way is not enough. */
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
  | { readonly kind: 'filtered' }
  | { readonly kind: 'faulty'; readonly faults: readonly MappingFault[] }

export type Mapper = (record: SourceRecord) => Mapped

/** Field mapping, then transformations, then filters. Pure; compiled once for a run. Null where there is nothing to do. */
export function compileMapping({ fieldMapping = {}, transformations = [], filters = [] }: MappingSettings): Mapper | null {
  if (Object.keys(fieldMapping).length + transformations.length + filters.length === 0) return null
  const { id: idPath, ...others } = fieldMapping
  const mapped = compileFieldMapping(others)
  const idSteps = idPath === undefined ? [] : [{ to: ['id'], from: toSteps(idPath) }]
  const steps = transformations.map(({ field, operation, value }) => {
    const { options, make } = operations[operation]
    return { field, to: toSteps(field), operate: make(options.parse(value)) }
  })
  const conditions = filters.map(compileFilter)

  return (record) => {
    const fields = structuredClone(record.fields) as Record<string, unknown>
    applyFieldMapping(mapped, record.raw, fields)
    const own: Record<string, unknown> = { id: record.id }
    applyFieldMapping(idSteps, record.raw, own)
    const faults: MappingFault[] = []
    for (const { field, to, operate } of steps) {
      changePath(fields, to, (before) => {
        try {
          return operate(before, { fields, raw: record.raw })
        } catch (thrown) {
          if (!(thrown instanceof RangeError)) throw thrown
          faults.push({ path: field, message: thrown.message, value: before })
          return before
        }
      })
    }
    if (faults.length > 0) return { kind: 'faulty', faults }
    if (!conditions.every((meets) => meets({ fields, raw: record.raw }))) return { kind: 'filtered' }
    const id = typeof own.id === 'string' || typeof own.id === 'number' || typeof own.id === 'bigint' ? String(own.id).trim() : ''
    return { kind: 'mapped', record: { ...record, id, fields } }
  }
}
