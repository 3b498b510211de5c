import { type Cells, detectDateFormat, detectDecimal, type Guess } from '@linkspan/connector-kit/files/detect/detect-values'
import type { FileFormat } from '@linkspan/connector-kit/files/format'
import { isDecimalField } from '@linkspan/core/connector'
import { isDateField } from '../inbox/date-fields.ts'

const markup: ReadonlySet<string> = new Set(['xml', 'json', 'ndjson'])
export const isMarkup = ({ kind }: FileFormat): boolean => markup.has(kind)

/** What the beginning of a file shows about its numbers and dates. Previews show it, and syncs heed it: so both have the same doubts. */
export function detectValues(cells: Cells, fieldOf: (column: string) => string | null, format: FileFormat) {
  return {
    decimal: guess(cells, fieldOf, isDecimalField, (columns) => detectDecimal(columns, isMarkup(format))),
    dates: guess(cells, fieldOf, isDateField, detectDateFormat),
  }
}

/** Detects from the columns whose fields are relevant; if those tell nothing, from the columns that fill no field. */
function guess<Value extends string>(
  cells: Cells,
  fieldOf: (column: string) => string | null,
  isRelevant: (field: string) => boolean,
  detect: (cells: Cells) => Guess<Value>,
): Guess<Value> {
  const cellsOf = (isWanted: (field: string | null) => boolean): Cells =>
    new Map([...cells].filter(([column]) => isWanted(fieldOf(column))))
  const first = detect(cellsOf((field) => field !== null && isRelevant(field.replace(/^.*\./, ''))))
  return first.value === null ? detect(cellsOf((field) => field === null)) : first
}
