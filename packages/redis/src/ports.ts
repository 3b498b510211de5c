import type { AuditLog, Clock, Config, ConnectionRepository, JobQueue, Logger, RateLimiter, RecordStore, RunStore, TestResults } from '@linkspan/core'
import type { Queue } from 'bullmq'

export interface RedisPortsOptions {
  readonly config: Pick<Config, 'redis' | 'keyPrefix' | 'sync' | 'retention'>
  /** `fail`: a command fails at once while Redis is away (for the API). `wait`: it waits until Redis is back (for workers). */
  readonly whenAway: 'fail' | 'wait'
  readonly clock: Clock
  readonly logger: Logger
}

/** Every port that Redis serves, on one connection policy. Dispose it and every connection is closed. */
export interface RedisPorts extends AsyncDisposable {
  readonly audit: AuditLog
  readonly connections: ConnectionRepository
  readonly queue: JobQueue
  readonly rateLimiter: RateLimiter
  readonly records: RecordStore
  readonly runs: RunStore
  readonly tests: TestResults
  readonly workers: WorkerRegistry
  /** The queues as BullMQ objects, with a description each: for a board. */
  boardQueues(): readonly { readonly queue: Queue; readonly description: string }[]
  /** Resolves where Redis answers; throws `store.unavailable` where not. */
  ping(): Promise<void>
}

/** Which workers were heard of lately. */
export interface WorkerRegistry {
  beat(workerId: string): Promise<void>
  /** How many gave a sign of life within the last `ms`. */
  seen(ms: number): Promise<number>
}

export declare function createRedisPorts(options: RedisPortsOptions): RedisPorts
