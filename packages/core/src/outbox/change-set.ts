import { isObject } from '../kernel/objects.ts'
import { isSameValue } from './equal-forms.ts'

export type Data = Readonly<Record<string, unknown>>

/**
 * What can change by itself in a record, by its path: a field (`status`), a part of an address (`shipTo.city`), a field of a keyed
 * list's item (`lines[10].quantity`, `shipments[S1].carrier`). The item itself stands under `lines[10]`, so that adding or removing it is
 * one change. Any other list changes as a whole.
 */
export type Leaves = ReadonlyMap<string, unknown>

/** New values by their path; undefined: gone. */
export type Changes = ReadonlyMap<string, unknown>

/** Stands for an item that is there; its fields have leaves of their own. */
const present = '(present)'

/** The field that identifies an item of such a list. */
export const itemKeys: Readonly<Record<string, string>> = { lines: 'lineNumber', shipments: 'shipmentId' }

/** The items of a list by their keys; null if one has no key, or two share one: then the list changes as a whole. */
function keyedItems(name: string, value: unknown): ReadonlyMap<string, Data> | null {
  const key = itemKeys[name]
  if (key === undefined || !Array.isArray(value)) return null
  const items = new Map<string, Data>()
  for (const item of value) {
    const id = isObject(item) ? item[key] : undefined
    if (typeof id !== 'string' || items.has(id)) return null
    items.set(id, item as Data)
  }
  return items
}

const itemPath = (list: string, key: string): string => `${list}[${key}]`

export function leavesOf(data: Data): Leaves {
  const leaves = new Map<string, unknown>()
  for (const [name, value] of Object.entries(data)) {
    if (value === undefined) continue
    const items = keyedItems(name, value)
    if (items) {
      for (const [key, item] of items) {
        leaves.set(itemPath(name, key), present)
        for (const [field, each] of Object.entries(item))
          if (each !== undefined && field !== itemKeys[name]) leaves.set(`${itemPath(name, key)}.${field}`, each)
      }
    } else if (isObject(value)) {
      for (const [part, each] of Object.entries(value)) if (each !== undefined) leaves.set(`${name}.${part}`, each)
    } else leaves.set(name, value)
  }
  return leaves
}

interface Path {
  /** The field of the record. */
  readonly field: string
  /** The key of the item, if the field is a keyed list. */
  readonly key: string | null
  /** The field of the item, or the part of the address. */
  readonly part: string | null
}

/** A key may hold any character, brackets and dots included: it ends at the last bracket. */
function parsePath(path: string): Path {
  const item = /^([^[.]+)\[(.*)\](?:\.([^\]]+))?$/s.exec(path)
  if (item && itemKeys[item[1] ?? ''] !== undefined) return { field: item[1] ?? '', key: item[2] ?? '', part: item[3] ?? null }
  const dot = path.indexOf('.')
  return dot > 0 ? { field: path.slice(0, dot), key: null, part: path.slice(dot + 1) } : { field: path, key: null, part: null }
}

/** The field of the record that a path lies in. */
export const fieldOf = (path: string): string => parsePath(path).field

/** The item of a keyed list that a path lies in, as a path of its own: `lines[10]` of `lines[10].sku`. */
export function itemOf(path: string): string | null {
  const { field, key } = parsePath(path)
  return key === null ? null : itemPath(field, key)
}

/** A path without keys, as a field is called for people: `lines[].quantity`. */
export function generalPath(path: string): string {
  const { field, key, part } = parsePath(path)
  return `${field}${key === null ? '' : '[]'}${part === null ? '' : `.${part}`}`
}

/** The name of the leaf's own field: `quantity` of `lines[10].quantity`. */
export const leafName = (path: string): string => parsePath(path).part ?? parsePath(path).field

export function fromLeaves(leaves: Leaves): Data {
  const data: Record<string, unknown> = {}
  const items = new Map<string, Record<string, unknown>>()
  for (const [path, value] of leaves) {
    const { field, key, part } = parsePath(path)
    if (key !== null) {
      if (part !== null) continue
      const item = { [itemKeys[field] ?? '']: key }
      items.set(path, item)
      data[field] = [...((data[field] as unknown[] | undefined) ?? []), item]
    } else if (part !== null) data[field] = { ...(data[field] as Data | undefined), [part]: value }
    else data[field] = value
  }
  for (const [path, value] of leaves) {
    const { field, key, part } = parsePath(path)
    const item = key === null || part === null ? undefined : items.get(itemPath(field, key))
    if (item && part !== null) item[part] = value
  }
  return data
}

/** Whether two values of a path say the same: also in another form of it, as 2.5 and 2.50. */
export const isSame = (path: string, one: unknown, other: unknown): boolean => isSameValue(leafName(path), one, other)

/** What has to be done to `before` to make it `after`; empty if they say the same, whatever the order of their lines. */
export function changesBetween(before: Data, after: Data): Map<string, unknown> {
  const [from, to] = [leavesOf(before), leavesOf(after)]
  const changes = new Map<string, unknown>()
  for (const [path, value] of to) if (!from.has(path) || !isSame(path, from.get(path), value)) changes.set(path, value)
  for (const path of from.keys()) if (!to.has(path)) changes.set(path, undefined)
  return changes
}

/** The value at a path, an item of a list included; undefined if there is none. */
export function valueAtPath(data: Data, path: string): unknown {
  const { field, key, part } = parsePath(path)
  if (key !== null && part === null) return keyedItems(field, data[field])?.get(key)
  return leavesOf(data).get(path)
}

/**
 * Makes changes to a record. The order of its lines stays, new ones come last. Removing an item removes its fields; a field of an item
 * that is not there is left out.
 */
export function withChanges(data: Data, changes: Changes): Data {
  const leaves = new Map(leavesOf(data))
  for (const [path, value] of changes) {
    if (value !== undefined) leaves.set(path, value)
    else {
      leaves.delete(path)
      if (itemOf(path) === path) for (const other of leaves.keys()) if (itemOf(other) === path) leaves.delete(other)
    }
  }
  const emptied = [...leavesOf(data).keys()].filter((path) => itemOf(path) === path && !leaves.has(path)).map(fieldOf)
  const result = fromLeaves(leaves)
  return { ...Object.fromEntries(emptied.map((field) => [field, []])), ...withEmptyLists(data, leaves), ...result }
}

/** A list without items has no leaves, but is there. */
const withEmptyLists = (data: Data, leaves: Leaves): Data =>
  Object.fromEntries(Object.entries(data).filter(([name, value]) => keyedItems(name, value)?.size === 0 && !leaves.has(name)))
