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

/** Whose calls go first if an ERP bears fewer than are wanted: those of people, then orders, then the rest. */
export const callRanks = { person: 0, orders: 1, rest: 2 } as const
export type CallRank = keyof typeof callRanks

/** What the answer to one call says about how many calls the ERP bears. */
export interface CallAnswer {
  /** Calls of one kind take about the same time, as `GET /orders` does. */
  readonly kind: string
  readonly ms: number
  /** `overloaded`: the ERP cannot take the call now (503), or does not answer in time. `too-fast`: it refuses the call because there are too many in a time (429). */
  readonly verdict: 'good' | 'overloaded' | 'too-fast'
  /** How long the ERP asks to wait, in milliseconds. */
  readonly pauseMs?: number | undefined
}

/** The permission for one call to an ERP, from its first byte to its last. Dispose it when the call has ended. */
export interface CallPermit extends Disposable {
  /** To be told before it is disposed. Without it the call says nothing about the ERP's pace. */
  answered?(answer: CallAnswer): void
}

/**
 * Keeps call limits over all workers. A permit is a lease: it frees itself if the worker that holds it dies. Besides the limits, the pace
 * follows the answers: calls at once are halved when the ERP refuses one, or takes twice as long as it did; a call that came too fast also
 * sets how many are made in a second. Both grow while more are wanted and all answers are good.
 */
export interface RateLimiter {
  /** How long the lease of a permit lasts, in milliseconds, if it is not renewed. */
  readonly leaseMs: number
  /** Asks for one call. Resolves to the milliseconds to wait before asking again; zero: the call may be made, `permitId` holds its permit. */
  take(key: string, limit: RateLimit, permit: { readonly id: string; readonly rank: CallRank }): Promise<number>
  /** Makes the lease last `leaseMs` from now. A lease that has ended is not revived. */
  renew(key: string, permitId: string): Promise<void>
  /** The call has ended; `answer` is null if there was none to learn from. */
  release(key: string, permitId: string, answer: CallAnswer | null): Promise<void>
}

/** What holds for all calls to ERPs. */
export interface OutboundPolicy {
  /** Whether connections may point at loopback, link-local and private addresses. */
  readonly allowPrivate: boolean
  /** Whether calls tell the ERP by the header `traceparent` to which trace they belong. Default: no. */
  readonly sendsTraceparent?: boolean
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
