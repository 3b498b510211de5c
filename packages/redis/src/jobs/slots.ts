import { Pause, type ScheduledStream, Slot, type SlotLog, slotsKept } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../script.ts'

/** KEYS: the fates by time, the times. ARGV: time and fate of each slot. A known fate stays. The oldest make room. */
const note = `
for at = 1, #ARGV, 2 do
  if redis.call('HSETNX', KEYS[1], ARGV[at], ARGV[at + 1]) == 1 then redis.call('ZADD', KEYS[2], ARGV[at], ARGV[at]) end
end
local surplus = redis.call('ZCARD', KEYS[2]) - ${slotsKept}
if surplus > 0 then
  local old = redis.call('ZPOPMIN', KEYS[2], surplus)
  for at = 1, #old, 2 do redis.call('HDEL', KEYS[1], old[at]) end
end
`

export function redisSlots(client: RedisClient, keys: Keys): SlotLog {
  const noteScript = defineScript(client, 'linkspanNoteSlots', note)
  const keysOf = ({ connectionId, dataType, lane }: ScheduledStream) =>
    [keys.slotFates(connectionId, dataType, lane), keys.slotTimes(connectionId, dataType, lane)] as const
  const pauseName = ({ dataType, lane }: ScheduledStream) => (lane ? `${dataType}:${lane}` : dataType)
  return {
    async note(stream, slots) {
      for (let from = 0; from < slots.length; from += 1000) {
        const part = slots.slice(from, from + 1000)
        await noteScript(
          keysOf(stream),
          part.flatMap((slot) => [Date.parse(slot.dueAt), JSON.stringify(slot)]),
        )
      }
    },
    async list(stream, { from, to, limit }) {
      const [fates, times] = keysOf(stream)
      const wanted = await client.zrevrangebyscore(times, to ? Date.parse(to) : '+inf', from ? Date.parse(from) : '-inf', 'LIMIT', 0, limit)
      if (wanted.length === 0) return []
      const found = await client.hmget(fates, ...wanted)
      return found.filter((fate) => fate !== null).map((fate) => Slot.parse(JSON.parse(fate)))
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
