import { AppError, type KeyIndex, type KeyMatch } from '@linkspan/core'
import { z } from 'zod'
import type { RedisClient } from '../client.ts'
import { idOfMember, type Keys } from '../keys.ts'
import { fillSearchKeys } from './fill-search-keys.ts'
import { foldKey, parseSearchKey } from './search-keys.ts'

/** How many connections one search looks into, and in how many at once. */
const maxConnections = 1000
const batchSize = 200

/** Where a search goes on: in which connections, and behind which match of theirs. */
const Place = z.tuple([z.string().regex(/^(-|\[[a-z0-9_]{10,80})$/), z.string().max(4000), z.string().max(100)])
type Place = z.infer<typeof Place>
const start: Place = ['-', '', '']

const printPlace = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url')

function parsePlace(cursor: string): Place {
  try {
    return Place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch {
    throw new AppError('request.malformed', 'The cursor was not issued by this listing')
  }
}

interface Found {
  readonly connectionId: string
  readonly member: string
}

const compare = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other))
const inOrder = (one: Found, other: Found): number => compare(one.member, other.member) || compare(one.connectionId, other.connectionId)

/** The members that begin with a text lie between these bounds: no text has a byte above 0xF4. */
export const prefixRange = (text: string): readonly [from: Buffer, to: Buffer] => [
  Buffer.from(`[${text}`),
  Buffer.concat([Buffer.from(`[${text}`), Buffer.from([0xff])]),
]

/**
 * Finds records by their business keys. Each connection has an index of its own, kept in the same step as its records; a search reads a
 * short range of each.
 */
export function redisKeyIndex(client: RedisClient, keys: Keys): KeyIndex {
  const fillConnection = fillSearchKeys(client, keys)
  const filled = keys.connectionIndex('searchable')

  /** The index members of the next connections, from a place on. */
  const connectionsFrom = (from: string): Promise<string[]> =>
    client.zrangebylex(keys.connectionIndex('all'), from, '+', 'LIMIT', 0, maxConnections + 1)

  async function readRanges(ids: readonly string[], text: string, after: string, limit: number): Promise<Found[]> {
    const [first, last] = prefixRange(text)
    const from = after === '' ? first : Buffer.from(`[${after}`)
    const found: Found[] = []
    for (let at = 0; at < ids.length; at += batchSize) {
      const batch = ids.slice(at, at + batchSize)
      const ranges = await Promise.all(batch.map((id) => client.zrangebylex(keys.searchKeys(id), from, last, 'LIMIT', 0, limit)))
      found.push(...ranges.flatMap((members, index) => members.map((member) => ({ connectionId: batch[index] ?? '', member }))))
    }
    return found
  }

  return {
    async find(query, { limit, cursor }) {
      const [from, after, afterConnection] = cursor === undefined ? start : parsePlace(cursor)
      const text = foldKey(query)
      const members = await connectionsFrom(from)
      const behind = members[maxConnections]
      const shown = members.slice(0, maxConnections).map(idOfMember)
      const isNew = (one: Found) => after === '' || inOrder(one, { member: after, connectionId: afterConnection }) > 0
      const found = (await readRanges(shown, text, after, limit + 2)).filter(isNew).sort(inOrder)
      const items = found.slice(0, limit)
      const last = items.at(-1)
      const hasMore = found.length > limit && last !== undefined
      const next = hasMore ? printPlace([from, last.member, last.connectionId]) : behind ? printPlace([`[${behind}`, '', '']) : null
      return { items: items.flatMap((one) => toMatch(one, text)), next }
    },
    isComplete: async () => (await client.exists(filled)) === 1,
    fill: fillConnection,
    async noteComplete() {
      await client.set(filled, '1')
    },
  }
}

function toMatch({ connectionId, member }: Found, text: string): readonly KeyMatch[] {
  const parsed = parseSearchKey(member)
  return parsed ? [{ connectionId, ...parsed, isExact: parsed.key === text }] : []
}
