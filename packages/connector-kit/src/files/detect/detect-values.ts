import { dateReader } from '../values/dates.ts'
import { separatorsOf } from '../values/separators.ts'

/** What the cells of one column reveal about a format. */
export interface Evidence {
  readonly column: string
  /** The first cell with this evidence. */
  readonly cell: string
  /** How many cells have this evidence. */
  readonly cells: number
  /** The values that the cells allow. One is certain; several are ambiguous. */
  readonly says: readonly string[]
}

/** The value is null without any evidence, and "unknown" if several are possible or columns contradict each other. */
export interface Guess<Value extends string> {
  readonly value: Value | 'unknown' | null
  readonly evidence: readonly Evidence[]
}

/** The texts of each column, by the column's name. */
export type Cells = ReadonlyMap<string, readonly string[]>

const separators = ['.', ','] as const
type Separator = (typeof separators)[number]

/** Guesses the decimal separator from all numbers that have one. Columns of dates are left out. `isMarkup`: the file is XML or JSON. */
export function detectDecimal(columns: Cells, isMarkup = false): Guess<Separator> {
  const evidence = [...columns]
    .filter(([, cells]) => datesOf(cells).length === 0)
    .flatMap(([column, cells]) => [['.'], [','], separators].flatMap((says) => toEvidence(column, cells, says, isMarkup)))
  const certain = new Set(evidence.flatMap(({ says }) => (says.length === 1 ? says : [])))
  const [only] = certain
  if (certain.size === 1) return { value: only as Separator, evidence }
  return { value: evidence.length === 0 ? null : 'unknown', evidence }
}

function toEvidence(column: string, cells: readonly string[], says: readonly string[], isMarkup: boolean): Evidence[] {
  const matching = cells.filter((cell) => separatorsOf(cell, isMarkup).join() === says.join())
  return matching[0] === undefined ? [] : [{ column, cell: matching[0], cells: matching.length, says }]
}

const dateFormats = ['YYYY-MM-DD', 'YYYYMMDD', 'DD.MM.YYYY', 'MM/DD/YYYY', 'DD/MM/YYYY', 'iso']
const readers = dateFormats.map((format) => [format, dateReader({ format, zone: 'UTC' })] as const)

/** The date formats that fit all cells of a column, at least one of which must be a plausible date. */
function datesOf(cells: readonly string[]): string[] {
  const filled = filledOf(cells)
  if (!filled.some((cell) => /\d{6}|\d[-./]\d/.test(cell))) return []
  const fitting = readers.filter(([, read]) => {
    const dates = filled.map(read)
    return dates.every((date) => date !== undefined) && dates.some((date) => typeof date === 'string' && date > '1950' && date < '2100')
  })
  const names = fitting.map(([format]) => format)
  return names.includes('YYYY-MM-DD') ? ['YYYY-MM-DD'] : names
}
const filledOf = (cells: readonly string[]): string[] => cells.filter((cell) => cell.trim() !== '')

/** Whether dates of this format are understood whatever the settings say. */
export const isPlainDate = (format: string): boolean => format === 'YYYY-MM-DD' || format === 'iso'

/** Guesses the date format: the one that all columns of dates allow, apart from those with ISO dates. */
export function detectDateFormat(columns: Cells): Guess<string> {
  const evidence = [...columns].flatMap(([column, cells]): Evidence[] => {
    const [filled, says] = [filledOf(cells), datesOf(cells)]
    return says.length === 0 ? [] : [{ column, cell: filled[0] as string, cells: filled.length, says }]
  })
  const special = evidence.filter(({ says }) => !says.every(isPlainDate))
  const [first, ...others] = special.length === 0 ? evidence : special
  const common = first?.says.filter((format) => others.every(({ says }) => says.includes(format))) ?? []
  if (common.length === 1 || special.length === 0) return { value: common[0] ?? first?.says[0] ?? null, evidence }
  return { value: 'unknown', evidence }
}
