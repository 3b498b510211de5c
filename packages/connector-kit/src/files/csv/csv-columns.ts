/** Names of the columns as rows use them: trimmed, each once; one without a name is called by its place. A delimiter at the end makes none. */
export function columnsOf(header: readonly string[]): string[] {
  const cells = header.map((cell) => cell.trim().normalize('NFC'))
  while (cells.length > 1 && cells.at(-1) === '') cells.pop()
  const taken = new Set<string>()
  return cells.map((cell, at) => {
    const name = cell === '' || cell === '__proto__' ? `column_${at + 1}` : cell
    let unique = name
    for (let again = 2; taken.has(unique); again++) unique = `${name}_${again}`
    taken.add(unique)
    return unique
  })
}

/** What is wrong with the number of cells, in words; null where it is right. Empty cells at the end are a delimiter too many. */
export function faultOf(cells: readonly unknown[], columns: readonly string[]): string | null {
  if (cells.length === columns.length) return null
  if (cells.length < columns.length) return `has ${cells.length} cells where the header has ${columns.length}`
  const isPadded = cells.slice(columns.length).every((cell) => cell === '')
  return isPadded ? null : `has ${cells.length} cells where the header has ${columns.length}; a delimiter within a cell needs quotes`
}

/** The cells by their columns. */
export function rowOf(cells: readonly unknown[], columns: readonly string[]): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (let at = 0; at < columns.length; at++) row[columns[at] as string] = cells[at]
  return row
}
