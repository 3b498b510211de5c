/**
 * Preloaded into one of our processes: shifts its `Date`, its stopwatch and the time that Redis tells by the offset that the parent sets,
 * as if that much time had passed everywhere. Timers are not affected, so a process that sleeps until a moment must be woken when the
 * clock has moved past it.
 */
import { Redis } from 'ioredis'

const RealDate = Date
const firstOffset = Number(process.env.MOVED_CLOCK_MS ?? 0)
let offset = firstOffset

class MovedDate extends RealDate {
  constructor(...args: readonly unknown[]) {
    super(...((args.length === 0 ? [RealDate.now() + offset] : args) as [number]))
  }
  static override now(): number {
    return RealDate.now() + offset
  }
}
globalThis.Date = MovedDate as DateConstructor

const realStopwatch = performance.now.bind(performance)
performance.now = () => realStopwatch() + offset - firstOffset

const realTime = Redis.prototype.time as (this: Redis) => Promise<[number, number]>
Redis.prototype.time = async function moved(this: Redis) {
  const [seconds, microseconds] = await realTime.call(this)
  const movedMs = Number(seconds) * 1000 + Math.floor(Number(microseconds) / 1000) + offset
  return [Math.floor(movedMs / 1000), (movedMs % 1000) * 1000] as [number, number]
} as typeof Redis.prototype.time

process.on('message', (message: { readonly clockOffsetMs?: number }) => {
  if (message.clockOffsetMs === undefined) return
  offset = message.clockOffsetMs
  process.send?.({ clockOffsetMs: offset })
})
process.channel?.unref()
