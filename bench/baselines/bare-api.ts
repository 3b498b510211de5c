import type { AddressInfo } from 'node:net'
import { Queue } from 'bullmq'
import { fastify, LogController } from 'fastify'
import { Redis } from 'ioredis'
import { pino } from 'pino'
import { z } from 'zod'
import { serveParent } from '../child.ts'

/** An API that validates the body, adds a job, answers, and logs one line per answer, as ours does. No roles, no audit, no run. */
export interface BareApiRequest {
  readonly redisUrl: string
  readonly logFile: string
  readonly deduplicates: boolean
}

const Body = z.object({
  dataType: z.enum(['orders', 'products', 'order_status', 'inventory', 'employees', 'invoices']),
  mode: z.enum(['full', 'incremental']).default('incremental'),
})
const Path = z.object({ id: z.string().regex(/^erp_[a-z0-9]+$/) })

serveParent(async ({ redisUrl, logFile, deduplicates }: BareApiRequest): Promise<string> => {
  const queue = new Queue('bare', { connection: new Redis(redisUrl) })
  const logger = pino(pino.destination(logFile))
  const app = fastify({ loggerInstance: logger, logController: new LogController({ disableRequestLogging: true }) })
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({ method: request.method, path: request.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'Answered')
  })
  app.post('/connections/:id/sync', async (request, reply) => {
    const { id } = Path.parse(request.params)
    const body = Body.parse(request.body)
    const key = `${id}-${body.dataType}`
    const data = { connectionId: id, ...body, createdAt: new Date().toISOString() }
    const job = await queue.add('sync', data, {
      removeOnComplete: { count: 1000 },
      removeOnFail: { count: 5000 },
      ...(deduplicates && { deduplication: { id: key } }),
    })
    return reply.code(202).send({ id: job.id, status: 'scheduled', ...data })
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
})
