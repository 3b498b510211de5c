import type { ERPEvent, NewEvent } from './event.ts'

/** Whose events: those of a connection, by its id, or those that belong to none. Each has a log of its own, which keeps their order. */
export type EventSource = string

/** The log of what belongs to no connection. */
export const installation: EventSource = 'installation'

/** An event and its place in its log. Positions of one log can be compared by `isBefore`. */
export interface StoredEvent extends ERPEvent {
  readonly position: string
  /** The run that has written it, if `data` does not tell. */
  readonly runId?: string
}

/** How long an event is kept, in ms. */
export const eventsKeptMs = 7 * 86_400_000

/**
 * What has happened, in one log for each connection. The steps that change something write their events themselves, in the same step;
 * readers keep their own position.
 */
export interface EventLog {
  /** Up to `limit` events behind the position `after`, the oldest first. A null `after` begins with the oldest that is kept. */
  read(source: EventSource, after: string | null, limit: number): Promise<readonly StoredEvent[]>
  /** The event at this position; null if it is no longer kept. */
  at(source: EventSource, position: string): Promise<StoredEvent | null>
  /** The position of the latest event of each source, in their order; null if there is none. */
  latest(sources: readonly EventSource[]): Promise<readonly (string | null)[]>
  /** Adds events that no other step tells. */
  append(source: EventSource, events: readonly NewEvent[]): Promise<void>
  /** The sources that may have new events, the longest unread first; at most `limit`. */
  waiting(limit: number): Promise<readonly EventSource[]>
  /** Everybody has read the log up to `position`: it waits no longer, unless something was added since. */
  settle(source: EventSource, position: string | null): Promise<void>
}

/** Whether one position of a log comes before another one of the same log. */
export function isBefore(one: string, other: string): boolean {
  const [oneMs = 0, oneCount = 0] = one.split('-').map(Number)
  const [otherMs = 0, otherCount = 0] = other.split('-').map(Number)
  return oneMs === otherMs ? oneCount < otherCount : oneMs < otherMs
}

/** The position before which everything happened before `at`. */
export const positionAt = (at: Date): string => `${at.getTime()}-0`
