import { randomInt } from 'node:crypto'

/** Time, injected so that a test can move it. */
export interface Clock {
  now(): Date
}
export const systemClock: Clock = { now: () => new Date() }

export interface Logger {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
  child(fields: object): Logger
}
export const silentLogger: Logger = { debug() {}, info() {}, warn() {}, error() {}, child: () => silentLogger }

/** Random ids, injected so that a test can predict them. */
export interface Ids {
  /** `length` characters of a–z and 0–9, unguessable. */
  random(length: number): string
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'
export const randomIds: Ids = { random: (length) => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('') }

/** A call limit: at most `max` calls in any window of `perMs` milliseconds. */
export interface RateLimit {
  readonly max: number
  readonly perMs: number
}

/** Keeps call limits over all workers. `take` returns 0 if the call may be made now, else the milliseconds to wait before asking again. */
export interface RateLimiter {
  take(key: string, limit: RateLimit): Promise<number>
}

/** Whether connections may point at loopback, link-local and private addresses. */
export interface OutboundPolicy {
  readonly allowPrivate: boolean
}

/** Milliseconds since some fixed moment, to measure how much time has passed: unlike the clock they never jump. */
export type Stopwatch = () => number
export const systemStopwatch: Stopwatch = () => performance.now()
