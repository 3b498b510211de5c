import type { Actor, Severity, WatchedCause } from '../../incidents/incident.ts'
import type { ErrorCode, errorCatalog } from '../../kernel/error-catalog.ts'
import type { DataTypeId } from '../../records/data-types.ts'
import type { News } from '../news.ts'

/** What a cause is called, and what to do about it. */
export interface CauseText {
  readonly what: string
  readonly hint: string
}

/** Errors that can become incidents: all but those that the caller of the API corrects. */
export type FailureCode = { [Code in ErrorCode]: (typeof errorCatalog)[Code]['kind'] extends 'request' ? never : Code }[ErrorCode]
export type ToldCause = WatchedCause | FailureCode

/** Whose data an incident concerns. Every text is plain, and each list is complete. */
export interface Concern {
  readonly dataTypes: readonly DataTypeId[]
  readonly clients: readonly string[]
  readonly connections: readonly string[]
}

export interface FirstLine {
  readonly news: News
  readonly what: string
  readonly concern: string
  readonly whoActs: string
  readonly since: string
  /** When it ended; null if it goes on. */
  readonly until: string | null
}

/** All texts of messages in one language. A text that is missing does not compile. */
export interface Texts {
  readonly causes: Readonly<Record<ToldCause, CauseText>>
  readonly actors: Readonly<Record<Actor, string>>
  readonly severities: Readonly<Record<Severity, string>>
  readonly dataTypes: Readonly<Record<DataTypeId, string>>
  readonly labels: Readonly<Record<'hint' | 'detail' | 'severity' | 'noticed' | 'host' | 'connections' | 'incident' | 'open', string>>
  readonly test: { readonly title: string; readonly hint: string }
  /** How times are printed, in the tokens of luxon. */
  readonly timeFormat: { readonly locale: string; readonly tokens: string }
  readonly times: (count: number) => string
  readonly and: (items: readonly string[], more: number) => string
  readonly concern: (concern: Concern) => string
  readonly firstLine: (line: FirstLine) => string
  readonly digestSubject: (counts: DigestCounts) => string
  readonly digestLine: (counts: DigestCounts) => string
}

export interface DigestCounts {
  readonly incidents: number
  readonly critical: number
  readonly over: number
}
