import type { Listing, PageQuery } from '../kernel/listing.ts'
import type { NotificationDelivery } from './delivery.ts'
import type { Told } from './news.ts'
import type { Notice } from './notice.ts'

/** A notice that waits. */
export interface WaitingNotice extends Notice {
  /** The text as it is stored, by which a newer one is told from it. */
  readonly text: string
  /** For which digest it waits. */
  readonly digestAt: Date | null
  /** The delivery that has tried to tell it so far. */
  readonly deliveryId: string | null
}

/** What became of the notices of one route. */
export interface Settlement {
  /** They are done with, unless a newer text has come meanwhile. */
  readonly done: readonly WaitingNotice[]
  readonly waiting: readonly {
    readonly notice: WaitingNotice
    readonly until: Date
    readonly digestAt: Date | null
    readonly deliveryId: string | null
  }[]
  readonly told: readonly { readonly subject: string; readonly told: Told }[]
  readonly delivery: NotificationDelivery | null
}

/** The part of the log of incidents that was read: what comes after `from`, up to `to`. */
export interface ReadPart {
  readonly from: string
  readonly to: string
}

export interface NotificationStore {
  /** How far the log of incidents has been read; `0-0`: not at all. */
  position(): Promise<string>
  /** Adds notices, and moves the position, in one step. False, and nothing happens, if the position is not `part.from`. */
  advance(part: ReadPart, notices: readonly { readonly routeId: string; readonly notice: Notice }[]): Promise<boolean>
  /** Adds a notice that no event brings, and that is told by this delivery. */
  add(routeId: string, notice: Notice, delivery: NotificationDelivery): Promise<void>
  /** Routes with notices that must be looked at by now. */
  routesDue(limit: number): Promise<readonly string[]>
  /** The notices of a route that must be looked at by now, the longest due first. */
  due(routeId: string, limit: number): Promise<readonly WaitingNotice[]>
  /** What a route has told about each of these subjects last, in their order. */
  told(routeId: string, subjects: readonly string[]): Promise<readonly (Told | null)[]>
  /** Stores what became of notices, in one step. */
  settle(routeId: string, settlement: Settlement): Promise<void>
  /** The right to send for a route, which ends by itself after `ms`; false if somebody else has it. Whoever has it can renew it. */
  claim(routeId: string, holder: string, ms: number): Promise<boolean>
  release(routeId: string, holder: string): Promise<void>
  /** Notes that a route does not deliver, or that it does again. */
  markFailing(routeId: string, isFailing: boolean): Promise<void>
  /** The routes that do not deliver. */
  failing(): Promise<readonly string[]>
  /** Newest first. */
  deliveries(routeId: string, query: PageQuery): Promise<Listing<NotificationDelivery>>
  delivery(routeId: string, id: string): Promise<NotificationDelivery | null>
  /** Resolves with the delivery once it has ended, or with null when `signal` aborts. */
  waitForDelivery(routeId: string, id: string, signal: AbortSignal): Promise<NotificationDelivery | null>
  /** Removes everything about a route but its settings. */
  forget(routeId: string): Promise<void>
}
