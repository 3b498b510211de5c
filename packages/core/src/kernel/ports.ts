import { randomInt } from 'node:crypto'
import type { ByteBudget } from './byte-budget.ts'

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

/** A call limit: at most `max` calls in any window of `perMs` milliseconds and, if `concurrency` is given, no more than that at the same time. */
export interface RateLimit {
  readonly max: number
  readonly perMs: number
  readonly concurrency?: number | undefined
}

/** The permission for one call to an ERP, from its first byte to its last. Dispose it when the call has ended. */
export type CallPermit = Disposable

/** Keeps call limits over all workers. A permit is a lease: it frees itself if the worker that holds it dies. */
export interface RateLimiter {
  /** How long the lease of a permit lasts, in milliseconds, if it is not renewed. */
  readonly leaseMs: number
  /** Asks for one call. Resolves to the milliseconds to wait before asking again; zero: the call may be made, `permitId` holds its permit. */
  take(key: string, limit: RateLimit, permitId: string): Promise<number>
  /** Makes the lease last `leaseMs` from now. A lease that has ended is not revived. */
  renew(key: string, permitId: string): Promise<void>
  release(key: string, permitId: string): Promise<void>
}

/** What holds for all calls to ERPs. */
export interface OutboundPolicy {
  /** Whether connections may point at loopback, link-local and private addresses. */
  readonly allowPrivate: boolean
  /** How many bytes of answers the process holds at the same time; any number without it. */
  readonly answerBytes?: ByteBudget | undefined
  /** Through which proxies ERPs are called over HTTP; the same policy holds for what lies behind them. */
  readonly proxy?: ProxySettings | undefined
}

export interface ProxySettings {
  /** The proxies' URLs, for servers with http:// and https://. */
  readonly http?: string | undefined
  readonly https?: string | undefined
  /** Hosts that are called directly, as in NO_PROXY. */
  readonly except: readonly string[]
}

/** Milliseconds since some fixed moment, to measure how much time has passed: unlike the clock they never jump. */
export type Stopwatch = () => number
export const systemStopwatch: Stopwatch = () => performance.now()
