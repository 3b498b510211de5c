import { AppError, AuditEvent, type AuditLog, type AuditQuery } from '@linkspan/core'
import type { RedisClient } from './client.ts'
import { type Keys, memberTime } from './keys.ts'
import { defineScript } from './script.ts'

/** So many events are kept; older ones make room. */
const kept = 1_000_000

/**
 * KEYS: the events, their index. ARGV: how many are kept, the event, the places at which it is found.
 * What makes room leaves the index with it.
 */
const append = `
local function each(places, id, act)
  for _, place in ipairs(cjson.decode(places)) do act(place .. id) end
end
local id = redis.call('XADD', KEYS[1], '*', 'json', ARGV[2], 'places', ARGV[3])
each(ARGV[3], id, function (member) redis.call('ZADD', KEYS[2], 0, member) end)
local surplus = redis.call('XLEN', KEYS[1]) - tonumber(ARGV[1])
if surplus > 0 then
  for _, entry in ipairs(redis.call('XRANGE', KEYS[1], '-', '+', 'COUNT', surplus)) do
    each(entry[2][4], entry[1], function (member) redis.call('ZREM', KEYS[2], member) end)
    redis.call('XDEL', KEYS[1], entry[1])
  end
end
`

const filters = ['action', 'actor', 'target'] as const
type Filter = (typeof filters)[number]

/** A longer value is found by its beginning; what begins alike is told apart when it is read. */
const maxValueLength = 200
const prefixOf = (filter: Filter, value: string): string =>
  `${filter}:${Buffer.from(value).toString('base64url').slice(0, maxValueLength)}|`
const allPrefix = 'all|'
const afterAll = '~'

const held = ({ action, actor, target }: Omit<AuditEvent, 'id'>, filter: Filter): string | null =>
  ({ action, actor: actor.id, target })[filter]

const timeLength = memberTime(0).length

/** An append-only stream. One sorted set, all scores 0, holds each event's place under everything, its action, its actor and its target. */
export function redisAuditLog(client: RedisClient, keys: Keys, most: number = kept): AuditLog {
  const appendScript = defineScript(client, 'linkspanAppendAudit', append)

  const rangeOf = (prefix: string, { since, until, cursor }: AuditQuery) => ({
    prefix,
    low: `[${prefix}${since ? memberTime(since) : ''}`,
    high: cursor ? `(${prefix}${cursor}` : `(${prefix}${until ? memberTime(until) : ''}${afterAll}`,
  })

  async function narrowest(query: AuditQuery) {
    const asked = filters.flatMap((filter) => (query[filter] === undefined ? [] : [prefixOf(filter, query[filter])]))
    const ranges = (asked.length > 0 ? asked : [allPrefix]).map((prefix) => rangeOf(prefix, query))
    if (ranges.length === 1) return ranges[0] as (typeof ranges)[0]
    const sizes = await Promise.all(ranges.map(({ low, high }) => client.zlexcount(keys.auditIndex, low, high)))
    return ranges[sizes.indexOf(Math.min(...sizes))] as (typeof ranges)[0]
  }

  const read = async (id: string): Promise<AuditEvent | null> => {
    const [entry] = await client.xrange(keys.audit, id, id)
    return entry ? AuditEvent.parse({ id, ...JSON.parse(entry[1][1] ?? 'null') }) : null
  }

  return {
    async append(event) {
      const at = memberTime(event.at)
      const places = filters.flatMap((filter) => {
        const value = held(event, filter)
        return value === null ? [] : [`${prefixOf(filter, value)}${at}`]
      })
      await appendScript([keys.audit, keys.auditIndex], [most, JSON.stringify(event), JSON.stringify([`${allPrefix}${at}`, ...places])])
    },
    async list(query) {
      const { cursor, limit } = query
      if (cursor !== undefined && !/^[0-9a-z]{9}\d{1,20}-\d{1,20}$/.test(cursor))
        throw new AppError('request.malformed', 'The cursor is none that was given out here')
      const { prefix, low, high } = await narrowest(query)
      const found: { event: AuditEvent; place: string }[] = []
      for (let below = high; found.length <= limit; ) {
        const members = await client.zrevrangebylex(keys.auditIndex, below, low, 'LIMIT', 0, limit + 1)
        const places = members.map((member) => member.slice(prefix.length))
        const events = await Promise.all(places.map((place) => read(place.slice(timeLength))))
        events.forEach((event, index) => {
          const belongs = event && filters.every((filter) => query[filter] === undefined || held(event, filter) === query[filter])
          if (belongs) found.push({ event, place: places[index] ?? '' })
        })
        if (members.length <= limit) break
        below = `(${members.at(-1)}`
      }
      const page = found.slice(0, limit)
      return { items: page.map(({ event }) => event), next: found.length > limit ? (page.at(-1)?.place ?? null) : null }
    },
  }
}
