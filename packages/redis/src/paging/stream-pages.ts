import type { Listing, PageQuery } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import { checkCursor } from './cursor.ts'

const idPattern = /^\d{1,20}-\d{1,20}$/
const jsonOf = (fields: readonly string[]): string => fields[fields.indexOf('json') + 1] ?? 'null'

/**
 * Pages through a stream, oldest first, whose entries hold their value as JSON. `parse` returns null for one that is
 * left out. The cursor is the id of the last entry on the page before.
 */
export async function readStream<Item>(
  client: RedisClient,
  key: string,
  { limit, cursor }: PageQuery,
  parse: (id: string, text: string) => Item | null,
): Promise<Listing<Item>> {
  const start = cursor === undefined ? '-' : `(${checkCursor(cursor, idPattern)}`
  const [entries, total] = await Promise.all([client.xrange(key, start, '+', 'COUNT', limit + 1), client.xlen(key)])
  const page = entries.slice(0, limit)
  return {
    items: page.map(([id, fields]) => parse(id, jsonOf(fields))).filter((item) => item !== null),
    next: entries.length > limit ? (page.at(-1)?.[0] ?? null) : null,
    total,
  }
}

/** About how many entries one call examines. If hardly any of them belongs, the page ends early and its cursor says where to go on. */
const maxExamined = 5000
const batchSize = 500

/** Pages through those entries of a stream that `parse` does not leave out, oldest first. */
export async function searchStream<Item>(
  client: RedisClient,
  key: string,
  { limit, cursor }: PageQuery,
  parse: (id: string, text: string) => Item | null,
): Promise<Listing<Item>> {
  const items: Item[] = []
  let last = cursor === undefined ? null : checkCursor(cursor, idPattern)
  for (let examined = 0; ; examined += batchSize) {
    const entries = await client.xrange(key, last === null ? '-' : `(${last}`, '+', 'COUNT', batchSize)
    for (const [id, fields] of entries) {
      const item = parse(id, jsonOf(fields))
      if (item !== null && items.length === limit) return { items, next: last }
      if (item !== null) items.push(item)
      last = id
    }
    if (entries.length < batchSize) return { items, next: null }
    if (examined + batchSize >= maxExamined) return { items, next: last }
  }
}
