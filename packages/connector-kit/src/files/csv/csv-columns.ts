/** The column names of a header: trimmed and made unique. An empty one becomes `column_N`; empty ones at the end are dropped. */
export function columnsOf(header: readonly string[]): string[] {
  const cells = header.map((cell) => cell.trim().normalize('NFC'))
  while (cells.length > 1 && cells.at(-1) === '') cells.pop()
  const taken = new Set<string>()
  return cells.map((cell, at) => {
    const name = cell === '' || cell === '__proto__' ? `column_${at + 1}` : cell
    let unique = name
    for (let suffix = 2; taken.has(unique); suffix++) unique = `${name}_${suffix}`
    taken.add(unique)
    return unique
  })
}

/** What is wrong with the number of cells; null if nothing is. Extra cells at the end are allowed if they are empty. */
export function faultOf(cells: readonly unknown[], columns: readonly string[]): string | null {
  if (cells.length === columns.length) return null
  if (cells.length < columns.length) return `has ${cells.length} cells, but the header has ${columns.length}`
  const isPadded = cells.slice(columns.length).every((cell) => cell === '')
  return isPadded ? null : `has ${cells.length} cells, but the header has ${columns.length}; a delimiter within a cell needs quotes`
}

/** The cells by the names of their columns. */
export function rowOf(cells: readonly unknown[], columns: readonly string[]): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (let at = 0; at < columns.length; at++) row[columns[at] as string] = cells[at]
  return row
}
