import type { DataType } from '../records/data-type.ts'
import { type Data, itemOf, valueAtPath, withChanges } from './change-set.ts'
import type { OutboxEntry } from './entry.ts'

/**
 * The ERP's record without the defaults that we have filled in because it shows no value: there it is as we know it, from the base or from
 * what was sent. If nothing is known either, a guess is left out and any other default stays.
 */
export function asKnown(
  { assumes }: Pick<DataType, 'assumes'>,
  theirs: Data,
  filledIn: readonly string[],
  { base, sent }: Pick<OutboxEntry, 'base' | 'sent'>,
): Data {
  const known: readonly Data[] = [base?.theirs, base?.ours, base === null ? sent?.data : null].filter(
    (data) => data !== null && data !== undefined,
  )
  const fields: Record<string, unknown> = { ...theirs }
  const ofLines = new Map<string, unknown>()
  for (const path of filledIn) {
    if (itemOf(path) !== null) {
      const value = known.map((data) => valueAtPath(data, path)).find((found) => found !== undefined)
      if (value !== undefined) ofLines.set(path, value)
    } else {
      const holder = known.find((data) => data[path] !== undefined)
      if (holder) fields[path] = holder[path]
      else if (assumes.some((group) => group.includes(path))) delete fields[path]
    }
  }
  return ofLines.size === 0 ? fields : withChanges(fields, ofLines)
}
