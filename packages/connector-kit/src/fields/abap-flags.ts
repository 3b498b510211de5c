import { type DataTypeId, isFields } from '@linkspan/core/connector'
import { planOf } from './row-plan.ts'

/** The values of the rows' field `active`, as they came. */
function* flagsIn(rows: readonly unknown[], dataType: DataTypeId): Generator<unknown> {
  for (const row of rows) {
    if (!isFields(row)) continue
    const [, names = []] = planOf(row, dataType).fields.find(([field]) => field === 'active') ?? []
    for (const name of names) yield row[name]
  }
}

/** Whether rows say "X" or nothing in `active`, as ABAP does: then nothing means false. Null if they show neither. */
export function isBlankFalse(rows: readonly unknown[], dataType: DataTypeId): boolean | null {
  const said = new Set([...flagsIn(rows, dataType)].map((value) => (typeof value === 'string' ? value.trim() : value)))
  said.delete('')
  if (said.size === 0) return null
  return said.size === 1 && said.has('X')
}
