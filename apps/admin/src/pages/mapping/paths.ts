/** A place in a row, as a mapping writes it, and the value there. */
export interface RowPath {
  readonly path: string
  readonly value: unknown
}

const maxPaths = 500
const maxDepth = 8
/** A name with these would be read as a path. */
const isPlainName = (name: string): boolean => !/[.[\]]/.test(name)

/** All places of a row that a field can be read from, in the order of the row; of a list its items together and its first. */
export function pathsOf(row: unknown): readonly RowPath[] {
  const found: RowPath[] = []
  const visit = (value: unknown, path: string, depth: number): void => {
    if (found.length >= maxPaths || depth > maxDepth) return
    if (Array.isArray(value)) {
      found.push({ path, value })
      if (value.length === 0) return
      visitItems(value, path, depth)
      visit(value[0], `${path}[0]`, depth + 1)
      return
    }
    if (typeof value !== 'object' || value === null) {
      found.push({ path, value })
      return
    }
    for (const [name, inner] of Object.entries(value)) {
      if (path === '' || isPlainName(name)) visit(inner, path === '' ? name : `${path}.${name}`, depth + 1)
    }
  }
  const visitItems = (list: readonly unknown[], path: string, depth: number): void => {
    const [first] = list
    if (typeof first !== 'object' || first === null || Array.isArray(first) || depth >= maxDepth) return
    for (const name of Object.keys(first).filter(isPlainName))
      found.push({ path: `${path}[].${name}`, value: list.map((item) => (item as Readonly<Record<string, unknown>> | null)?.[name]) })
  }
  visit(row, '', 0)
  return found.filter(({ path }) => path !== '')
}

const maxLength = 60

/** A value in a few characters. */
export function shortValue(value: unknown): string {
  const text = value === undefined ? '' : JSON.stringify(value)
  return text.length > maxLength ? `${text.slice(0, maxLength)}…` : text
}
