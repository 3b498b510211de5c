/** Preloaded into one of our processes: its machine's clock is wrong by `SKEWED_CLOCK_MS`. Nothing else is. */
const RealDate = Date
const skewMs = Number(process.env.SKEWED_CLOCK_MS ?? 0)

class SkewedDate extends RealDate {
  constructor(...args: readonly unknown[]) {
    super(...((args.length === 0 ? [RealDate.now() + skewMs] : args) as [number]))
  }
  static override now(): number {
    return RealDate.now() + skewMs
  }
}
globalThis.Date = SkewedDate as DateConstructor
