import { z } from 'zod'
import { DataTypeId } from '../records/data-types.ts'
import { defineJob, type JobContext, type JobResult, type QueuePlace } from './contract.ts'

const Id = z.string().regex(/^[a-z]+_[a-z0-9]+$/)

/** Every kind of job. The key is the name of its queue. */
export const jobContracts = {
  'erp-sync': defineJob({
    description: 'Syncs: one job for each run of a data type. Cancel and retry runs through the API, which keeps their logs correct.',
    payload: z.strictObject({ runId: Id }),
    id: ({ runId }) => runId,
    trace: 'continues',
  }),
  'erp-test': defineJob({
    description: 'Connection tests: checks, and a trial read of each enabled data type.',
    payload: z.strictObject({ connectionId: Id, testId: Id, reconnect: z.literal(true).optional(), draft: z.literal(true).optional() }),
    id: ({ testId }) => testId,
    key: ({ connectionId }) => connectionId,
    trace: 'continues',
  }),
  'erp-preview': defineJob({
    description: 'Previews: the first records of a data type and what a mapping makes of them. Someone waits for each; nothing is stored.',
    payload: z.strictObject({ connectionId: Id, previewId: Id }),
    id: ({ previewId }) => previewId,
    trace: 'continues',
  }),
  'erp-schedule': defineJob({
    description: 'Schedules: each delayed job is the next time of a schedule. It starts a sync and ends at once.',
    payload: z.strictObject({ connectionId: Id, dataType: DataTypeId, lane: z.literal('push').optional() }),
    id: ({ connectionId, dataType, lane }) => [connectionId, dataType, lane].filter(Boolean).join('-'),
    trace: 'begins',
  }),
  'erp-delivery': defineJob({
    description: 'Webhooks: one job for each webhook and event log that has events to send. Its end is in the deliveries of the webhook.',
    payload: z.strictObject({
      webhookId: Id,
      source: z.string().regex(/^(installation|erp_[a-z0-9]+)$/),
      replayId: Id.optional(),
      deliveryId: Id.optional(),
    }),
    id: ({ webhookId, source, replayId, deliveryId }) => [webhookId, replayId, deliveryId ?? source].filter(Boolean).join('-'),
    removeWhenDone: true,
    concurrency: 100, // it waits for receivers nearly all the time
  }),
  'erp-watch': defineJob({
    description: 'Incidents: reads what has happened with a connection, and opens, updates and closes its incidents.',
    payload: z.strictObject({ source: z.string().regex(/^erp_[a-z0-9]{16}$/) }),
    id: ({ source }) => source,
    removeWhenDone: true,
  }),
  'erp-circuit': defineJob({
    description:
      'Circuits: one job for each connection whose ERP cannot be worked with. It tests the ERP from time to time and, once it is back, catches up.',
    payload: z.strictObject({ connectionId: Id }),
    id: ({ connectionId }) => connectionId,
    trace: 'begins',
  }),
  'erp-notification': defineJob({
    description: 'Notifications: one job for each route that has something to tell, and one that reads what is new of incidents.',
    payload: z.strictObject({ routeId: Id.optional() }),
    id: ({ routeId }) => routeId ?? 'installation',
    removeWhenDone: true,
  }),
} as const

export type JobName = keyof typeof jobContracts
export type JobPayload<Name extends JobName> = z.output<(typeof jobContracts)[Name]['payload']>

/** The queue as its producers see it. */
export interface JobQueue {
  /**
   * Adds a job and returns the id of the job that does the work, which is another one if a job with the same key exists. `title` is what
   * people read on the job board. Without `place` it starts before all jobs that have one.
   */
  enqueue<Name extends JobName>(name: Name, payload: JobPayload<Name>, title: string, place?: QueuePlace): Promise<string>
  /** Removes a job from the queue, unless it runs or is gone. */
  withdraw(name: JobName, id: string): Promise<void>
  /** Lets a delayed job start now. */
  promote(name: JobName, id: string): Promise<void>
  /** Lets a delayed job wait for this long from now. Any other job stays as it is. */
  postpone(name: JobName, id: string, delayMs: number): Promise<void>
  /** Frees the key of a job that has its result and only has to end: the next job with that key is a new one. */
  freeKey(name: JobName, id: string): Promise<void>
  /** Whether jobs of this kind are ready to start, but no worker is free. */
  hasWaiting(name: JobName): Promise<boolean>
  /** Whether the job works or waits. */
  isPending(name: JobName, id: string): Promise<boolean>
}

/** What a worker does for each kind of job. */
export type JobHandlers = { readonly [Name in JobName]: (payload: JobPayload<Name>, context: JobContext) => Promise<JobResult> }
