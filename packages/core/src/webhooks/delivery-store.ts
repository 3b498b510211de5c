import type { ERPEvent } from '../events/event.ts'
import type { EventSource } from '../events/event-log.ts'
import type { Listing, PageQuery } from '../kernel/listing.ts'
import type { Delivery, DeliveryAttempt, DeliveryStatus, DeliverySummary } from './delivery.ts'
import type { Verdict } from './judge-attempt.ts'

/** One log as one webhook gets it, event by event. A replay has lanes of its own. */
export interface Lane {
  readonly webhookId: string
  readonly source: EventSource
  readonly replayId?: string | undefined
}

/** The right to move a lane on. The next claim of the lane takes it away. */
export interface LaneClaim {
  readonly lane: Lane
  readonly epoch: number
  /** Up to here the log was delivered; null: nothing yet. */
  readonly position: string | null
}

/** What a worker may do with the next event of its lane. */
export type Permission =
  | {
      readonly kind: 'send'
      /** The revision of the webhook at this moment. */
      readonly revision: number
      /** How often the event was sent in vain, and since when. */
      readonly tries: number
      readonly troubleSince: string | null
      readonly failuresInARow: number
    }
  | { readonly kind: 'wait'; readonly ms: number }
  /** The webhook is paused: the lane goes on when it is resumed. */
  | { readonly kind: 'paused' }
  /** The webhook was deleted, or another worker has claimed the lane. */
  | { readonly kind: 'lost' }

/** An attempt that was made, and what follows from it. */
export interface Attempted {
  readonly event: ERPEvent
  readonly attempt: DeliveryAttempt
  readonly verdict: Verdict
  /** The position of the event in its log. */
  readonly position: string
}

/** Which part of the logs is sent again. Both ends are inclusive, and are compared with the times of events. */
export interface Replay {
  readonly since: string
  readonly until: string
}

/** How the deliveries of a webhook are going, for people to see. */
export interface DeliveryCounts {
  /** How many lanes hold something that was not accepted yet. */
  readonly waiting: number
  readonly oldestWaitingSince: string | null
  readonly nextAttemptAt: string | null
  /** Deliveries of events since this time, by status. */
  readonly since: (at: Date) => Promise<Readonly<Record<DeliveryStatus, number>>>
}

export interface DeliveryQuery extends PageQuery {
  readonly status?: DeliveryStatus | undefined
}

/** What has become of events at webhooks, and who sends the next ones. Every change of a lane is fenced by the epoch of its claim. */
export interface DeliveryStore {
  /** How far the webhook has read each of these logs; null for a log of which a job takes care already. */
  positions(webhookId: string, sources: readonly EventSource[]): Promise<readonly (string | null)[]>
  /** Says that a lane has something to send. True if its job is to be added; false while the webhook is paused, which is noted. */
  hold(lane: Lane): Promise<boolean>
  /** The lanes whose job should have been at work by now: it may have been lost. */
  overdue(webhookId: string): Promise<readonly Lane[]>
  /** Null if the webhook is gone. */
  claim(lane: Lane): Promise<LaneClaim | null>
  /** Asks for one attempt. The permission is good for `leaseMs`. */
  begin(claim: LaneClaim, leaseMs: number): Promise<Permission>
  /** Notes an attempt and what follows from it, in one step. False if the claim was lost; the attempt is noted all the same. */
  finish(claim: LaneClaim, attempted: Attempted): Promise<boolean>
  /** Moves on over events that the webhook does not get. False if the claim was lost. */
  skip(claim: LaneClaim, position: string): Promise<boolean>
  /** Nothing is left to send: the next event needs a new job. */
  release(claim: LaneClaim): Promise<void>

  /** Adds a delivery that has not been attempted, unless it exists. */
  addDelivery(webhookId: string, event: ERPEvent): Promise<void>
  /** Notes an attempt that belongs to no lane. It moves no position and pauses nothing. */
  note(webhookId: string, event: ERPEvent, attempt: DeliveryAttempt, isAccepted: boolean): Promise<void>
  get(webhookId: string, deliveryId: string): Promise<Delivery | null>
  /** By the time of their event, newest first. */
  list(webhookId: string, query: DeliveryQuery): Promise<Listing<DeliverySummary>>
  counts(webhookId: string): Promise<DeliveryCounts>
  /** Resolves when there are more attempts than `attempts`; null if `signal` aborts first. */
  waitForAttempt(webhookId: string, deliveryId: string, attempts: number, signal: AbortSignal): Promise<Delivery | null>

  addReplay(webhookId: string, replayId: string, replay: Replay): Promise<void>
  replay(webhookId: string, replayId: string): Promise<Replay | null>
}
