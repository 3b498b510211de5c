/**
 * Preloaded into one of our processes: shifts its `Date` by the offset that the parent sets. Timers are not affected, so a process
 * that sleeps until a moment must be woken when the clock has moved past it.
 */
const RealDate = Date
let offset = Number(process.env.MOVED_CLOCK_MS ?? 0)

class MovedDate extends RealDate {
  constructor(...args: readonly unknown[]) {
    super(...((args.length === 0 ? [RealDate.now() + offset] : args) as [number]))
  }
  static override now(): number {
    return RealDate.now() + offset
  }
}
globalThis.Date = MovedDate as DateConstructor

process.on('message', (message: { readonly clockOffsetMs?: number }) => {
  if (message.clockOffsetMs === undefined) return
  offset = message.clockOffsetMs
  process.send?.({ clockOffsetMs: offset })
})
process.channel?.unref()
