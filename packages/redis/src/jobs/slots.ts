import { type Clock, Pause, type ScheduledStream, Slot, type SlotLog, slotsKept } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'

/**
 * Notes the fates of due times. A fate that is known already stays as it is; the oldest are dropped, and so is every one from the future: a
 * clock that was ahead has noted it.
 */
const script = defineScript({
  name: 'linkspanNoteSlots',
  keys: ['fates', 'times'],
  args: { now: 'number', maxSlots: 'number' },
  lists: { slots: ['time', 'fate'] },
  lua: `
for _, time in ipairs(redis.call('ZRANGEBYSCORE', times, '(' .. now, '+inf')) do
  redis.call('HDEL', fates, time)
  redis.call('ZREM', times, time)
end
for time, fate in slots.each() do
  if redis.call('HSETNX', fates, time, fate) == 1 then redis.call('ZADD', times, time, time) end
end
local surplus = redis.call('ZCARD', times) - maxSlots
if surplus > 0 then
  local old = redis.call('ZPOPMIN', times, surplus)
  for at = 1, #old, 2 do redis.call('HDEL', fates, old[at]) end
end
`,
})

/** No slot if the text is none: the times of a schedule go on without it. */
function readSlot(text: string): Slot[] {
  try {
    return [Slot.parse(JSON.parse(text))]
  } catch {
    return []
  }
}

export function redisSlots(client: RedisClient, keys: Keys, clock: Clock): SlotLog {
  const call = script.on(client)
  const keysOf = ({ connectionId, dataType, lane }: ScheduledStream) =>
    [keys.slotFates(connectionId, dataType, lane), keys.slotTimes(connectionId, dataType, lane)] as const
  const pauseName = ({ dataType, lane }: ScheduledStream) => (lane ? `${dataType}:${lane}` : dataType)
  return {
    async note(stream, slots) {
      const [fates, times] = keysOf(stream)
      for (let from = 0; from < slots.length; from += 1000) {
        const part = slots.slice(from, from + 1000).map((slot) => ({ time: Date.parse(slot.dueAt), fate: JSON.stringify(slot) }))
        await call({ keys: { fates, times }, args: { now: clock.now().getTime(), maxSlots: slotsKept }, lists: { slots: part } })
      }
    },
    async list(stream, { from, to, limit }) {
      const [fates, times] = keysOf(stream)
      const wanted = await client.zrevrangebyscore(times, to ? Date.parse(to) : '+inf', from ? Date.parse(from) : '-inf', 'LIMIT', 0, limit)
      if (wanted.length === 0) return []
      const found = await client.hmget(fates, ...wanted)
      return found.flatMap((fate) => (fate === null ? [] : readSlot(fate)))
    },
    async pause(stream, pause) {
      await client.hset(keys.pauses(stream.connectionId), pauseName(stream), JSON.stringify(pause))
    },
    async pauseOf(stream) {
      const pause = await client.hget(keys.pauses(stream.connectionId), pauseName(stream))
      return pause === null ? null : Pause.parse(JSON.parse(pause))
    },
    async resume(stream) {
      await client.hdel(keys.pauses(stream.connectionId), pauseName(stream))
    },
  }
}
