import type { DataTypeId } from '../records/data-types.ts'
import type { Actor, IncidentCause, Severity } from './incident.ts'

/** Something that was found wrong. It opens an incident, or belongs to one that is open. */
export interface Observation {
  readonly kind: 'observe'
  /** Observations with the same key are one incident. */
  readonly key: string
  readonly cause: IncidentCause
  readonly severity: Severity
  readonly connectionId?: string | undefined
  /** The host at fault, if other connections to it may have the same trouble. */
  readonly host?: string | undefined
  readonly dataType?: DataTypeId | undefined
  /** What is in trouble, by the names of `parts`. An incident closes when all of its parts are resolved. */
  readonly parts: readonly string[]
  /** If one of these parts is in trouble, this is a consequence of it, and belongs to the incident of that part. */
  readonly consequenceOf: readonly string[]
  /** `{subject}` stands for one of the subjects: the narrowest that fits all observations of the incident. */
  readonly title: string
  readonly subjects: Subjects
  readonly hint: string
  readonly whoActs: Actor
  /** What exactly was noticed, for the timeline. */
  readonly message: string
  readonly runId?: string | undefined
  /** When it happened; ISO 8601. */
  readonly at: string
}

/** What a title is about. */
export interface Subjects {
  readonly one: string
  /** For an incident of several data types. */
  readonly connection: string
  /** For an incident of several connections; `{count}` stands for their number. */
  readonly many: string
}

/** A part is in order again, in every incident that has it. */
export interface Resolution {
  readonly kind: 'resolve'
  readonly part: string
  readonly message: string
  /** When it happened; ISO 8601. */
  readonly at: string
}

/** What an event says about incidents. */
export type Signal = Observation | Resolution
