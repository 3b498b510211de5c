import { AuditEvent, type AuditLog, type AuditQuery, type NewAuditEvent } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import { type Keys, memberTime } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { checkCursor } from '../paging/cursor.ts'
import { redisTime } from '../redis-time.ts'
import type { UnreadableTracker } from '../unreadable/tracker.ts'
import { allPrefix, attributeOf, auditFilters, auditSteps, defaultMaxEvents, prefixOf, toAuditArguments } from './audit-steps.ts'

const maxSettled = 1000

/** Appends an event and ends its intent. */
const script = defineScript({
  name: 'linkspanAppendAudit',
  keys: ['events', 'index', 'intents'],
  args: { event: 'text', places: 'text', intent: 'text', maxEvents: 'number' },
  include: [auditSteps],
  lua: `
appendAudit(events, index, event, places, maxEvents)
if intent ~= '' then redis.call('XDEL', intents, intent) end
`,
})

const afterAll = '~'

const timeLength = memberTime(0).length

/** An append-only stream, and one sorted set that lists its events by time: all of them, those of each action, of each actor, of each target. */
export function redisAuditLog(
  client: RedisClient,
  keys: Keys,
  unreadable: UnreadableTracker,
  maxEvents: number = defaultMaxEvents,
): AuditLog {
  const call = script.on(client)
  const timeOfIntents = redisTime(client, keys.auditIntents) // by which their ids are made

  const rangeOf = (prefix: string, { since, until, cursor }: AuditQuery) => ({
    prefix,
    low: `[${prefix}${since ? memberTime(since) : ''}`,
    high: cursor ? `(${prefix}${cursor}` : `(${prefix}${until ? memberTime(until) : ''}${afterAll}`,
  })

  async function narrowest(query: AuditQuery) {
    const asked = auditFilters.flatMap((filter) => (query[filter] === undefined ? [] : [prefixOf(filter, query[filter])]))
    const ranges = (asked.length > 0 ? asked : [allPrefix]).map((prefix) => rangeOf(prefix, query))
    if (ranges.length === 1) return ranges[0] as (typeof ranges)[0]
    const sizes = await Promise.all(ranges.map(({ low, high }) => client.zlexcount(keys.auditIndex, low, high)))
    return ranges[sizes.indexOf(Math.min(...sizes))] as (typeof ranges)[0]
  }

  const read = async (id: string): Promise<AuditEvent | null> => {
    const [entry] = await client.xrange(keys.audit, id, id)
    if (!entry) return null
    return unreadable.skip({ kind: 'audit-event', id }, () => AuditEvent.parse({ id, ...JSON.parse(entry[1][1] ?? 'null') }))
  }

  async function append(event: NewAuditEvent, intent = ''): Promise<void> {
    await call({
      keys: { events: keys.audit, index: keys.auditIndex, intents: keys.auditIntents },
      args: { ...toAuditArguments(event), intent, maxEvents },
    })
  }

  return {
    append,
    async begin(event) {
      return (await client.xadd(keys.auditIntents, '*', 'json', JSON.stringify(event))) ?? ''
    },
    async withdraw(intent) {
      await client.xdel(keys.auditIntents, intent)
    },
    async settleAbandoned(ms) {
      const until = Math.floor((await timeOfIntents()) - ms)
      const abandoned = await client.xrange(keys.auditIntents, '-', until, 'COUNT', maxSettled)
      for (const [intent, [, json = 'null']] of abandoned) await append(JSON.parse(json), intent)
      return abandoned.length
    },
    async list(query) {
      const { cursor, limit } = query
      if (cursor !== undefined) checkCursor(cursor, /^[0-9a-z]{9}\d{1,20}-\d{1,20}$/)
      const { prefix, low, high } = await narrowest(query)
      const found: { event: AuditEvent; place: string }[] = []
      for (let below = high; found.length <= limit; ) {
        const members = await client.zrevrangebylex(keys.auditIndex, below, low, 'LIMIT', 0, limit + 1)
        const places = members.map((member) => member.slice(prefix.length))
        const events = await Promise.all(places.map((place) => read(place.slice(timeLength))))
        events.forEach((event, index) => {
          const belongs =
            event && auditFilters.every((filter) => query[filter] === undefined || attributeOf(event, filter) === query[filter])
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
