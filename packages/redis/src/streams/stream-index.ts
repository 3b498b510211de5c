import { DataTypeId, type Listing, type PageQuery, type StreamId, SyncDirection, type WatchedStream } from '@linkspan/core'
import { z } from 'zod'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { checkCursor } from '../paging/cursor.ts'

const memberOf = ({ connectionId, dataType, direction }: StreamId): string => [connectionId, dataType, direction].join(':')

const Member = z.tuple([z.string(), DataTypeId, SyncDirection])

/** No stream if the text names none. */
function toStream(member: string): StreamId[] {
  const { data } = Member.safeParse(member.split(':'))
  return data ? [{ connectionId: data[0], dataType: data[1], direction: data[2] }] : []
}

/**
 * What the watcher has found in all streams: when each becomes late, and when each last succeeded. It lies on another node of a cluster
 * than the streams, so it follows them; readers judge again what they find here.
 */
export function streamIndex(client: RedisClient, keys: Keys) {
  const [deadlines, successes] = [keys.connectionIndex('stream_deadlines'), keys.connectionIndex('stream_successes')]

  async function remove(members: readonly string[]): Promise<void> {
    if (members.length === 0) return
    await client
      .multi()
      .zrem(deadlines, ...members)
      .hdel(successes, ...members)
      .exec()
  }

  return {
    async index(streams: readonly WatchedStream[]): Promise<void> {
      if (streams.length === 0) return
      const batch = client.multi()
      batch.hset(successes, ...streams.flatMap((stream) => [memberOf(stream), stream.lastSuccess ?? 0]))
      const [dated, undated] = [streams.filter(({ deadline }) => deadline !== null), streams.filter(({ deadline }) => deadline === null)]
      if (dated.length > 0) batch.zadd(deadlines, ...dated.flatMap((stream) => [stream.deadline ?? 0, memberOf(stream)]))
      if (undated.length > 0) batch.zrem(deadlines, ...undated.map(memberOf))
      await batch.exec()
    },

    async forgetOthers(streams: readonly StreamId[]): Promise<void> {
      const known = new Set(streams.map(memberOf))
      for await (const members of scan(client, successes)) await remove(members.map(([name]) => name).filter((name) => !known.has(name)))
    },

    /** A cursor is the deadline and the member of the last stream of the page. */
    async overdue(now: Date, { limit, cursor }: PageQuery): Promise<Listing<StreamId>> {
      const [from = '-inf', after = ''] = cursor === undefined ? [] : checkCursor(cursor, /^\d+ [\w:]+$/).split(' ')
      for (let size = limit + 1; ; size *= 2) {
        const flat = await client.zrangebyscore(deadlines, from, `(${now.getTime()}`, 'WITHSCORES', 'LIMIT', 0, size)
        const rows = pairs(flat).filter(([member, score]) => score !== from || member > after)
        if (rows.length <= limit && flat.length === size * 2) continue // too many have the deadline of the cursor
        const shown = rows.slice(0, limit)
        const [member, score] = shown.at(-1) ?? []
        return { items: shown.flatMap(([name]) => toStream(name)), next: rows.length > limit ? `${score} ${member}` : null }
      }
    },

    countOverdue: (now: Date): Promise<number> => client.zcount(deadlines, '-inf', `(${now.getTime()}`),

    async *watched(): AsyncGenerator<readonly WatchedStream[]> {
      for await (const rows of scan(client, successes)) {
        const scores = await client.zmscore(deadlines, ...rows.map(([member]) => member))
        yield rows.flatMap(([member, success], at) =>
          toStream(member).map((stream) => ({
            ...stream,
            deadline: scores[at] ? Number(scores[at]) : null,
            lastSuccess: Number(success) || null,
          })),
        )
      }
    },
  }
}

const pairs = (flat: readonly string[]): [string, string][] =>
  Array.from({ length: flat.length / 2 }, (_, at) => [flat[at * 2] ?? '', flat[at * 2 + 1] ?? ''])

/** The fields of a hash with their values, in batches. */
async function* scan(client: RedisClient, key: string): AsyncGenerator<readonly [string, string][]> {
  for (let cursor = '0'; ; ) {
    const [next, flat] = await client.hscan(key, cursor, 'COUNT', 500)
    if (flat.length > 0) yield pairs(flat)
    if (next === '0') return
    cursor = next
  }
}
