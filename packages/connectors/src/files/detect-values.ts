import { dateReader } from './dates.ts'

export type DecimalGuess = '.' | ',' | 'unknown'
export type DateGuess = string | null

const other = (sign: string): '.' | ',' => (sign === '.' ? ',' : '.')

/** What one cell says about the decimal sign; null where it is no number with a sign, "unknown" where it fits both. */
function vote(cell: string): DecimalGuess | null {
  const number = cell.trim().replace(/^[+-]|[\s\u00a0\u202f'’]|-$/g, '')
  if (!/^\d[\d.,]*\d$/.test(number)) return null
  const both = /^[\d]{1,3}(?:([.,])\d{3})+([.,])\d+$/.exec(number)
  if (both && both[1] !== both[2]) return both[2] as '.' | ','
  const groups = /^\d{1,3}([.,])\d{3}(?:\1\d{3})+$/.exec(number)
  if (groups) return other(groups[1] as string)
  const single = /^(\d+)([.,])(\d+)$/.exec(number)
  if (!single) return null
  const [, whole = '', sign = '', fraction = ''] = single
  const isGroup = fraction.length === 3 && whole.length <= 3 && !whole.startsWith('0')
  return isGroup ? 'unknown' : (sign as '.' | ',')
}

/** The decimal sign by the cells of each column: "unknown" where they contradict each other, or where each number fits both. */
export function detectDecimal(columns: readonly (readonly string[])[]): DecimalGuess {
  const votes = new Set(columns.filter((cells) => datesOf(cells).length === 0).flatMap((cells) => cells.map(vote)))
  if (votes.has('.') !== votes.has(',')) return votes.has('.') ? '.' : ','
  return votes.has('.') || votes.has('unknown') ? 'unknown' : '.'
}

const dateFormats = ['YYYY-MM-DD', 'YYYYMMDD', 'DD.MM.YYYY', 'MM/DD/YYYY', 'DD/MM/YYYY', 'iso']
const readers = dateFormats.map((format) => [format, dateReader({ format, zone: 'UTC' })] as const)

/** The formats by which all cells of a column are dates, at least one of them a real one. */
function datesOf(cells: readonly string[]): string[] {
  const filled = cells.filter((cell) => cell.trim() !== '')
  if (!filled.some((cell) => /\d{6}|\d[-./]\d/.test(cell))) return []
  const fitting = readers.filter(([, read]) => {
    const dates = filled.map(read)
    return dates.every((date) => date !== undefined) && dates.some((date) => typeof date === 'string' && date > '1950' && date < '2100')
  })
  const names = fitting.map(([format]) => format)
  return names.includes('YYYY-MM-DD') ? ['YYYY-MM-DD'] : names
}

/** The format of the dates; null where no column has any, "unknown" where several fit. */
export function detectDateFormat(columns: readonly (readonly string[])[]): DateGuess {
  const found = new Set(columns.flatMap(datesOf))
  if (found.size === 0) return null
  return found.size === 1 ? ([...found][0] as string) : 'unknown'
}
