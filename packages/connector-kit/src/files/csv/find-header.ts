import { columnsOf, faultOf } from './csv-columns.ts'

type Cells = readonly unknown[]

/** How many rows are looked at to find the header. */
export const maxHeaderRows = 14
/** The most titles above a header. */
const maxTitles = 10

const isFilled = (cell: unknown): boolean => cell !== null && String(cell).trim() !== ''
const filledOf = (cells: Cells): number => cells.filter(isFilled).length
const textsOf = (cells: Cells): string[] => cells.map((cell) => (cell === null ? '' : String(cell)))

/** Whether cells can be the names of columns: all are there, all differ, and none is a number or a date. */
function areNames(cells: Cells): boolean {
  const names = textsOf(cells).map((cell) => cell.trim())
  while (names.length > 1 && names.at(-1) === '') names.pop()
  return names.length > 1 && new Set(names).size === names.length && names.every((name) => name !== '' && !/^[\d.,:/\s-]+$/.test(name))
}

/**
 * The index of the header among the first rows that are not blank. It is the first row, unless the rows show clearly that titles come before
 * it: rows with one filled cell, or rows that nothing below fits or that are mostly blank, above a row of names that everything below fits.
 */
export function headerIndex(rows: readonly Cells[]): number {
  const first = rows.slice(0, maxTitles + 1).findIndex((cells) => filledOf(cells) !== 1)
  if (first === -1) return 0
  return belowTitles(rows, first) ?? first
}

/** The index of the header if the row at `first` is a title with several cells; null if it is the header itself. */
function belowTitles(rows: readonly Cells[], first: number): number | null {
  const fits = (header: number) => {
    const columns = columnsOf(textsOf(rows[header] ?? []))
    return rows.slice(header + 1).filter((cells) => faultOf(trimmed(cells, columns.length), columns) === null).length
  }
  const below = (at: number) => rows.length - at - 1
  const isSparse = filledOf(rows[first] ?? []) * 2 <= (rows[first]?.length ?? 0)
  const isFit = fits(first) > (below(first) > 3 ? 1 : 0) // a footer may fit a title
  if (below(first) < 2 || (isFit && !isSparse)) return null
  for (let at = first + 1; at <= first + maxTitles && below(at) > 0; at++) {
    const isNamed = areNames(rows[at] ?? []) && filledOf(rows[at] ?? []) > filledOf(rows[first] ?? [])
    if (isNamed && fits(at) >= Math.max(1, below(at) - 1)) return hasNumbersBelow(rows, at) ? at : null
  }
  return null
}

/** Whether a column of the candidate has a name above nothing but numbers: then it is a header, and no row of data. */
function hasNumbersBelow(rows: readonly Cells[], at: number): boolean {
  const below = rows.slice(at + 1)
  return (rows[at] ?? []).some((_, column) => {
    const cells = below.map((cells) => cells[column] ?? null).filter(isFilled)
    return cells.length > 0 && cells.every((cell) => /^[\d.,\s-]+$/.test(String(cell)))
  })
}

/** Blank cells at the end do not count. */
function trimmed(cells: Cells, length: number): string[] {
  const texts = textsOf(cells)
  while (texts.length > length && texts.at(-1)?.trim() === '') texts.pop()
  return texts
}
