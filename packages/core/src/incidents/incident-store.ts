import type { EventSource } from '../events/event-log.ts'
import type { Listing, PageQuery } from '../kernel/listing.ts'
import type { Incident, Severity } from './incident.ts'
import type { Observation, Resolution, Signal } from './observation.ts'

/** How long a closed incident is kept, in ms. */
export const closedKeptMs = 90 * 86_400_000

/** A cause that comes back within this time reopens its incident, so that one that comes and goes is one incident. In ms. */
export const reopenWithinMs = 30 * 60_000

export interface IncidentQuery extends PageQuery {
  readonly status?: Incident['status'] | undefined
  readonly connectionId?: string | undefined
}

/** The part of a log that a reader has read: what comes after `from`, up to `to`. */
export interface ReadRange {
  readonly source: EventSource
  readonly from: string
  readonly to: string
}

/** Who did something to an incident. */
export interface Mark {
  readonly by: string
  /** ISO 8601. */
  readonly at: string
}

/**
 * The incidents. Each change of one and the event that announces it are one step. An event announces what people should know: that an
 * incident was opened, closed or opened again, got worse, was acknowledged or snoozed; and, as long as it goes on, at most one more each
 * minute, apart from those that announce that it concerns twice as many connections.
 */
export interface IncidentStore {
  /** Opens an incident, or adds to the one with this key that is open, or was closed within `reopenWithinMs`. */
  observe(observation: Observation): Promise<void>
  /** Takes a part out of each incident that has it, and closes those without any other. */
  resolve(resolution: Resolution): Promise<void>
  /**
   * Applies what a range of a log says, and moves the position of this log to its end, in one step. Returns false, and changes nothing, if
   * the position is not `range.from`: somebody else has read on.
   */
  advance(range: ReadRange, signals: readonly Signal[]): Promise<boolean>
  /** How far each of these logs has been read; `0-0` at its beginning. */
  positions(sources: readonly EventSource[]): Promise<readonly string[]>
  get(id: string): Promise<Incident | null>
  /** Newest first. */
  list(query: IncidentQuery): Promise<Listing<Incident>>
  /** Notes who takes care of it. Returns the incident as it is then: a closed one stays as it is. Null if there is none. */
  acknowledge(id: string, mark: Mark): Promise<Incident | null>
  /** Notes that nobody is to be told about it before `until`; a null `until` ends that. Returns the incident as `acknowledge` does. */
  snooze(id: string, until: string | null, mark: Mark): Promise<Incident | null>
  /** How many incidents nobody takes care of yet, and how many of them are about single records. */
  countOpen(): Promise<{ readonly all: number; readonly aboutRecords: number }>
  /** How many incidents are not closed, by severity. */
  countUnclosed(): Promise<Readonly<Record<Severity, number>>>
  /** The parts of incidents that are not closed, in no order. */
  openParts(query: PageQuery): Promise<Listing<string>>
  /** Forgets incidents that were closed before this time. Returns how many; more may be left. */
  forgetClosed(before: Date): Promise<number>
}
