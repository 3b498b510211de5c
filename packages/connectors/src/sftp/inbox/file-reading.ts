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

/**
 * Throws `file.unreadable` if no column of the file is known, by its name or by the settings: then it is no file of this data type. If the
 * customer's own mapping reads the rows, only a file of one line and one cell is refused: it is a message, not a header.
 */
export function assertKnownColumns(plan: FilesPlan, sample: Sample, hasMapping: boolean): void {
  const isMessage = sample.rows.length === 0 && sample.columns.length === 1
  const why = hasMapping && !isMessage ? null : whyUnknown(plan, sample)
  if (why !== null) throw unreadable(why)
}

const maxColumnsShown = 10
const maxColumnLength = 200

/** Says that no column of the file is known; null if one is. */
export function whyUnknown(plan: FilesPlan, { columns, cells }: Sample): string | null {
  if (columns.length === 0) return null
  const fieldOf = fieldFinder(plan, fieldsOfColumns(plan, columns))
  const configured = new Set([...Object.values(plan.fields ?? {}), ...[plan.id ?? []].flat(), plan.changedAt ?? ''].map(firstName))
  const isKnown = (column: string) => fieldOf(column) !== null || configured.has(firstName(column)) || configured.has(column)
  if ([...columns, ...cells.keys()].some(isKnown)) return null
  const shown = columns.slice(0, maxColumnsShown).map((column) => `"${column.slice(0, maxColumnLength)}"`)
  const advice = `Set settings.files.${plan.dataType}.fields, or ask the sender what the file is`
  return `None of its columns is known for ${plan.dataType}: ${shown.join(', ')}. ${advice}`
}

/** The first name of a path such as "Price.Amount" or "@id". */
const firstName = (path: string): string => path.replace(/^@/, '').split(/[.[]/, 1)[0] ?? ''
