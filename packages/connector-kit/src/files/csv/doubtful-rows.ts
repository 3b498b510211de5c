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

/** Marks the last row of a file as no record if it is a footer with totals: its first filled cell says so, and another one is blank. */
export function withoutFooter(row: FileRow): FileRow {
  if (row.fault !== null) return row
  const cells = Object.values(row.row)
  const isBlank = (cell: unknown) => cell === null || cell === ''
  const first = cells.find((cell) => !isBlank(cell))
  const isFooter = typeof first === 'string' && totals.test(first.trim()) && cells.some(isBlank)
  return isFooter ? { ...row, row: {}, fault: `is a footer ("${first.trim()}"), not a record` } : row
}
