import { hostname } from 'node:os'
import { createChannels, createOpenWebhook } from '@linkspan/channels'
import { createConnectorRegistry } from '@linkspan/connectors'
import {
  aliveMs,
  type Clock,
  type Config,
  createByteBudget,
  createJobHandlers,
  createSecretBox,
  createStreamWatcher,
  fillKeyIndex,
  followCircuits,
  type Ids,
  incidentReader,
  indexParties,
  type Logger,
  notificationReader,
  recountBacklogs,
  repairSchedules,
  rescueRuns,
  syncMarkedStreams,
  syncWaitingDocuments,
  systemStopwatch,
  type Tracing,
  tidyIncidents,
  toAppError,
  version,
  wakeNotifications,
  wakeReaders,
  watchCertificates,
  watchStreamsMs,
  watchWebhooks,
  webhookReaders,
} from '@linkspan/core'
import { createRedisPorts, type StoreClock, startConsumer } from '@linkspan/redis'
import { answerBytesOf } from './answer-bytes.ts'
import { startHealth } from './health.ts'
import { createWorkerMetrics } from './metrics.ts'

export interface WorkerOptions {
  readonly config: Config
  /** A clock that cannot tell its skew counts as right. */
  readonly clock: Clock & Partial<Pick<StoreClock, 'skewMs' | 'isSkewed' | 'known'>>
  readonly ids: Ids
  readonly logger: Logger
  /** Without it nothing is traced. */
  readonly tracing?: Tracing
}

export interface RunningWorker extends AsyncDisposable {
  readonly id: string
  readonly port: number
}

const beatMs = 10_000
const rescueMs = 30_000
const circuitsMs = 10_000
const certificatesMs = 3_600_000
const dayMs = 86_400_000
const inboxMs = 5000
const clockMs = 1000
const eventsMs = 1000
/** A little less than the interval, so that the process that has done it may do it again. */
const eventsLeaseMs = 900
const schedulesMs = 25_000
const tidyMs = 60_000
const webhooksMs = 10_000
const recountMs = 3_600_000
const leaseMarginMs = 5000
/** No command takes this long. */
const abandonedMs = 300_000

/** Starts a worker, which takes jobs until it is disposed. Then each run stores the page it has, and its job goes back to the queue. */
export async function startWorker({ config, clock, ids, logger: parent, tracing }: WorkerOptions): Promise<RunningWorker> {
  const id = `${hostname()}-${process.pid}-${ids.random(4)}`
  const logger = parent.child({ workerId: id })
  logger.info({ version, commit: config.commit }, 'Worker is starting')
  const redis = createRedisPorts({ config, offlinePolicy: 'wait', clock, logger, tracing })
  const metrics = createWorkerMetrics(config.metrics, config.commit)
  const connectors = createConnectorRegistry()
  const isSkewed = () => clock.isSkewed?.() ?? false
  const sessionPorts = {
    ...redis,
    connectors,
    secrets: createSecretBox(config.encryptionKeys),
    outbound: { ...config.outbound, answerBytes: createByteBudget(answerBytesOf(config)) },
    clock,
    logger,
    metrics,
    ...(tracing && { tracing }),
  }
  const { smtpUrl, mailFrom, publicUrl } = config.notifications
  const channels = createChannels({ mail: { smtpUrl, from: mailFrom }, outbound: config.outbound, clock })
  const stopping = new AbortController()
  const handlers = createJobHandlers({
    ...sessionPorts,
    channels,
    publicUrl,
    openWebhook: createOpenWebhook({ outbound: config.outbound, clock }),
    random: Math.random,
    ids,
    timeSliceMs: config.sync.timeSliceMs,
    scheduleJitterMs: config.sync.scheduleJitterMs,
  })
  let reportedAt = Number.NEGATIVE_INFINITY
  const report = async () => {
    await redis.workers.beat(id, isSkewed() ? clock.skewMs?.() : 0)
    reportedAt = systemStopwatch()
  }
  const isReady = () => systemStopwatch() - reportedAt < aliveMs
  const health = await startHealth({ firstPort: config.worker.port, host: config.api.host, logger, metrics, isReady })
  await clock.known?.() // by the clock of this machine, an answer could seem overdue that is still under way
  const consumer = startConsumer({
    config,
    handlers,
    clock,
    concurrency: config.worker.concurrency,
    workerId: id,
    logger,
    metrics,
    mayTakeSchedules: () => !isSkewed(),
    ...(tracing && { tracing }),
  })

  const every = (ms: number, work: () => Promise<unknown>) => {
    const attempt = () =>
      void work().catch((thrown) => logger.warn({ error: toAppError(thrown).message }, 'Housekeeping failed; trying again later'))
    attempt()
    return setInterval(attempt, ms)
  }
  const timers = [
    every(beatMs, report),
    every(clockMs, () => consumer.checkSchedules()),
    every(eventsMs, async () => {
      if (!(await redis.lease('events', eventsLeaseMs))) return
      const readers = [...(await webhookReaders(redis)), incidentReader(redis.incidents, redis.queue), notificationReader(redis)]
      await wakeReaders(redis.events, readers)
      await wakeNotifications(redis)
    }),
    every(schedulesMs, async () => {
      if (!isSkewed() && (await redis.lease('schedules', schedulesMs - leaseMarginMs))) await repairSchedules({ ...redis, clock, logger })
      if (await redis.lease('audit', schedulesMs - leaseMarginMs)) await redis.audit.settleAbandoned(abandonedMs)
    }),
    every(schedulesMs, async () => {
      for (const warning of await redis.queueWarnings()) logger.warn({}, warning)
    }),
    every(schedulesMs, async () => {
      if (!(await redis.lease('backlog', recountMs))) return
      await redis.connections.forgetLost()
      await recountBacklogs(redis)
      await indexParties(redis)
    }),
    every(schedulesMs, async () => {
      if (await redis.lease('search', recountMs)) await fillKeyIndex(redis)
    }),
    every(watchStreamsMs, createStreamWatcher({ ...redis, connectors, clock, logger })),
    every(tidyMs, async () => {
      if (await redis.lease('incidents', tidyMs - leaseMarginMs)) await tidyIncidents({ ...redis, clock })
    }),
    every(webhooksMs, async () => {
      if (await redis.lease('webhooks', webhooksMs - leaseMarginMs)) await watchWebhooks({ ...redis, clock })
    }),
    every(certificatesMs, async () => {
      if (await redis.lease('certificates', dayMs)) await watchCertificates(sessionPorts, stopping.signal)
    }),
    every(rescueMs, () => rescueRuns(sessionPorts)),
    every(circuitsMs, () => followCircuits({ ...redis, clock })),
    every(inboxMs, () => syncWaitingDocuments({ ...sessionPorts, ids })),
    every(inboxMs, () => syncMarkedStreams({ ...sessionPorts, ids })),
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
      stopping.abort()
      await consumer[Symbol.asyncDispose]()
      channels[Symbol.dispose]()
      await health[Symbol.asyncDispose]()
      await redis[Symbol.asyncDispose]()
    },
  }
}
