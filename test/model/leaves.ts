/** The values of a record by their paths, as text: `name`, `shipTo.city`, `lines[10].quantity`; `lines[10]` stands for the line itself. */
export type Leaves = ReadonlyMap<string, string>

export type ModelType = 'products' | 'orders'
type Row = Readonly<Record<string, unknown>>

/** The fields that the model edits and compares. Others, as totals, are only compared at the end. */
const plainFields: Readonly<Record<ModelType, readonly string[]>> = {
  products: ['name', 'brand', 'category', 'description', 'price', 'cost', 'categoryId'],
  orders: ['customerReference', 'status'],
}
const addressFields = ['name', 'line1', 'city']
const lineFields = ['description', 'quantity', 'quantityShipped', 'unitPrice']
const decimals: ReadonlySet<string> = new Set(['price', 'cost', 'quantity', 'quantityShipped', 'unitPrice', 'total'])

const there = '(there)'
const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value).trim())

export function leavesOf(type: ModelType, row: Row): Map<string, string> {
  const leaves = new Map<string, string>()
  const add = (path: string, value: unknown) => {
    if (textOf(value) !== '') leaves.set(path, textOf(value))
  }
  for (const field of plainFields[type]) add(field, row[field])
  if (type === 'products') return leaves
  for (const part of addressFields) add(`shipTo.${part}`, (row.shipTo as Row | undefined)?.[part])
  for (const line of (row.lines ?? []) as Row[]) {
    const item = `lines[${line.lineNumber}]`
    leaves.set(item, there)
    for (const field of lineFields) add(`${item}.${field}`, line[field])
  }
  return leaves
}

/** The line that a path lies in: `lines[10]` of `lines[10].quantity`; null for any other path. */
export const lineOf = (path: string): string | null => /^lines\[[^\]]*\]/.exec(path)?.[0] ?? null

/** A row in which only the leaves' fields are filled. */
export function rowOf(leaves: Leaves): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  const lines = new Map<string, Record<string, unknown>>()
  for (const path of leaves.keys()) if (lineOf(path) === path) lines.set(path, { lineNumber: path.slice('lines['.length, -1) })
  for (const [path, value] of leaves) {
    const line = lineOf(path)
    if (line !== null) {
      const item = lines.get(line)
      if (line !== path && item) item[path.slice(line.length + 1)] = value
    } else if (path.startsWith('shipTo.')) row.shipTo = { ...(row.shipTo as Row | undefined), [path.slice('shipTo.'.length)]: value }
    else row[path] = value
  }
  return lines.size > 0 ? { ...row, lines: [...lines.values()] } : row
}

/** A decimal without surplus zeros; any other text as it is. */
const plain = (text: string): string => {
  const parts = /^(-?)0*(\d+?)(?:\.(\d*?)0*)?$/.exec(text)
  if (!parts) return text
  const [, sign = '', whole = '0', fraction = ''] = parts
  return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

export const isDecimalPath = (path: string): boolean => decimals.has(path.slice(path.lastIndexOf('.') + 1))

export function same(path: string, one: string | undefined, other: string | undefined): boolean {
  if (one === other) return true
  return one !== undefined && other !== undefined && isDecimalPath(path) && plain(one) === plain(other)
}

/** What makes `after` of `before`; undefined: gone. */
export function diff(before: Leaves, after: Leaves): Map<string, string | undefined> {
  const changes = new Map<string, string | undefined>()
  for (const path of new Set([...before.keys(), ...after.keys()]))
    if (!same(path, before.get(path), after.get(path))) changes.set(path, after.get(path))
  return changes
}

/** Applies changes; without a line its fields go too. */
export function changed(leaves: Leaves, changes: ReadonlyMap<string, string | undefined>): Map<string, string> {
  const result = new Map(leaves)
  for (const [path, value] of changes) {
    if (value !== undefined) result.set(path, value)
    else for (const other of [...result.keys()]) if (other === path || lineOf(other) === path) result.delete(other)
  }
  for (const path of [...result.keys()]) {
    const line = lineOf(path)
    if (line !== null && !result.has(line)) result.delete(path)
  }
  return result
}
