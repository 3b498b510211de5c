import { setTimeout as delay } from 'node:timers/promises'
import { type Clock, type Config, type Logger, type Stopwatch, silentLogger, systemClock, systemStopwatch } from '@linkspan/core'
import { connect } from './client.ts'
import { createKeys } from './keys.ts'
import { redisTime } from './redis-time.ts'

/** A clock that differs by more than this from the clock of Redis is wrong. */
export const maxSkewMs = 2000
const sampleEveryMs = 5000
const firstSampleMs = 2000
const retryMs = 100

/** The clock of Redis, in a cluster that of one and the same node, which all processes share, so that no machine with a wrong clock moves a schedule or the time of a run. */
export interface StoreClock extends Clock, AsyncDisposable {
  /** How far this machine's clock is ahead of that of Redis, in milliseconds; negative if it is behind, 0 before Redis has answered. */
  skewMs(): number
  /** Whether the machine's clock is wrong. */
  isSkewed(): boolean
  /** Resolves when Redis has told its time. */
  known(): Promise<void>
}

export interface StoreClockOptions {
  readonly config: Pick<Config, 'redis' | 'keyPrefix'>
  readonly logger: Logger
  readonly local?: Clock
  readonly stopwatch?: Stopwatch
}

/**
 * Starts the clock that all times of schedules, slots and runs come from. It asks Redis every five seconds, and measures on a stopwatch
 * in between. As long as Redis has never answered, it shows the machine's time.
 */
export async function startStoreClock(options: StoreClockOptions): Promise<StoreClock> {
  const { config, logger, local = systemClock, stopwatch = systemStopwatch } = options
  const client = connect(config.redis, 'fail', silentLogger)
  const askRedis = redisTime(client, createKeys(config.keyPrefix).workers)
  let sample: { readonly storeMs: number; readonly at: number } | null = null
  let skewMs = 0
  let wasSkewed = false
  const isSkewed = () => Math.abs(skewMs) > maxSkewMs

  async function measure(): Promise<void> {
    const begun = stopwatch()
    const storeMs = await askRedis()
    const at = (begun + stopwatch()) / 2
    sample = { storeMs, at }
    skewMs = Math.round(local.now().getTime() - (storeMs + stopwatch() - at))
    if (isSkewed() !== wasSkewed) logSkew()
    wasSkewed = isSkewed()
  }

  function logSkew(): void {
    if (isSkewed())
      logger.error(
        { skewMs },
        "This machine's clock differs from the clock of Redis: set it by NTP. Until then this process takes no schedules",
      )
    else logger.info({ skewMs }, "This machine's clock agrees with the clock of Redis again")
  }

  for (const until = stopwatch() + firstSampleMs; sample === null && stopwatch() < until; ) {
    await measure().catch(() => delay(20))
  }
  const timer = setInterval(() => void measure().catch(() => {}), sampleEveryMs) // Redis is away: the stopwatch goes on
  const ended = new AbortController()

  return {
    now: () => (sample === null ? local.now() : new Date(Math.floor(sample.storeMs + stopwatch() - sample.at))),
    skewMs: () => skewMs,
    isSkewed,
    async known() {
      while (sample === null && !ended.signal.aborted) await measure().catch(() => delay(retryMs))
    },
    async [Symbol.asyncDispose]() {
      ended.abort()
      clearInterval(timer)
      client.disconnect()
    },
  }
}
