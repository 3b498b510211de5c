import type { z } from 'zod'
import type { AppError } from '../kernel/errors.ts'

/**
 * What the API promises the worker. Producer and consumer share this and nothing else.
 *
 * Payloads carry ids, never data and never a secret: the store holds the truth, the queue only says "look".
 * A new field must be optional for one release, because old jobs are still in Redis.
 */
export interface JobContract<Payload extends z.ZodType = z.ZodType> {
  /** For the people at the board. */
  readonly description: string
  readonly payload: Payload
  /** The job's own id. Adding the same id again, while the job exists, adds nothing. */
  readonly id: (payload: z.output<Payload>) => string
  /** Two jobs with one key that wait or work at once are one job. Absent: the id alone decides. */
  readonly key?: (payload: z.output<Payload>) => string
}

export const defineJob = <Payload extends z.ZodType>(contract: JobContract<Payload>): JobContract<Payload> => contract

/** Who waits for a job, most urgent first. `rest`: what has worked for its share of the time, and goes on when others have had theirs. */
export const urgencies = ['person', 'webhook', 'schedule', 'first-load', 'rest'] as const
export type Urgency = (typeof urgencies)[number]

/** A job's place among those that wait. */
export interface QueuePriority {
  readonly urgency: Urgency
  /** How many of the same connection wait before it: among jobs of one urgency connections take turns. */
  readonly rank: number
}

/** How an execution ended, as a value: what to do with the job next. */
export type JobResult =
  | { readonly kind: 'done' }
  /** Back to the queue for `delayMs`; no attempt is spent and no worker is held. `rests`: behind all that wait by then. */
  | { readonly kind: 'snooze'; readonly delayMs: number; readonly reason: string; readonly yields?: true }
  | { readonly kind: 'failed'; readonly error: AppError }

export const done: JobResult = { kind: 'done' }

export interface JobContext {
  /** Aborts when the worker is told to stop, or loses the job. The reason is an AppError. */
  readonly signal: AbortSignal
  /** When the job was due; of a job that was not scheduled, when it was added. */
  readonly dueAt: Date
  /** Names this worker process in leases and logs. */
  readonly workerId: string
  /** Shows people at the board how far the job is, in percent. */
  readonly report: (percent: number) => void
}
