import { setTimeout as delay } from 'node:timers/promises'
import {
  AppError,
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
  toAppError,
} from '@linkspan/core'
import { DelayedError, type Job, UnrecoverableError, WaitingError, Worker } from 'bullmq'
import { connect } from '../client.ts'
import { createKeys } from '../keys.ts'
import { toStoreError } from '../store-errors.ts'
import { createTurns, priorityOf } from './priorities.ts'
import { openQueue } from './queues.ts'

export interface ConsumerOptions {
  readonly config: Pick<Config, 'redis' | 'keyPrefix' | 'sync'>
  readonly handlers: JobHandlers
  /** Jobs at once in this process, for each kind. */
  readonly concurrency: number
  readonly workerId: string
  readonly logger: Logger
  readonly metrics: Pick<Metrics, 'jobLeft'>
}

/** A worker that died is noticed when its lock ends; then its jobs go to another: at most lock + interval later. */
const lockMs = 6000
const stalledCheckMs = 3000
/** How often a job may lose its worker is counted in the run itself, where progress is known. */
const maxStalls = 1_000_000
/** After a failure for want of Redis. */
const storeAgainMs = 1000
/** How long a stopping worker waits for the page in hand. */
const patienceMs = 20_000

/** One BullMQ worker for each contract, all wrapped by the same `execute`. The only code that knows both verdicts and BullMQ's errors. */
export function startConsumer({ config, handlers, concurrency, workerId, logger, metrics }: ConsumerOptions): AsyncDisposable {
  const stopping = new AbortController()
  const turns = new Map<string, LocalExecution>()
  const connection = connect(config.redis, 'wait', logger)
  const names = Object.keys(jobContracts) as JobName[]
  const prefix = createKeys(config.keyPrefix).queues
  const onQueueError = (error: Error) => logger.debug({ error: error.message }, 'Queue connection trouble')
  const fair = createTurns((name) => openQueue(name, connection, prefix, onQueueError), config.sync.timeSliceMs)
  const workers = names.map((name) => {
    const worker = new Worker(name, (job, token) => execute(name, job, token), {
      connection,
      prefix,
      concurrency,
      lockDuration: lockMs,
      stalledInterval: stalledCheckMs,
      maxStalledCount: maxStalls,
    })
    worker.on('error', onQueueError)
    worker.on('stalled', (jobId) => logger.warn({ queue: name, jobId }, 'A job lost its worker and was taken over'))
    return worker
  })

  /** Parse, run, react. What an operator edited at the board is parsed like everything else. */
  async function execute(name: JobName, job: Job, token?: string): Promise<void> {
    const contract: JobContract = jobContracts[name]
    const payload = contract.payload.safeParse(job.data)
    if (!payload.success)
      throw new UnrecoverableError(
        `The job's data does not fit: ${payload.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`,
      )
    fair.started(name, job)
    const log = logger.child({ queue: name, jobId: job.id })
    const started = performance.now()
    const waitSeconds = waitedSeconds(job)
    const left = (outcome: JobExecution['outcome']) =>
      metrics.jobLeft({ queue: name, outcome, seconds: (performance.now() - started) / 1000, waitSeconds })
    const turn = await supersedePrevious(`${name}/${job.id}`)
    const lock = setInterval(() => void job.extendLock(token ?? '', lockMs).catch(() => {}), lockMs / 3)
    const context: JobContext = {
      signal: AbortSignal.any([stopping.signal, turn.signal]),
      dueAt: dueAtOf(job),
      workerId,
      report: reporter(job),
    }
    try {
      const verdict = await handlers[name](payload.data as never, context)
        .catch(laterWhereStoreIsAway)
        .catch((thrown: unknown) => {
          left('thrown')
          throw thrown
        })
      left(verdict.kind === 'snooze' ? 'later' : verdict.kind) // the metric's label is public
      log.info(
        {
          verdict: verdict.kind,
          ms: Math.round(performance.now() - started),
          ...(verdict.kind === 'failed' && { code: verdict.error.code }),
        },
        'Job left',
      )
      await react(verdict, job, token)
    } finally {
      clearInterval(lock)
      turn.end()
    }
  }

  /**
   * While Redis was away for longer than the lock, a job can come to the process that works on it still. The former execution
   * is stopped, and this one waits for its end.
   */
  async function supersedePrevious(key: string): Promise<LocalExecution> {
    for (let former = turns.get(key); former; former = turns.get(key)) await former.stop()
    const turn = createTurn(() => turns.delete(key))
    turns.set(key, turn)
    return turn
  }

  async function react(verdict: JobResult, job: Job, token?: string): Promise<void> {
    switch (verdict.kind) {
      case 'done':
        return
      case 'failed':
        throw new UnrecoverableError(`${verdict.error.code}: ${verdict.error.message}`)
      case 'snooze':
        if (verdict.yields) await untilTaken(() => job.changePriority({ priority: priorityOf({ urgency: 'rest', rank: 0 }) }))
        if (verdict.delayMs === 0) {
          await untilTaken(() => job.moveToWait(token))
          throw new WaitingError()
        }
        await untilTaken(() => job.moveToDelayed(Date.now() + verdict.delayMs, token))
        throw new DelayedError()
    }
  }

  /** A job that cannot be put back now is put back when Redis takes it: given up, nobody would go on with it. */
  async function untilTaken(move: () => Promise<unknown>): Promise<void> {
    for (;;) {
      try {
        await move()
        return
      } catch (thrown) {
        if (stopping.signal.aborted || !isStoreAway(thrown)) throw thrown
        await delay(storeAgainMs)
      }
    }
  }

  return {
    async [Symbol.asyncDispose]() {
      stopping.abort(new AppError('run.interrupted', 'The worker is stopping'))
      const closing = Promise.all(workers.map((worker) => worker.close()))
      let timer: NodeJS.Timeout | undefined
      const impatient = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, patienceMs)
      })
      await Promise.race([closing, impatient])
      clearTimeout(timer)
      connection.disconnect()
    },
  }
}

