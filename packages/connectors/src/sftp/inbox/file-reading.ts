import type { Sample } from '@linkspan/connector-kit/files/detect/sample-rows'
import { unreadable } from '@linkspan/connector-kit/files/file-errors'
import type { FileFormat } from '@linkspan/connector-kit/files/format'
import { isFlagField } from '@linkspan/core/connector'
import { z } from 'zod'
import { detectValues, isMarkup } from '../describe/detect-values.ts'
import { fieldFinder, fieldsOfColumns } from '../describe/fields-of-columns.ts'
import type { FilesPlan } from '../settings.ts'

/** How the values of one file are read, from the first row to the last: what its beginning shows. Part of the cursor. */
export const FileReading = z.object({
  /** The decimal separator that the numbers show; "unknown" if they can be read in two ways, null if none has a separator. */
  decimal: z.enum(['.', ',', 'unknown']).nullable(),
  isMarkup: z.boolean(),
  /** Flags that are "X" or blank, as in ABAP: blank is false. */
  blankIsFalse: z.array(z.string()),
})
export interface FileReading extends z.infer<typeof FileReading> {
  /** Whether the number cells of the row are numbers in the file itself, so that they are never in doubt. */
  readonly hasNumbers?: boolean
}

/** Reading without any evidence: whatever is ambiguous is refused. */
export const noEvidence: FileReading = { decimal: null, isMarkup: false, blankIsFalse: [] }

/** Works out how to read a file from its first rows. */
export function readingOf(plan: FilesPlan, format: FileFormat, { columns: named, cells, rows }: Sample): FileReading {
  const columns = fieldsOfColumns(plan, named)
  const fieldOf = fieldFinder(plan, columns)
  const isAbap = (values: readonly string[]): boolean =>
    values.some((value) => value.trim() !== '') &&
    values.every((value) => /^x?$/i.test(value.trim())) &&
    (values.length < rows.length || values.some((value) => value.trim() === ''))
  const blankIsFalse = [...cells].flatMap(([column, values]) => {
    const field = fieldOf(column)
    return field !== null && isFlagField(field) && isAbap(values) ? [field] : []
  })
  return { decimal: detectValues(cells, fieldOf, format).decimal.value, isMarkup: isMarkup(format), blankIsFalse }
}

const maxColumnsShown = 10
const maxColumnLength = 200

/** Throws `file.unreadable` if no column of the file is known, by its name or by the settings: then it is no file of this data type. */
export function assertKnownColumns(plan: FilesPlan, sample: Sample): void {
  const why = whyUnknown(plan, sample)
  if (why !== null) throw unreadable(why)
}

/** Says that no column of the file is known; null if one is. */
export function whyUnknown(plan: FilesPlan, { columns, cells }: Sample): string | null {
  if (plan.id !== undefined || plan.fields !== undefined || columns.length === 0) return null
  const fieldOf = fieldFinder(plan, fieldsOfColumns(plan, columns))
  if ([...columns, ...cells.keys()].some((column) => fieldOf(column) !== null)) return null
  const shown = columns.slice(0, maxColumnsShown).map((column) => `"${column.slice(0, maxColumnLength)}"`)
  const advice = `Set settings.files.${plan.dataType}.fields, or ask the sender what the file is`
  return `None of its columns is known for ${plan.dataType}: ${shown.join(', ')}. ${advice}`
}
