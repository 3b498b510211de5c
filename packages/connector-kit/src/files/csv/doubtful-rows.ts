import type { FileRow } from '../file-row.ts'
import type { FileFormat } from '../format.ts'

const lineEnd = /\r\n|\n|\r/

/**
 * Doubts a CSV row if a stray quote may have swallowed the rows after it: a cell has line ends, and the row fits the header too if the quotes
 * are taken as plain characters.
 */
export function withoutSwallowed(row: FileRow, format: FileFormat): FileRow {
  if (format.kind !== 'csv' || row.fault !== null || row.nextLine - row.line < 2) return row
  const cells = Object.values(row.row).map(String)
  const lines = cells.join(format.delimiter).split(lineEnd)
  const isOther = lines.length > 1 && cells.length > 2 && lines.every((line) => line.split(format.delimiter).length === cells.length)
  const fault = `is ${lines.length} lines long, and each of them fits the header: a quote seems to be missing, or to be one too many`
  return isOther ? { ...row, row: {}, fault } : row
}

const totals = /^(?:grand |sub)?(?:totals?|sum|summe|gesamt(?:summe)?|zwischensumme|totale?|suma|somme)\s*:?$/i

const isBlank = (cell: unknown): boolean => cell === null || cell === ''
function firstFilled(cells: FileRow['row']): unknown {
  for (const name in cells) if (!isBlank(cells[name])) return cells[name]
  return undefined
}
const isNumber = (cell: unknown): boolean => typeof cell === 'number' || /^[+-]?\d[\d.,'\s]*-?$/.test(String(cell).trim())

/**
 * Marks a row with totals as no record: its first filled cell says so, all others are numbers, and one is blank. For the last row of a file one of
 * the two is enough.
 */
export function withoutTotals(row: FileRow, isLast = false): FileRow {
  if (row.fault !== null) return row
  const first = firstFilled(row.row)
  if (typeof first !== 'string' || !totals.test(first.trim())) return row
  const cells = Object.values(row.row)
  const [, ...others] = cells.filter((cell) => !isBlank(cell))
  const hasBlank = cells.some(isBlank)
  const hasNumbers = others.length > 0 && others.every(isNumber)
  const isTotal = isLast ? hasBlank || hasNumbers : hasBlank && hasNumbers
  return isTotal ? { ...row, row: {}, fault: `is a footer ("${first.trim()}"), not a record` } : row
}
