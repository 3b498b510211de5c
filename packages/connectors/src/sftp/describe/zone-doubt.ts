import type { Cells } from '@linkspan/connector-kit/files/detect/detect-values'
import { isDayField } from '@linkspan/core/connector'
import { isDateField } from '../inbox/date-fields.ts'
import type { FilesPlan } from '../settings.ts'

/** A day and a time of day, and nothing after it: no "Z", and no offset. */
const timeWithoutZone = /^\s*\d{1,4}[-./]?\d{1,2}[-./]?\d{1,4}[T ]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*$/

/** Says that times of a file name no zone, if no setting does either: they are taken as UTC. Null if there are none. */
export function zoneDoubt({ dataType, zone }: FilesPlan, cells: Cells, fieldOf: (column: string) => string | null): string | null {
  if (zone !== undefined) return null
  for (const [column, values] of cells) {
    const field = fieldOf(column)?.replace(/^.*\./, '')
    const example =
      field !== undefined && isDateField(field) && !isDayField(field) ? values.find((value) => timeWithoutZone.test(value)) : undefined
    if (example !== undefined)
      return `Times such as "${example.trim()}" in column ${column} name no time zone, and are taken as UTC: set settings.files.${dataType}.zone`
  }
  return null
}
