import { aliveMs, type Clock, version } from '@linkspan/core'
import type { RedisPorts } from '@linkspan/redis'
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { createStreamMetrics } from './stream-metrics.ts'
import { createWebhookMetrics } from './webhook-metrics.ts'

export interface MetricsOptions {
  readonly redis: RedisPorts
  readonly commit: string | null
  /** Whether labels name connections. */
  readonly perConnection: boolean
  readonly clock: Clock
}

/** Serves metrics for Prometheus at `/metrics`: request durations by route, and the current state of queues and streams. */
export function addMetrics(app: FastifyInstance, { redis, commit, perConnection, clock }: MetricsOptions): void {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'linkspan_http_request_duration_seconds',
    help: 'How long requests took, by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  })
  const up = new Gauge({ name: 'linkspan_redis_up', help: 'Whether Redis answers: 1 if it does, 0 if not.', registers })
  const jobs = new Gauge({ name: 'linkspan_jobs', help: 'Jobs by queue and state.', labelNames: ['queue', 'state'], registers })
  const ready = new Gauge({
    name: 'linkspan_jobs_ready',
    help: 'Jobs that could start now if a worker were free, by queue.',
    labelNames: ['queue'],
    registers,
  })
  new Gauge({ name: 'linkspan_build_info', help: 'Always 1; the labels say what runs.', labelNames: ['version', 'commit'], registers }).set(
    { version, commit: commit ?? 'unknown' },
    1,
  )
  const workers = new Gauge({ name: 'linkspan_workers', help: 'Workers that have reported in the last 30 s.', registers })

  const incidents = new Gauge({
    name: 'linkspan_incidents',
    help: 'Incidents that are not closed, by severity.',
    labelNames: ['severity'],
    registers,
  })
  const workerSeen = new Gauge({
    name: 'linkspan_worker_last_seen_timestamp_seconds',
    help: 'When a worker reported last, as a Unix time; 0 if none ever did.',
    registers,
  })

  const webhooks = createWebhookMetrics(registry, { redis, clock })
  const streams = createStreamMetrics(registry, { streams: redis.streams, perConnection, clock })
  const circuits = new Gauge({
    name: 'linkspan_circuits',
    help: 'Connections whose ERP cannot be worked with, by phase of their circuit: open (Linkspan tests it from time to time), half-open (a test has passed), closed (it is back, and syncs are caught up).',
    labelNames: ['phase'],
    registers,
  })

  const measure = async (): Promise<void> => {
    await redis.ping()
    workers.set(await redis.workers.seen(aliveMs))
    workerSeen.set(((await redis.workers.lastSeen())?.getTime() ?? 0) / 1000)
    for (const [severity, count] of Object.entries(await redis.incidents.countUnclosed())) incidents.set({ severity }, count)
    const phases = await circuitPhases(redis)
    for (const phase of ['open', 'half-open', 'closed']) circuits.set({ phase }, phases.filter((one) => one === phase).length)
    for (const { queue, counts } of await redis.queueCounts()) {
      for (const [state, count] of Object.entries(counts)) jobs.set({ queue, state }, count)
      ready.set({ queue }, counts.waiting + counts.prioritized)
    }
    await streams.measure()
    await webhooks.measure()
  }

  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
  app.get('/metrics', { config: { quiet: true }, schema: { hide: true } }, async (_, reply) => {
    const isUp = await measure().then(
      () => true,
      () => false,
    )
    up.set(isUp ? 1 : 0)
    if (!isUp)
      for (const gauge of [jobs, ready, workers, workerSeen, incidents, circuits, ...streams.gauges, ...webhooks.gauges]) gauge.reset()
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

async function circuitPhases({ circuits }: RedisPorts): Promise<readonly string[]> {
  const ids = await circuits.list()
  const found = await Promise.all(ids.map((id) => circuits.get(id)))
  return found.flatMap((circuit) => (circuit ? [circuit.phase] : []))
}
