import { setTimeout as delay } from 'node:timers/promises'
import {
  AppError,
  type Clock,
  type Config,
  type JobContext,
  type JobContract,
  type JobExecution,
  type JobHandlers,
  type JobName,
  type JobResult,
  jobContracts,
  type Logger,
  type Metrics,
  noTracing,
  type Tracing,
  toAppError,
} from '@linkspan/core'
import { DelayedError, type Job, UnrecoverableError, WaitingError, Worker } from 'bullmq'
import { connect } from '../client.ts'
import { createKeys } from '../keys.ts'
import { toStoreError } from '../store-errors.ts'
import { createLocalExecutions } from './local-executions.ts'
import { createStarvationGuard, priorityOf } from './priorities.ts'
import { openQueue } from './queues.ts'
import { createTelemetry } from './telemetry.ts'

export interface ConsumerOptions {
  readonly config: Pick<Config, 'redis' | 'keyPrefix' | 'queueShards' | 'sync'>
  readonly handlers: JobHandlers
  readonly clock: Clock
  /** How many jobs of each kind work at once in this process. Shards of queues share them, and each has one at least. */
  readonly concurrency: number
  readonly workerId: string
  readonly logger: Logger
  readonly metrics: Pick<Metrics, 'jobLeft'>
  /** Whether this process may take schedules, whose times its machine's clock decides. Default: always. */
  readonly mayTakeSchedules?: () => boolean
  /** Without it nothing is traced. */
  readonly tracing?: Tracing
}

export interface Consumer extends AsyncDisposable {
  /** Takes schedules or leaves them to others, as `mayTakeSchedules` says now. */
  checkSchedules(): Promise<void>
}

/** The jobs of a worker that died go to another one when their lock has ended: at most lock + interval later. */
const lockMs = 6000
const stalledCheckMs = 3000
/** Not limited here: a run counts itself how often it lost its worker, because it knows its progress. */
const maxStalls = 1_000_000
const redisRetryMs = 1000
/** How long a stopping worker waits for its jobs to store the page they work on. */
const maxStopMs = 20_000

/**
 * Starts one BullMQ worker for each job contract and shard, all wrapped by the same `execute`. This is the only code that knows both job results
 * and BullMQ's errors. Disposing it stops the workers.
 */
