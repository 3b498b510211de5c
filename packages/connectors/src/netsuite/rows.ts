import type { Fields } from '@linkspan/core/connector'

/** The internal ids of rows that have one. */
export const idsOf = (rows: readonly Fields[]): readonly string[] => rows.flatMap(({ id }) => (id === undefined ? [] : [String(id)]))

/** Rows by the text of one of their fields. */
export function groupBy(rows: readonly Fields[], field: string): ReadonlyMap<string, readonly Fields[]> {
  const groups = new Map<string, Fields[]>()
  for (const row of rows) {
    const key = String(row[field] ?? '')
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}