const isStoreAway = (thrown: unknown): boolean => toAppError(toStoreError(thrown)).code === 'store.unavailable'

/** A handler throws only what it could not write down. Where that is for want of Redis, the job is done later, and no attempt is spent. */
function laterWhereStoreIsAway(thrown: unknown): JobResult {
  if (!isStoreAway(thrown)) throw thrown
  return { kind: 'snooze', delayMs: storeAgainMs, reason: toAppError(thrown).message }
}

/** How long a job that could start has waited. After a pause it is not known when it could. */
function waitedSeconds({ attemptsStarted, processedOn, timestamp, opts: { delay = 0 } }: Job): number | null {
  return attemptsStarted === 1 && processedOn !== undefined ? Math.max(0, processedOn - timestamp - delay) / 1000 : null
}

/** A scheduler's job has its time in its id; `prevMillis` among its options is not that of an interval. */
function dueAtOf({ id = '', timestamp }: Job): Date {
  const scheduled = /^repeat:.*:(\d+)$/.exec(id)?.[1]
  return new Date(scheduled === undefined ? timestamp : Number(scheduled))
}

const reportEveryMs = 1000

/** Shows progress at the board, now and then. It is for the eye only, so a failure to show it is nobody's trouble. */
function reporter(job: Job): (percent: number) => void {
  let last = 0
  return (percent) => {
    if (performance.now() - last < reportEveryMs) return
    last = performance.now()
    job.updateProgress(percent).catch(() => {})
  }
}

/** One execution of a job in this process. */
interface LocalExecution {
  readonly signal: AbortSignal
  end(): void
  /** Tells it to stop, and resolves when it has. */
  stop(): Promise<void>
}

function createTurn(onEnd: () => void): LocalExecution {
  const superseded = new AbortController()
  let resolveEnded = () => {}
  const ended = new Promise<void>((resolve) => {
    resolveEnded = resolve
  })
  return {
    signal: superseded.signal,
    end() {
      onEnd()
      resolveEnded()
    },
    stop() {
      superseded.abort(new AppError('run.superseded', 'The job came again while it was worked on'))
      return ended
    },
  }
}
