import { type Clock, type ERPEvent, type EventLog, type EventSource, EventType, eventIdOf, type StoredEvent } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { emitEvent } from './emit-event.ts'
import { createEventMarks, markLastsMs } from './mark-events.ts'

const append = defineScript({
  name: 'linkspanAppendEvents',
  keys: ['log'],
  args: { now: 'number' },
  lists: { events: ['type', 'data'] },
  include: [emitEvent],
  lua: 'for type, data in events.each() do emitEvent(log, type, now, data) end',
})

/** A mark goes only if it is old enough that no step can be under way that relied on it, and nothing was added meanwhile. */
const settle = defineScript({
  name: 'linkspanSettleEvents',
  keys: ['sources'],
  args: { source: 'text', before: 'number' },
  lua: `
local at = redis.call('ZSCORE', sources, source)
if at and tonumber(at) < before then redis.call('ZREM', sources, source) end
`,
})

export function redisEventLog(client: RedisClient, keys: Keys, clock: Clock): EventLog {
  const mark = createEventMarks(client, keys, clock)
  const callAppend = append.on(client)
  const callSettle = settle.on(client)
  const latestOf = async (source: EventSource): Promise<string | null> => {
    const [entry] = await client.xrevrange(keys.events(source), '+', '-', 'COUNT', 1)
    return entry?.[0] ?? null
  }

  return {
    async read(source, after, limit) {
      const entries = await client.xrange(keys.events(source), after === null ? '-' : `(${after}`, '+', 'COUNT', limit)
      return entries.map((entry) => toEvent(source, entry))
    },
    async at(source, position) {
      const [entry] = await client.xrange(keys.events(source), position, position)
      return entry ? toEvent(source, entry) : null
    },
    latest: (sources) => Promise.all(sources.map(latestOf)),
    async append(source, events) {
      await mark(source)
      await callAppend({
        keys: { log: keys.events(source) },
        args: { now: clock.now().getTime() },
        lists: { events: events.map(({ type, data }) => ({ type, data: JSON.stringify(data) })) },
      })
    },
    waiting: (limit) => client.zrange(keys.eventSources, '0', String(limit - 1)),
    async settle(source, position) {
      if ((await latestOf(source)) !== position) return
      await callSettle({ keys: { sources: keys.eventSources }, args: { source, before: clock.now().getTime() - markLastsMs } })
    },
  }
}

function toEvent(source: EventSource, [position, values]: [string, string[]]): StoredEvent {
  const fields = new Map(values.flatMap((value, at) => (at % 2 === 0 ? [[value, values[at + 1] ?? ''] as const] : [])))
  return {
    id: eventIdOf(source, position),
    type: EventType.parse(fields.get('type')),
    timestamp: new Date(Number(fields.get('at'))).toISOString(),
    data: JSON.parse(fields.get('data') ?? '{}') as ERPEvent['data'],
    position,
  }
}
