import { type DataTypeId, isFields } from '@linkspan/core/connector'
import { planOf } from './row-plan.ts'

/** Whether rows say "X" or nothing in `active`, as ABAP does: then nothing means false. Null if they show neither. */
export function isBlankFalse(rows: readonly unknown[], dataType: DataTypeId): boolean | null {
  let hasMark = false
  for (const row of rows) {
    if (!isFields(row)) continue
    for (const name of planOf(row, dataType).active) {
      const value = row[name]
      const said = typeof value === 'string' ? value.trim() : value
      if (said === '') continue
      if (said !== 'X') return false
      hasMark = true
    }
  }
  return hasMark ? true : null
}
