import { isFields } from '../kernel/is-fields.ts'

export type Data = Readonly<Record<string, unknown>>

/**
 * The parts of a record that can change independently, by path: a field (`status`), a field of an address (`shipTo.city`), or a whole line
 * by its number (`lines[10]`). Any other list is a single part.
 */
type Leaves = Map<string, unknown>

/** New values by path; undefined removes the part. */
export type Changes = ReadonlyMap<string, unknown>

/** The line numbers of a list; null unless every line has a number of its own. */
function lineNumbers(value: unknown): readonly string[] | null {
  if (!Array.isArray(value) || value.length === 0) return null
  const numbers = value.map((line) => (isFields(line) ? line.lineNumber : undefined))
  return numbers.every((number) => typeof number === 'string') && new Set(numbers).size === numbers.length ? (numbers as string[]) : null
}

function leavesOf(data: Data): Leaves {
  const leaves: Leaves = new Map()
  for (const [name, value] of Object.entries(data)) {
    const numbers = lineNumbers(value)
    if (value === undefined) continue
    if (numbers) for (const [at, number] of numbers.entries()) leaves.set(`${name}[${number}]`, (value as unknown[])[at])
    else if (isFields(value)) for (const [inner, each] of Object.entries(value)) each !== undefined && leaves.set(`${name}.${inner}`, each)
    else leaves.set(name, value)
  }
  return leaves
}

function fromLeaves(leaves: Leaves): Data {
  const data: Record<string, unknown> = {}
  const lists = new Set([...leaves.keys()].map((path) => listOf(path)).filter((name) => name !== null))
  for (const [path, value] of leaves) {
    const list = listOf(path)
    const dot = path.indexOf('.')
    if (list !== null) data[list] = [...((data[list] as unknown[] | undefined) ?? []), value]
    else if (dot > 0) data[path.slice(0, dot)] = { ...(data[path.slice(0, dot)] as Data | undefined), [path.slice(dot + 1)]: value }
    else if (!lists.has(path)) data[path] = value
  }
  return data
}

const listOf = (path: string): string | null => /^([^[.]+)\[/.exec(path)?.[1] ?? null

/** The top-level field that a path belongs to: `lines` of `lines[10]`. */
export const fieldOf = (path: string): string => /^[^[.]+/.exec(path)?.[0] ?? path

export const isSame = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other)

/** The changes that turn `before` into `after`. */
export function changesBetween(before: Data, after: Data): Map<string, unknown> {
  const [from, to] = [leavesOf(before), leavesOf(after)]
  const changes = new Map<string, unknown>()
  for (const [path, value] of to) if (!isSame(from.get(path), value)) changes.set(path, value)
  for (const path of from.keys()) if (!to.has(path)) changes.set(path, undefined)
  return changes
}

/** The value at a path; undefined if there is none. */
export const valueAtPath = (data: Data, path: string): unknown => leavesOf(data).get(path)

export function withChanges(data: Data, changes: Changes): Data {
  const leaves = leavesOf(data)
  for (const [path, value] of changes) {
    if (value === undefined) leaves.delete(path)
    else leaves.set(path, value)
  }
  return fromLeaves(leaves)
}
