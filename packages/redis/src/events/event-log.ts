import { type Clock, type ERPEvent, type EventLog, type EventSource, EventType, eventIdOf, type StoredEvent } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { removeOldMarkScript } from '../old-marks.ts'
import { emitEvent } from './emit-event.ts'
import { type EmittingCalls, markLastsMs } from './mark-events.ts'

const append = defineScript({
  name: 'linkspanAppendEvents',
  keys: ['log'],
  args: { now: 'number' },
  lists: { events: ['type', 'data'] },
  include: [emitEvent],
  lua: 'for type, data in events.each() do emitEvent(log, type, now, data, "") end',
})

export function redisEventLog(client: RedisClient, keys: Keys, clock: Clock, emitting: EmittingCalls): EventLog {
  const callAppend = emitting(append.on(client))
  const removeOldMark = removeOldMarkScript(client)
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
      await callAppend(source, {
        keys: { log: keys.events(source) },
        args: { now: clock.now().getTime() },
        lists: { events: events.map(({ type, data }) => ({ type, data: JSON.stringify(data) })) },
      })
    },
    waiting: (limit) => client.zrange(keys.eventSources, '0', String(limit - 1)),
    async settle(source, position) {
      if ((await latestOf(source)) !== position) return
      await removeOldMark(keys.eventSources, source, clock.now().getTime() - markLastsMs)
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
    ...(fields.has('run') && { runId: fields.get('run') ?? '' }),
  }
}
