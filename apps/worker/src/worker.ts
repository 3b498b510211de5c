import { hostname } from 'node:os'
import { createConnectorRegistry } from '@linkspan/connectors'
import {
  type Clock,
  type Config,
  createJobHandlers,
  createSecretBox,
  type Ids,
  type Logger,
  rescueRuns,
  syncWaitingDocuments,
  toAppError,
  version,
} from '@linkspan/core'
import { createRedisPorts, startConsumer } from '@linkspan/redis'
import { startHealth } from './health.ts'
import { createWorkerMetrics } from './metrics.ts'

export interface WorkerOptions {
  readonly config: Config
  readonly clock: Clock
  readonly ids: Ids
  readonly logger: Logger
}

export interface RunningWorker extends AsyncDisposable {
  readonly id: string
  readonly port: number
}

const beatMs = 10_000
const rescueMs = 30_000
const inboxMs = 5000

/** Starts a worker, which takes jobs until it is disposed. Then each run stores the page it has, and its job goes back to the queue. */
export async function startWorker({ config, clock, ids, logger: parent }: WorkerOptions): Promise<RunningWorker> {
  const id = `${hostname()}-${process.pid}-${ids.random(4)}`
  const logger = parent.child({ workerId: id })
  logger.info({ version, commit: config.commit }, 'Worker is starting')
  const redis = createRedisPorts({ config, offlinePolicy: 'wait', clock, logger })
  const metrics = createWorkerMetrics(config.metrics, config.commit)
  const connectors = createConnectorRegistry()
  const handlers = createJobHandlers({
    ...redis,
    connectors,
    secrets: createSecretBox(config.encryptionKeys),
    outbound: config.outbound,
    clock,
    logger,
    metrics,
    random: Math.random,
    ids,
    timeSliceMs: config.sync.timeSliceMs,
    scheduleJitterMs: config.sync.scheduleJitterMs,
  })
  const health = await startHealth(config.worker.port, config.api.host, logger, metrics)
  const consumer = startConsumer({ config, handlers, clock, concurrency: config.worker.concurrency, workerId: id, logger, metrics })

  const every = (ms: number, work: () => Promise<unknown>) => {
    const attempt = () =>
      void work().catch((thrown) => logger.warn({ error: toAppError(thrown).message }, 'Housekeeping failed; trying again later'))
    attempt()
    return setInterval(attempt, ms)
  }
  const timers = [
    every(beatMs, () => redis.workers.beat(id)),
    every(rescueMs, () => rescueRuns({ ...redis, logger })),
    every(inboxMs, () => syncWaitingDocuments({ ...redis, connectors, clock, ids, logger })),
  ]
  const logConfigWarnings = async () => {
    for (const warning of await redis.configWarnings()) logger.warn({}, warning)
  }
  void logConfigWarnings().catch(() => {})
  logger.info({ concurrency: config.worker.concurrency }, 'Worker is ready')

  return {
    id,
    port: health.port,
    async [Symbol.asyncDispose]() {
      for (const timer of timers) clearInterval(timer)
      await consumer[Symbol.asyncDispose]()
      await health[Symbol.asyncDispose]()
      await redis[Symbol.asyncDispose]()
    },
  }
}
