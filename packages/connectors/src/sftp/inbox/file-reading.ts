import type { Sample } from '@linkspan/connector-kit/files/detect/sample-rows'
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
export type FileReading = z.infer<typeof FileReading>

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
