import { isObject } from '../kernel/objects.ts'
import { type Data, itemKeys } from './change-set.ts'

/**
 * A record as it is after a write: what the write leaves out stays as it is, and null removes it; of an address each part, of an order line
 * or a shipment each field. A list names all its items, so one that is left out is removed. The result is not parsed yet.
 */
export function withWritten(stored: Data, written: Data): Data {
  const merged = Object.entries(written).map(([name, value]) => [name, valueAfter(name, stored[name], value)] as const)
  return { ...stored, ...Object.fromEntries(merged) }
}

function valueAfter(name: string, stored: unknown, written: unknown): unknown {
  const key = itemKeys[name]
  if (key !== undefined && Array.isArray(stored) && Array.isArray(written)) return itemsAfter(key, stored, written)
  return isObject(stored) && isObject(written) ? { ...stored, ...written } : written
}

/** Items that share a key are left as they were written: nobody knows which of them is meant. */
function itemsAfter(key: string, stored: readonly unknown[], written: readonly unknown[]): unknown {
  const known = new Map(stored.filter(isObject).map((item) => [String(item[key]), item]))
  const keys = written.map((item, at) => keyOf(item, key, at))
  if (new Set(keys).size < keys.length) return written
  return written.map((item, at) => (isObject(item) ? { ...known.get(keys[at] ?? ''), ...item } : item))
}

/** An item's key in its canonical form; an item without one counts by its position, as the schema numbers it. */
function keyOf(item: unknown, key: string, at: number): string {
  const given = isObject(item) ? item[key] : undefined
  const text = typeof given === 'string' || typeof given === 'number' ? String(given).trim() : ''
  return text === '' ? String(at + 1) : text
}
