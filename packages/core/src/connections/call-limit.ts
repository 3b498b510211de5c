import { setTimeout as sleep } from 'node:timers/promises'
import type { Connector } from '../connector/connector.ts'
import { type CallAnswer, type CallPermit, type CallRank, type RateLimit, type RateLimiter, randomIds } from '../kernel/ports.ts'
import type { Connection } from './connection.ts'

type Limited = Pick<Connection, 'id'> & { readonly settings: Pick<Connection['settings'], 'rateLimit' | 'maxConcurrentCalls'> }

/** What holds for the calls of one connection: its own window, else the connector's, and the smaller number of calls at the same time. */
export function limitOf({ settings }: Limited, { rateLimit }: Pick<Connector, 'rateLimit'>): RateLimit {
  const concurrency = Math.min(rateLimit.concurrency ?? Number.POSITIVE_INFINITY, settings.maxConcurrentCalls ?? Number.POSITIVE_INFINITY)
  const { max, perMs } = settings.rateLimit ?? rateLimit
  return { max, perMs, ...(Number.isFinite(concurrency) && { concurrency }) }
}

/** How a run waits for permits. */
export interface PermitWaits {
  /** Makes a pause, for whoever measures how long pauses last. */
  readonly during: (pause: () => Promise<void>) => Promise<void>
  /** Ends pauses: what waits for a permit has not left yet. */
  readonly signal: AbortSignal
  /** Throws if the run may make no more calls; asked by each call that had to wait. */
  readonly confirm: () => Promise<void>
}

/**
 * The one place where calls to an ERP are slowed down, however many workers share its connection. The function waits until a call may be
 * made; it throws the reason of a signal that is aborted first. A permit keeps its lease alive until it is disposed.
 */
export function createCallLimit(
  connection: Limited,
  connector: Pick<Connector, 'rateLimit'>,
  rateLimiter: RateLimiter,
  signal: AbortSignal,
  rank: CallRank = 'person',
  waits: PermitWaits = { during: (pause) => pause(), signal, confirm: async () => {} },
): () => Promise<CallPermit> {
  const { id } = connection
  const limit = limitOf(connection, connector)
  return async () => {
    const permit = { id: randomIds.random(20), rank }
    for (let hasWaited = false; ; hasWaited = true) {
      signal.throwIfAborted()
      const waitMs = await rateLimiter.take(id, limit, permit)
      if (waitMs <= 0) {
        const taken = lease(id, permit.id, rateLimiter)
        return hasWaited ? confirmed(taken, waits) : taken
      }
      await waits.during(() => sleep(waitMs, undefined, { signal: waits.signal }).catch(() => waits.signal.throwIfAborted()))
    }
  }
}

async function confirmed(permit: CallPermit, { confirm }: PermitWaits): Promise<CallPermit> {
  try {
    await confirm()
    return permit
  } catch (thrown) {
    permit[Symbol.dispose]()
    throw thrown
  }
}

/** Renews a permit until it is disposed. If the store is away meanwhile, the lease runs out. */
function lease(id: string, permitId: string, rateLimiter: RateLimiter): CallPermit {
  const ignore = () => {}
  const timer = setInterval(() => rateLimiter.renew(id, permitId).catch(ignore), rateLimiter.leaseMs / 3)
  timer.unref()
  let isHeld = true
  let learned: CallAnswer | null = null
  return {
    answered(answer) {
      learned = answer
    },
    [Symbol.dispose]() {
      clearInterval(timer)
      if (isHeld) rateLimiter.release(id, permitId, learned).catch(ignore)
      isHeld = false
    },
  }
}
