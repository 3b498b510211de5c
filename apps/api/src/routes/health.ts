import type { RedisPorts } from '@linkspan/redis'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { onlyProblems } from '../http/problem.ts'

const lately = 30_000

const Readiness = z
  .object({
    status: z.enum(['ok', 'degraded']).describe('degraded: no worker was heard of in the last 30 s, so jobs wait.'),
    redis: z.literal('ok'),
    workers: z.int().describe('How many were heard of in the last 30 s.'),
  })
  .meta({ id: 'Readiness' })

const quiet = { quiet: true }
const open = { tags: ['Health'], security: [] }

export const healthRoutes: FastifyPluginAsyncZod<{ redis: RedisPorts }> = async (app, { redis }) => {
  app.get(
    '/healthz',
    {
      config: quiet,
      schema: {
        ...open,
        operationId: 'getHealth',
        summary: 'Whether this process lives',
        description: 'Asks nobody else.',
        response: { 200: z.object({ status: z.literal('ok') }), ...onlyProblems(500) },
      },
    },
    async () => ({ status: 'ok' as const }),
  )

  app.get(
    '/readyz',
    {
      config: quiet,
      schema: {
        ...open,
        operationId: 'getReadiness',
        summary: 'Whether requests can be served',
        description: '503 where Redis does not answer. Workers that are missing are reported, and not fatal.',
        response: { 200: Readiness, ...onlyProblems(500, 503) },
      },
    },
    async () => {
      await redis.ping()
      const workers = await redis.workers.seen(lately)
      return { status: workers > 0 ? ('ok' as const) : ('degraded' as const), redis: 'ok' as const, workers }
    },
  )
}
