import type { z } from 'zod'
import type { AppError } from '../kernel/errors.ts'

/**
 * One kind of job, as its producer and its consumer both know it. They share nothing else.
 *
 * A payload holds ids, never data and never a secret: the store holds the truth, and a job only says where to look. A new field must be
 * optional for one release, because jobs of the release before are still in Redis.
 */
export interface JobContract<Payload extends z.ZodType = z.ZodType> {
  /** What people read on the job board. */
  readonly description: string
  readonly payload: Payload
  /** The job's id. Adding a job whose id exists has no effect. */
  readonly id: (payload: z.output<Payload>) => string
  /** Of jobs with the same key, only one waits or works at a time. Without it, only the id counts. */
  readonly key?: (payload: z.output<Payload>) => string
  /** Whether a finished job is removed at once, so that a job with the same id can be added again. */
  readonly removeWhenDone?: true
  /**
   * How it is traced. `continues`: its executions belong to the trace of whoever added it. `begins`: each execution begins a trace, because the
   * job serves nobody in particular. Without it, it is no span.
   */
  readonly trace?: 'continues' | 'begins'
  /** How many jobs of this kind work at once in one process. Default: `WORKER_CONCURRENCY`. */
  readonly concurrency?: number
}

export const defineJob = <Payload extends z.ZodType>(contract: JobContract<Payload>): JobContract<Payload> => contract

/** Who waits for a job, most urgent first. `rest`: a job whose time slice is over, and which goes on after all others. */
export const urgencies = ['person', 'webhook', 'schedule', 'first-load', 'rest'] as const
export type Urgency = (typeof urgencies)[number]

/** The place of a job among those that wait. */
export interface QueuePriority {
  readonly urgency: Urgency
  /** How many jobs of the same connection wait before it. Connections take turns among jobs of the same urgency. */
  readonly rank: number
}

/** Where and when a job starts. */
export interface QueuePlace extends QueuePriority {
  /** It is not among those that wait before this time has passed. */
  readonly delayMs?: number
}

/** How an execution ended, which decides what happens to the job next. */
export type JobResult =
  | { readonly kind: 'done' }
  /** The job goes back to the queue for `delayMs`, and holds no worker. `yields`: it then waits behind all others. */
  | { readonly kind: 'snooze'; readonly delayMs: number; readonly reason: string; readonly yields?: true }
  | { readonly kind: 'failed'; readonly error: AppError }

export const done: JobResult = { kind: 'done' }

export interface JobContext {
  /** Aborts when the worker is told to stop or loses the job. The reason is an AppError. */
  readonly signal: AbortSignal
  /** When the job was due; for a job without a schedule, when it was added. */
  readonly dueAt: Date
  /** Identifies this worker process in leases and logs. */
  readonly workerId: string
  /** Shows on the job board how far the job is, in percent. */
  readonly report: (percent: number) => void
}
