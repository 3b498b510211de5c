import type { DataTypeId } from '@linkspan/core'
import { columnsFor } from '../files/aliases.ts'
import type { FileRow } from '../files/file-row.ts'

type Row = FileRow['row']

/** Which column feeds which canonical field; worked out once for each set of columns. */
type Plan = readonly (readonly [path: readonly string[], column: string])[]

/**
 * Gives the cells of a row the names of canonical fields where their columns are known (ERP-FACTS 10.5), beside the names that they have. Fields of
 * a line stand in the row itself, as files have them. Rows with lists in them have names of their own, and stay as they are.
 */
export function createNaming(dataType: DataTypeId): (row: Row) => Row {
  const plans = new Map<string, Plan>()

  function planFor(columns: readonly string[]): Plan {
    const key = columns.join('\0')
    const known = plans.get(key)
    if (known) return known
    const { fields } = columnsFor(dataType, columns)
    const plan = Object.entries(fields).map(([field, column]) => [field.replace(/^.*\[\]\./, '').split('.'), column] as const)
    plans.set(key, plan)
    return plan
  }

  return (row) => {
    const columns = Object.keys(row)
    if (columns.some((column) => typeof row[column] === 'object' && row[column] !== null)) return row
    const named: Record<string, unknown> = { ...row }
    for (const [path, column] of planFor(columns)) {
      const [name = '', inner] = path
      if (inner === undefined) named[name] ??= row[column]
      else named[name] = { ...(named[name] as Row | undefined), [inner]: row[column] }
    }
    return named
  }
}
