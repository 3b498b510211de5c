import rateLimit, { type RateLimitOptions } from '@fastify/rate-limit'
import { AppError } from '@linkspan/core'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const minuteMs = 60_000
const maxStrangers = 50_000

export interface RateLimits {
  /** Counts a request of a known caller. Throws `request.rate-limited`. */
  countCaller(request: FastifyRequest, reply: FastifyReply): Promise<void>
  /** Counts a request without valid credentials, by its address. Throws `request.rate-limited`. */
  countStranger(request: FastifyRequest, reply: FastifyReply): Promise<void>
}

/**
 * Limits requests: `perMinute` for each caller, and a hundredth of it for each address without valid credentials. Each process counts for
 * itself, so several API processes allow a multiple. 0 switches the limits off.
 */
export async function createRateLimits(app: FastifyInstance, perMinute: number): Promise<RateLimits> {
  const unlimited = async () => {}
  if (perMinute === 0) return { countCaller: unlimited, countStranger: unlimited }

  await app.register(rateLimit, { global: false })
  const callers = app.createRateLimit({
    max: perMinute,
    timeWindow: minuteMs,
    keyGenerator: ({ caller }) => `${caller.authentication}:${caller.id}`,
  })
  const byAddress: RateLimitOptions = { max: Math.ceil(perMinute / 100), timeWindow: minuteMs, cache: maxStrangers }
  const strangers = app.createRateLimit(byAddress)

  const counted = (limit: typeof callers) => async (request: FastifyRequest, reply: FastifyReply) => {
    const result = await limit(request)
    if (result.isAllowed) return
    reply.header('ratelimit-policy', `"default";q=${result.max};w=${minuteMs / 1000}`)
    reply.header('ratelimit', `"default";r=${result.remaining};t=${result.ttlInSeconds}`)
    reply.header('x-ratelimit-limit', result.max).header('x-ratelimit-remaining', result.remaining)
    reply.header('x-ratelimit-reset', result.ttlInSeconds)
    if (!result.isExceeded) return
    const message = `More than ${result.max} requests in a minute. Try again in ${result.ttlInSeconds} s`
    throw new AppError('request.rate-limited', message, { retryAfterMs: result.ttl })
  }
  return { countCaller: counted(callers), countStranger: counted(strangers) }
}
