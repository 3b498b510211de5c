import type { SourceRecord } from '../records/record.ts'
import { changePath, each, parsePath, readPath, type Steps } from './path.ts'

/** One canonical field, and the path of its value in the row. */
export interface MappedField {
  readonly to: Steps
  readonly from: Steps
  /** Whether the connector may read the value as it reads its own: not if a transformation does. */
  readonly isRead?: boolean
}

/** Parses a path that was validated when it was stored; throws if it is not valid. */
export const toSteps = (path: string): Steps => {
  const steps = parsePath(path)
  if (!steps) throw new Error(`"${path}" is not a path`)
  return steps
}

export const compileFieldMapping = (fieldMapping: Readonly<Record<string, string>>): readonly MappedField[] =>
  Object.entries(fieldMapping).map(([to, from]) => ({ to: toSteps(to), from: toSteps(from) }))

/**
 * Fills fields from the row as the ERP sent it. If the row does not have a value, the field is removed, even if the connector had found one
 * elsewhere. Items of a list are matched by their position.
 */
export function applyFieldMapping(
  mapped: readonly MappedField[],
  { raw, readMapped }: Pick<SourceRecord, 'raw' | 'readMapped'>,
  fields: Record<string, unknown>,
): void {
  for (const { to, from, isRead = false } of mapped) {
    const value = readPath(raw, from)
    const [field, column] = [String(to.at(-1)), String(from[0])]
    const read = (one: unknown): unknown => (isRead && readMapped ? readMapped(field, copyOf(one), column) : copyOf(one))
    if (to.includes(each)) {
      makeList(fields, to, Array.isArray(value) ? value.length : 0)
      changePath(fields, to, (_, [at = 0]) => (Array.isArray(value) ? read(value[at]) : undefined))
    } else changePath(fields, to, () => read(value))
  }
}

/** Copies lists and objects, so that a later change of the field does not change the row. Null becomes undefined. */
const copyOf = (value: unknown): unknown => {
  if (value === null) return undefined
  return typeof value === 'object' ? structuredClone(value) : value
}

/** Makes the list before the first `[]` at least `length` items long. */
function makeList(fields: Record<string, unknown>, to: Steps, length: number): void {
  changePath(fields, to.slice(0, to.indexOf(each)), (before) => {
    const items = Array.isArray(before) ? before : []
    return Array.from({ length: Math.max(length, items.length) }, (_, at) => items[at] ?? {})
  })
}
