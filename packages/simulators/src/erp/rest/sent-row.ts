import type { DatasetTable } from '../../dataset.ts'
import type { RestErpOptions } from './rest-options.ts'

export type SentRow = Readonly<Record<string, unknown>>

/** Parses a written row into the field names of the dataset. Returns a sentence if that is impossible. */
export function readSentRow(body: string, table: DatasetTable, { shape = 'camel', unshape }: RestErpOptions): SentRow | string {
  const sent = parse(body)
  if (sent === undefined) return 'The body is not JSON.'
  if (typeof sent !== 'object' || sent === null) return 'The body must be one object.'
  if (Array.isArray(sent)) return 'Only one row can be written at a time.'
  if (typeof shape === 'function') return unshape ? unshape(sent as SentRow, table) : (sent as SentRow)
  return (shape === 'snake' ? toCamel(sent) : sent) as SentRow
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** Renames `our_reference` to `ourReference`, including nested fields. */
function toCamel(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toCamel)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [camelName(name), toCamel(field)]))
}

export function camelName(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
