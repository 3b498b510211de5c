import { aliveMs, version } from '@linkspan/core'
import type { RedisPorts } from '@linkspan/redis'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { onlyProblems } from '../http/problem.ts'
import { readWarnings } from './warnings.ts'

const Readiness = z
  .object({
    status: z
      .enum(['ok', 'degraded'])
      .describe('degraded: no worker has reported in the last 30 s, or somebody has paused or limited a queue, so jobs wait.'),
    redis: z.literal('ok'),
    warnings: z.array(z.string()).optional().describe('What needs a person, and what to do; absent if there is nothing.'),
    workers: z.int().describe('How many workers have reported in the last 30 s.'),
    version: z.string().describe('The version of Linkspan that runs.'),
    commit: z.string().optional().describe('The commit that it was built from, if the installation says it.'),
  })
  .meta({ id: 'Readiness' })

const quiet = { quiet: true }
const open = { tags: ['Health'], security: [] }

export const healthRoutes: FastifyPluginAsyncZod<{ redis: RedisPorts; commit: string | null }> = async (app, { redis, commit }) => {
  app.get(
    '/healthz',
    {
      config: quiet,
      schema: {
        ...open,
        operationId: 'getHealth',
        summary: 'Check whether this process is alive',
        description: 'Does not check Redis or the workers.',
        response: { 200: z.object({ status: z.literal('ok') }), ...onlyProblems(400, 500) },
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
        summary: 'Check whether the API can serve requests',
        description:
          '503 if Redis does not answer or accepts no writes, as when it is full. Missing workers and queues that are held up are reported as "degraded", with status 200.',
        response: { 200: Readiness, ...onlyProblems(400, 500, 503) },
      },
    },
    async () => {
      await redis.assertWritable()
      const workers = await redis.workers.seen(aliveMs)
      const { warnings, areJobsHeldUp } = await readWarnings(redis)
      return {
        ...(warnings.length > 0 && { warnings }),
        status: workers > 0 && !areJobsHeldUp ? ('ok' as const) : ('degraded' as const),
        redis: 'ok' as const,
        workers,
        version,
        ...(commit !== null && { commit }),
      }
    },
  )
}