export function startConsumer(options: ConsumerOptions): Consumer {
  const { config, handlers, clock, concurrency, workerId, logger, metrics, mayTakeSchedules = () => true, tracing = noTracing } = options
  const stopping = new AbortController()
  const executions = createLocalExecutions()
  const connection = connect(config.redis, 'wait', logger)
  const names = Object.keys(jobContracts) as JobName[]
  const prefixes = createKeys(config.keyPrefix).queues(config.queueShards)
  const onQueueError = (error: Error) => logger.debug({ error: error.message }, 'Queue connection trouble')
  const starvationGuard = createStarvationGuard({
    openQueue: (name, prefix) => openQueue(name, connection, prefix, onQueueError),
    clock,
    timeSliceMs: config.sync.timeSliceMs,
  })
  const startWorker = (name: JobName, prefix: string): Worker => {
    const telemetry = createTelemetry(name, tracing)
    const worker = new Worker(name, (job, token) => execute(name, job, token), {
      connection,
      prefix,
      concurrency: Math.ceil(((jobContracts[name] as JobContract).concurrency ?? concurrency) / prefixes.length),
      autorun: name !== 'erp-schedule' || mayTakeSchedules(),
      lockDuration: lockMs,
      stalledInterval: stalledCheckMs,
      maxStalledCount: maxStalls,
      ...(telemetry && { telemetry }),
    })
    worker.on('error', onQueueError)
    worker.on('stalled', (jobId) => logger.warn({ queue: name, jobId }, 'A job lost its worker and was taken over'))
    return worker
  }
  const workers = names.flatMap((name) => prefixes.map((prefix) => ({ name, worker: startWorker(name, prefix) })))

  /** Parses the payload, runs the handler, and tells BullMQ the result. An operator may have edited the payload at the board. */
  async function execute(name: JobName, job: Job, token?: string): Promise<void> {
    const contract: JobContract = jobContracts[name]
    const payload = contract.payload.safeParse(job.data)
    if (!payload.success)
      throw new UnrecoverableError(
        `The job's data does not fit: ${payload.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`,
      )
    starvationGuard.onStart(name, job)
    const log = logger.child({ queue: name, jobId: job.id })
    const started = performance.now()
    const waitSeconds = waitedSeconds(job)
    const left = (outcome: JobExecution['outcome']) =>
      metrics.jobLeft({ queue: name, outcome, seconds: (performance.now() - started) / 1000, waitSeconds })
    const execution = await executions.supersedePrevious(`${name}/${job.id}`)
    const lock = setInterval(() => void job.extendLock(token ?? '', lockMs).catch(() => {}), lockMs / 3)
    const context: JobContext = {
      signal: AbortSignal.any([stopping.signal, execution.signal]),
      dueAt: dueAtOf(job),
      workerId,
      report: reporter(job),
    }
    try {
      const result = await handlers[name](payload.data as never, context)
        .catch(snoozeIfStoreIsAway)
        .catch((thrown: unknown) => {
          left('thrown')
          throw thrown
        })
      left(result.kind === 'snooze' ? 'later' : result.kind) // the metric's label is public
      log.debug(
        {
          result: result.kind,
          ms: Math.round(performance.now() - started),
          ...(result.kind === 'failed' && { code: result.error.code }),
        },
        'Job left',
      )
      await report(result, job, token)
    } finally {
      clearInterval(lock)
      execution.end()
    }
  }

  /** Ends the job in BullMQ, or puts it back into the queue. */
  async function report(result: JobResult, job: Job, token?: string): Promise<void> {
    switch (result.kind) {
      case 'done':
        return
      case 'failed':
        throw new UnrecoverableError(`${result.error.code}: ${result.error.message}`)
      case 'snooze':
        if (result.yields) await retryWhileAway(() => job.changePriority({ priority: priorityOf({ urgency: 'rest', rank: 0 }) }))
        if (result.delayMs === 0) {
          await retryWhileAway(() => job.moveToWait(token))
          throw new WaitingError()
        }
        await retryWhileAway(() => job.moveToDelayed(clock.now().getTime() + result.delayMs, token))
        throw new DelayedError()
    }
  }

  /** Waits until Redis is back: a job that is not put back would be lost. */
  async function retryWhileAway(move: () => Promise<unknown>): Promise<void> {
    for (;;) {
      try {
        await move()
        return
      } catch (thrown) {
        if (stopping.signal.aborted || !isStoreAway(thrown)) throw thrown
        await delay(redisRetryMs)
      }
    }
  }

  return {
    async checkSchedules() {
      if (stopping.signal.aborted) return
      for (const { name, worker } of workers) {
        if (name !== 'erp-schedule') continue
        if (mayTakeSchedules()) await worker.resume()
        else await worker.pause(true)
      }
    },
    async [Symbol.asyncDispose]() {
      stopping.abort(new AppError('run.interrupted', 'The worker is stopping'))
      const closing = Promise.all(workers.map(({ worker }) => worker.close()))
      let timer: NodeJS.Timeout | undefined
      const timeout = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, maxStopMs)
      })
      await Promise.race([closing, timeout])
      clearTimeout(timer)
      connection.disconnect()
    },
  }
}

const isStoreAway = (thrown: unknown): boolean => toAppError(toStoreError(thrown)).code === 'store.unavailable'

/** A handler throws only what it could not store. If Redis is away, the job runs again later without spending an attempt. */
function snoozeIfStoreIsAway(thrown: unknown): JobResult {
  if (!isStoreAway(thrown)) throw thrown
  return { kind: 'snooze', delayMs: redisRetryMs, reason: toAppError(thrown).message }
}

/** How long the job has waited although it could have started. Null if it has started before: then the time is not known. */
function waitedSeconds({ attemptsStarted, processedOn, timestamp, opts: { delay = 0 } }: Job): number | null {
  return attemptsStarted === 1 && processedOn !== undefined ? Math.max(0, processedOn - timestamp - delay) / 1000 : null
}

/** When the job was due. A scheduler's job has that time in its id; the option `prevMillis` is wrong for intervals. */
function dueAtOf({ id = '', timestamp }: Job): Date {
  const scheduled = /^repeat:.*:(\d+)$/.exec(id)?.[1]
  return new Date(scheduled === undefined ? timestamp : Number(scheduled))
}

const reportEveryMs = 1000

/** Shows progress at the board, at most once a second. It is only for display, so a failure is ignored. */
function reporter(job: Job): (percent: number) => void {
  let last = 0
  return (percent) => {
    if (performance.now() - last < reportEveryMs) return
    last = performance.now()
    job.updateProgress(percent).catch(() => {})
  }
}
