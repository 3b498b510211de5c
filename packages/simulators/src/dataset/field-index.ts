import type { Row } from './row.ts'

/** An index of rows by the text of one field. Whoever changes a row must call `replace`. */
export interface FieldIndex<R extends Row> {
  idsOf(text: string): readonly string[]
  replace(before: R | undefined, after: R | undefined): void
}

export function createFieldIndex<R extends Row>(field: string, rows: Iterable<R>): FieldIndex<R> {
  const ids = new Map<string, Set<string>>()

  function replace(before: R | undefined, after: R | undefined): void {
    const [old, now] = [textOf(before, field), textOf(after, field)]
    if (before && old !== undefined) ids.get(old)?.delete(before.id)
    if (old !== undefined && ids.get(old)?.size === 0) ids.delete(old)
    if (after && now !== undefined) ids.set(now, (ids.get(now) ?? new Set()).add(after.id))
  }

  for (const row of rows) replace(undefined, row)
  return { idsOf: (text) => [...(ids.get(text) ?? [])].sort(), replace }
}

function textOf(row: Row | undefined, field: string): string | undefined {
  const value = (row as Readonly<Record<string, unknown>> | undefined)?.[field]
  return typeof value === 'string' ? value : undefined
}
