import type { Actor, Severity } from '../../incidents/incident.ts'
import type { DataTypeId } from '../../records/data-types.ts'
import type { News } from '../news.ts'

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

/** All texts of messages in one language, but for those of causes. A text that is missing does not compile. */
export interface Texts {
  readonly actors: Readonly<Record<Actor, string>>
  readonly severities: Readonly<Record<Severity, string>>
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
