import { dateReader } from '../values/dates.ts'

/** What the cells of one column say about how they are written. */
export interface Evidence {
  readonly column: string
  /** The first cell that says so. */
  readonly cell: string
  /** How many cells say so. */
  readonly cells: number
  /** What they allow: one value is certain, several are a question. */
  readonly says: readonly string[]
}

/** Null where nothing says anything, "unknown" where several are possible or columns contradict each other. */
export interface Guess<Value extends string> {
  readonly value: Value | 'unknown' | null
  readonly evidence: readonly Evidence[]
}

/** The texts of each column, by its name. */
export type Cells = ReadonlyMap<string, readonly string[]>

const signs = ['.', ','] as const
type Sign = (typeof signs)[number]
const other = (sign: string): Sign => (sign === '.' ? ',' : '.')

/** What one cell says about the decimal sign; none where it is no number with a sign, both where it fits both. */
function signsOf(cell: string): readonly Sign[] {
  const number = cell.trim().replace(/^[+-]|[\s\u00a0\u202f'’]|-$/g, '')
  if (!/^\d[\d.,]*\d$/.test(number)) return []
  const both = /^[\d]{1,3}(?:([.,])\d{3})+([.,])\d+$/.exec(number)
  if (both && both[1] !== both[2]) return [both[2] as Sign]
  const groups = /^\d{1,3}([.,])\d{3}(?:\1\d{3})+$/.exec(number)
  if (groups) return [other(groups[1] as string)]
  const single = /^(\d+)([.,])(\d+)$/.exec(number)
  if (!single) return []
  const [, whole = '', sign = '', fraction = ''] = single
  const isGroup = fraction.length === 3 && whole.length <= 3 && !whole.startsWith('0')
  return isGroup ? signs : [sign as Sign]
}

/** The decimal sign, by all numbers that have one. */
export function detectDecimal(columns: Cells): Guess<Sign> {
  const evidence = [...columns]
    .filter(([, cells]) => datesOf(cells).length === 0)
    .flatMap(([column, cells]) => [['.'], [','], signs].flatMap((says) => toEvidence(column, cells, says)))
  const certain = new Set(evidence.flatMap(({ says }) => (says.length === 1 ? says : [])))
  const [only] = certain
  if (certain.size === 1) return { value: only as Sign, evidence }
  return { value: evidence.length === 0 ? null : 'unknown', evidence }
}

function toEvidence(column: string, cells: readonly string[], says: readonly string[]): Evidence[] {
  const saying = cells.filter((cell) => signsOf(cell).join() === says.join())
  return saying[0] === undefined ? [] : [{ column, cell: saying[0], cells: saying.length, says }]
}

const dateFormats = ['YYYY-MM-DD', 'YYYYMMDD', 'DD.MM.YYYY', 'MM/DD/YYYY', 'DD/MM/YYYY', 'iso']
const readers = dateFormats.map((format) => [format, dateReader({ format, zone: 'UTC' })] as const)

/** The formats by which all cells of a column are dates, at least one of them a real one. */
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

/** Dates that are understood whatever the settings say. */
export const isPlainDate = (format: string): boolean => format === 'YYYY-MM-DD' || format === 'iso'

/** The format of the dates: the one that all columns allow, but for those that have plain dates. */
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
