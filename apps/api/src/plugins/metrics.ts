import type { RedisPorts } from '@linkspan/redis'
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

const lately = 30_000
const states = ['active', 'waiting', 'delayed', 'prioritized', 'completed', 'failed'] as const

/** Request durations by route, and the queues as they are when asked: for Prometheus, at `/metrics`. Labels never hold ids. */
export function addMetrics(app: FastifyInstance, redis: RedisPorts): void {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'linkspan_http_request_duration_seconds',
    help: 'How long answers took, by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  })
  const up = new Gauge({ name: 'linkspan_redis_up', help: 'Whether Redis answers: 1 or 0.', registers })
  const jobs = new Gauge({ name: 'linkspan_jobs', help: 'Jobs in the queues, by state.', labelNames: ['queue', 'state'], registers })
  const workers = new Gauge({ name: 'linkspan_workers', help: 'Workers that were heard of in the last 30 s.', registers })

  const look = async (): Promise<void> => {
    await redis.ping()
    workers.set(await redis.workers.seen(lately))
    for (const { queue } of redis.boardQueues()) {
      const counts = await queue.getJobCounts(...states)
      for (const state of states) jobs.set({ queue: queue.name, state }, counts[state] ?? 0)
    }
  }

  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
  app.get('/metrics', { config: { quiet: true }, schema: { hide: true } }, async (_, reply) => {
    const away = await look().then(
      () => false,
      () => true,
    )
    up.set(away ? 0 : 1)
    if (away) for (const gauge of [jobs, workers]) gauge.reset()
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
