import { AppError, type Listing, type PageQuery } from '@linkspan/core'
import type { RedisClient } from './client.ts'

type Order = 'oldest-first' | 'newest-first'

/** Pages through a stream whose entries hold their value as JSON. The cursor is the id of the last entry that was given. */
export async function readStream<Item>(
  client: RedisClient,
  key: string,
  { limit, cursor }: PageQuery,
  order: Order,
  parse: (json: unknown, id: string) => Item,
): Promise<Listing<Item>> {
  if (cursor !== undefined && !/^\d{1,20}-\d{1,20}$/.test(cursor))
    throw new AppError('request.malformed', 'The cursor is none that was given out here')
  const after = cursor === undefined ? undefined : `(${cursor}`
  const entries =
    order === 'oldest-first'
      ? await client.xrange(key, after ?? '-', '+', 'COUNT', limit + 1)
      : await client.xrevrange(key, after ?? '+', '-', 'COUNT', limit + 1)
  const page = entries.slice(0, limit)
  return {
    items: page.map(([id, fields]) => parse(JSON.parse(fields[fields.indexOf('json') + 1] ?? 'null'), id)),
    next: entries.length > limit ? (page.at(-1)?.[0] ?? null) : null,
  }
}
