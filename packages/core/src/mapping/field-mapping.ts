import { changePath, each, parsePath, readPath, type Steps } from './path.ts'

/** One field and where its value is found. */
export interface MappedField {
  readonly to: Steps
  readonly from: Steps
}

/** Throws where a path is none: they are validated when they are stored. */
export const toSteps = (path: string): Steps => {
  const steps = parsePath(path)
  if (!steps) throw new Error(`"${path}" is no path`)
  return steps
}

export const compileFieldMapping = (fieldMapping: Readonly<Record<string, string>>): readonly MappedField[] =>
  Object.entries(fieldMapping).map(([to, from]) => ({ to: toSteps(to), from: toSteps(from) }))

/**
 * Fills fields from the row as the ERP gave it. What the row does not have is left out, also where the connector found something
 * elsewhere. Of two lists the items correspond by their order.
 */
export function applyFieldMapping(mapped: readonly MappedField[], raw: unknown, fields: Record<string, unknown>): void {
  for (const { to, from } of mapped) {
    const value = readPath(raw, from)
    if (to.includes(each)) {
      makeList(fields, to, Array.isArray(value) ? value.length : 0)
      changePath(fields, to, (_, [at = 0]) => (Array.isArray(value) ? absentAsNothing(value[at]) : undefined))
    } else changePath(fields, to, () => absentAsNothing(value))
  }
}

/** A list or an object is copied: what is done to the field later is not done to the row. */
const absentAsNothing = (value: unknown): unknown => {
  if (value === null) return undefined
  return typeof value === 'object' ? structuredClone(value) : value
}

/** The list before the first `[]` gets as many items as are to be filled. */
function makeList(fields: Record<string, unknown>, to: Steps, length: number): void {
  changePath(fields, to.slice(0, to.indexOf(each)), (before) => {
    const items = Array.isArray(before) ? before : []
    return Array.from({ length: Math.max(length, items.length) }, (_, at) => items[at] ?? {})
  })
}
