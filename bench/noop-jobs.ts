import { type JobHandlers, loadConfig, noMetrics, silentLogger, systemClock } from '@linkspan/core'
import { createRedisPorts, startConsumer } from '@linkspan/redis'
import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { serveParent } from './child.ts'

/** Runs jobs that do nothing in one process, through our producer and consumer or through plain BullMQ. */
export interface NoopRequest {
  readonly redisUrl: string
  readonly side: 'ours' | 'bare'
  readonly jobs: number
  readonly concurrency: number
}
export interface NoopResponse {
  readonly jobsPerSecond: number
  /** The time from adding a job until its handler starts, one job after another on an idle system. */
  readonly latenciesMs: readonly number[]
}

const probes = 200

interface Jobs extends AsyncDisposable {
  add(number: number): Promise<unknown>
  /** Starts a worker that calls `onJob` for each job. */
  work(onJob: () => void): AsyncDisposable
}

function ours({ redisUrl, concurrency }: NoopRequest): Jobs {
  const config = loadConfig({ REDIS_URL: redisUrl }, 'worker')
  const ports = createRedisPorts({ config, offlinePolicy: 'wait', clock: systemClock, logger: silentLogger })
  return {
    add: (number) => ports.queue.enqueue('erp-sync', { runId: `log_${number.toString(36)}` }, 'noop'),
    work(onJob) {
      const handler = async () => {
        onJob()
        return { kind: 'done' } as const
      }
      const handlers: JobHandlers = {
        'erp-sync': handler,
        'erp-test': handler,
        'erp-preview': handler,
        'erp-schedule': handler,
        'erp-watch': handler,
        'erp-notification': handler,
        'erp-delivery': handler,
        'erp-circuit': handler,
      }
      return startConsumer({
        config,
        handlers,
        clock: systemClock,
        concurrency,
        workerId: 'bench',
        logger: silentLogger,
        metrics: noMetrics,
      })
    },
    [Symbol.asyncDispose]: () => ports[Symbol.asyncDispose](),
  }
}

function bare({ redisUrl, concurrency }: NoopRequest): Jobs {
  const client = new Redis(redisUrl, { maxRetriesPerRequest: null })
  const queue = new Queue('bare', { connection: client })
  return {
    add: (number) => queue.add('noop', { runId: `log_${number}` }, { removeOnComplete: { count: 1000 }, removeOnFail: { count: 5000 } }),
    work(onJob) {
      const worker = new Worker('bare', async () => onJob(), { connection: client, concurrency })
      return { [Symbol.asyncDispose]: () => worker.close() }
    },
    async [Symbol.asyncDispose]() {
      await queue.close()
      client.disconnect()
    },
  }
}

let number = Date.now()

serveParent(async (request: NoopRequest): Promise<NoopResponse> => {
  await using jobs = request.side === 'ours' ? ours(request) : bare(request)
  for (let left = request.jobs; left > 0; left -= 100) await Promise.all(Array.from({ length: 100 }, () => jobs.add(number++)))

  let onJob = () => {}
  let [begun, count] = [0, 0]
  const drained = new Promise<number>((resolve) => {
    onJob = () => {
      if (count === 0) begun = performance.now()
      count += 1
      if (count === request.jobs) resolve(performance.now() - begun)
    }
  })
  await using _worker = jobs.work(() => onJob())
  const jobsPerSecond = request.jobs / ((await drained) / 1000)

  const latenciesMs: number[] = []
  for (let probe = 0; probe < probes; probe += 1) {
    const handled = new Promise<number>((resolve) => {
      onJob = () => resolve(performance.now())
    })
    const added = performance.now()
    await jobs.add(number++)
    latenciesMs.push((await handled) - added)
  }
  return { jobsPerSecond, latenciesMs }
})
