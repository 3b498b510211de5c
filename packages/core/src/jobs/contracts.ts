import { z } from 'zod'
import { DataTypeId } from '../records/data-types.ts'
import { defineJob, type JobContext, type JobResult, type QueuePriority } from './contract.ts'

const Id = z.string().regex(/^[a-z]+_[a-z0-9]+$/)

/** Every kind of job there is. The key is the queue's name. */
export const jobContracts = {
  'erp-sync': defineJob({
    description: 'Syncs: one job for each run of a data type. Cancel and retry runs through the API; it keeps the logs true.',
    payload: z.strictObject({ runId: Id }),
    id: ({ runId }) => runId,
  }),
  'erp-test': defineJob({
    description: 'Connection tests: checks and one probe for each enabled data type.',
    payload: z.strictObject({ connectionId: Id, testId: Id }),
    id: ({ testId }) => testId,
    key: ({ connectionId }) => connectionId,
  }),
  'erp-preview': defineJob({
    description: 'Previews: the first records of a data type and what a mapping makes of them. Somebody waits for each; nothing is stored.',
    payload: z.strictObject({ connectionId: Id, previewId: Id }),
    id: ({ previewId }) => previewId,
  }),
  'erp-schedule': defineJob({
    description: 'Schedules: the delayed jobs are the next times. Each starts a sync and ends at once.',
    payload: z.strictObject({ connectionId: Id, dataType: DataTypeId, lane: z.literal('push').optional() }),
    id: ({ connectionId, dataType, lane }) => [connectionId, dataType, lane].filter(Boolean).join('-'),
  }),
} as const

export type JobName = keyof typeof jobContracts
export type JobPayload<Name extends JobName> = z.output<(typeof jobContracts)[Name]['payload']>

/** The API's side. */
export interface JobQueue {
  /**
   * Adds a job and answers the id of the job that does the work: another than its own where a twin was there already. `title` is what
   * people read at the board. Without a place it starts before all that have one.
   */
  enqueue<Name extends JobName>(name: Name, payload: JobPayload<Name>, title: string, place?: QueuePriority): Promise<string>
  /** Takes a job that does not run out of the queue. One that runs, or is gone, is left alone. */
  withdraw(name: JobName, id: string): Promise<void>
  /** Lets a delayed job start now. */
  promote(name: JobName, id: string): Promise<void>
  /** Whether jobs of this kind are ready to start and no worker has time for them. */
  hasWaiting(name: JobName): Promise<boolean>
  /** Whether a worker has it or will get it. */
  isPending(name: JobName, id: string): Promise<boolean>
}

/** The worker's side. A contract without a handler does not compile. */
export type JobHandlers = { readonly [Name in JobName]: (payload: JobPayload<Name>, context: JobContext) => Promise<JobResult> }
