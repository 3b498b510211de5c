import {
  type Clock,
  type RecordStream,
  Reject,
  type RejectFate,
  type RejectState,
  type RejectStore,
  type StoredReject,
} from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { checkCursor } from '../paging/cursor.ts'
import type { UnreadableTracker } from '../unreadable/tracker.ts'
import { openRejects, rejectDocPattern, rejectKeyNames, rejectKeys, rejectKeyTable } from './open-rejects.ts'

/**
 * The open rejects behind a place, the latest rejected first: key, time and doc of each. The place need not hold a reject any more; its rank
 * is searched by the order of the set: by time, then byte by byte.
 */
const listScript = defineScript({
  name: 'linkspanListRejects',
  keys: rejectKeyNames,
  args: { now: 'text', limit: 'number', fromStart: 'flag', afterTime: 'number', afterKey: 'text' },
  include: [openRejects],
  lua: `
local function isAtLeast(one, other)
  for at = 1, math.min(#one, #other) do
    local left, right = string.byte(one, at), string.byte(other, at)
    if left ~= right then return left > right end
  end
  return #one >= #other
end

local function isBefore(rank)
  local row = redis.call('ZREVRANGE', rejectTimes, rank, rank, 'WITHSCORES')
  local time = tonumber(row[2])
  return time > afterTime or (time == afterTime and isAtLeast(row[1], afterKey))
end

adoptRejects(${rejectKeyTable}, now)
local first, last = 0, fromStart and 0 or redis.call('ZCARD', rejectTimes)
while first < last do
  local middle = math.floor((first + last) / 2)
  if isBefore(middle) then first = middle + 1 else last = middle end
end
local rows = redis.call('ZREVRANGE', rejectTimes, first, first + limit - 1, 'WITHSCORES')
local found = {}
for at = 1, #rows, 2 do
  table.insert(found, rows[at])
  table.insert(found, rows[at + 1])
  table.insert(found, redis.call('HGET', rejectDocs, rows[at]) or '')
end
return found
`,
})

const encode = (time: string, key: string): string => Buffer.from(`${time} ${key}`).toString('base64url')

function decode(cursor: string): { readonly afterTime: number; readonly afterKey: string } {
  const [time = '', ...key] = checkCursor(Buffer.from(cursor, 'base64url').toString(), /^\d{1,16} /).split(' ')
  return { afterTime: Number(time), afterKey: key.join(' ') }
}

/** The rejected records of all streams. */
export function redisRejects(client: RedisClient, keys: Keys, clock: Clock, unreadable: UnreadableTracker): RejectStore {
  const call = listScript.on(client)

  /** A reject as it is stored; null if it cannot be read. Without a doc, a version has stored it that kept only the record's key. */
  function parse({ connectionId, dataType }: RecordStream, key: string, time: number, doc: string): StoredReject | null {
    const [, first, times, last, runId = null, json] = rejectDocPattern.exec(doc) ?? []
    const toIso = (ms: string | number | undefined) => new Date(Number(ms ?? time)).toISOString()
    return unreadable.skip({ kind: 'open-reject', id: `${connectionId}:${dataType}:${key}` }, () => ({
      key,
      reject: json === undefined ? { recordId: key, page: 0, errors: [] } : Reject.parse(JSON.parse(json)),
      runId,
      rejectedAt: toIso(last),
      firstRejectedAt: toIso(first),
      times: Number(times ?? 0),
    }))
  }

  return {
    countOpen: (streams) =>
      Promise.all(streams.map(({ connectionId, dataType }) => client.zcard(keys.openRejects(connectionId, dataType)))),

    async open(stream, { limit, cursor }) {
      const after = cursor === undefined ? { afterTime: 0, afterKey: '' } : decode(cursor)
      const flat = (await call({
        keys: rejectKeys(keys, stream),
        args: { now: clock.now().getTime(), limit: limit + 1, fromStart: cursor === undefined, ...after },
      })) as string[]
      const rows = Array.from({ length: flat.length / 3 }, (_, at) => flat.slice(at * 3, at * 3 + 3))
      const shown = rows.slice(0, limit)
      const [lastKey = '', lastTime = ''] = shown.at(-1) ?? []
      return {
        items: shown.map(([key = '', time = '', doc = '']) => parse(stream, key, Number(time), doc)).filter((reject) => reject !== null),
        next: rows.length > limit ? encode(lastTime, lastKey) : null,
      }
    },

    async find(stream, wanted) {
      if (wanted.length === 0) return []
      const { openRejects: open, rejectDocs } = rejectKeys(keys, stream)
      const [marks, docs] = await Promise.all([client.zmscore(open, ...wanted), client.hmget(rejectDocs, ...wanted)])
      return wanted.map((key, at) => (marks[at] === null ? null : parse(stream, key, clock.now().getTime(), docs[at] ?? '')))
    },

    async fates(stream, wanted) {
      if (wanted.length === 0) return []
      const { openRejects: open, closedBy } = rejectKeys(keys, stream)
      const [marks, closed] = await Promise.all([client.zmscore(open, ...wanted), client.hmget(closedBy, ...wanted)])
      return wanted.map((_, at): RejectFate | null => {
        if (marks[at] !== null) return { state: 'open', runId: null }
        const [state, runId = null] = closed[at]?.split(' ') ?? []
        return state === undefined ? null : { state: state as RejectState, runId }
      })
    },
  }
}
