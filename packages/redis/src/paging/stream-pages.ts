import type { Listing, PageQuery } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import { checkCursor } from './cursor.ts'

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
  const start = cursor === undefined ? '-' : `(${checkCursor(cursor, /^\d{1,20}-\d{1,20}$/)}`
  const entries = await client.xrange(key, start, '+', 'COUNT', limit + 1)
  const page = entries.slice(0, limit)
  return {
    items: page.map(([id, fields]) => parse(id, fields[fields.indexOf('json') + 1] ?? 'null')).filter((item) => item !== null),
    next: entries.length > limit ? (page.at(-1)?.[0] ?? null) : null,
  }
}
