export type Fields = Readonly<Record<string, unknown>>

/** One row of a resource. Its children are lists in its fields, under the names of the children. */
export interface FusionRow {
  /** What stands for the row in URLs. */
  readonly key: string
  /** ISO 8601, UTC, in whole seconds. */
  readonly updatedAt: string
  readonly fields: Fields
  /** Another after each change. */
  readonly version: number
  /** Until then, in milliseconds since 1970, the row is not found (docs/erp/oracle-fusion.md#new-orders-are-not-found-at-once). */
  readonly appearsAt?: number | undefined
}

/** The rows of one resource. */
export interface RowTable {
  readonly size: number
  get(key: string): FusionRow | undefined
  all(): Iterable<FusionRow>
  /** Adds a row, or replaces the one with its key. It changes now unless it says when. */
  put(row: Omit<FusionRow, 'updatedAt' | 'version'> & { readonly updatedAt?: string }): FusionRow
  remove(key: string): boolean
}

export const secondOf = (time: string | number): string => `${new Date(time).toISOString().slice(0, 19)}.000Z`

export function createRowTable(now: () => string): RowTable {
  const rows = new Map<string, FusionRow>()
  let version = 0
  return {
    get size() {
      return rows.size
    },
    get: (key) => rows.get(key),
    all: () => rows.values(),
    put(row) {
      const stored = { ...row, updatedAt: secondOf(row.updatedAt ?? now()), version: ++version }
      rows.set(row.key, stored)
      return stored
    },
    remove: (key) => rows.delete(key),
  }
}
