import { type ErrorCode, errorCatalog } from '../kernel/error-catalog.ts'
import type { ErrorKind } from '../kernel/error-kind.ts'
import { errorText } from '../kernel/error-texts.ts'
import type { Language } from '../kernel/language.ts'
import { ownValue } from '../kernel/objects.ts'
import { germanWatchedCauses } from './german-causes.ts'
import { type Actor, actorOf, type IncidentCause, type Severity, type WatchedCause } from './incident.ts'

/** What is known about a cause, whatever it happens to. */
export interface CauseDefinition {
  readonly title: string
  readonly hint: string
  readonly severity: Severity
  readonly whoActs: Actor
}

const watched: Readonly<Record<WatchedCause, CauseDefinition>> = {
  'freshness.late': {
    title: 'The data are late',
    hint: 'Look at the last runs of this stream and at its schedule. If nothing runs, check that a worker is running.',
    severity: 'critical',
    whoActs: 'administrator',
  },
  'webhook.paused': {
    title: 'A webhook is paused',
    hint: 'Check the receiver at its URL, and resume the webhook. What happened in the meantime is kept for 7 days, and is sent then.',
    severity: 'critical',
    whoActs: 'administrator',
  },
  'circuit.open': {
    title: 'Linkspan has stopped calling the ERP',
    hint: 'Linkspan tests the connection by itself, and goes on when a test passes. Read the errors of its last syncs, and ask the people who run the ERP.',
    severity: 'critical',
    whoActs: 'erp_operator',
  },
  'conflict.waiting': {
    title: 'Conflicts wait for a decision',
    hint: 'Decide which side of each conflict wins, or choose a strategy in the sync configuration.',
    severity: 'warning',
    whoActs: 'record_owner',
  },
  'volume.unusual': {
    title: 'Unusually few records come in',
    hint: 'Ask the people who run the ERP whether this is to be expected, as on a holiday. If not, look for what has stopped there.',
    severity: 'warning',
    whoActs: 'erp_operator',
  },
}

/** A failure that goes away by itself, or that concerns single records, is a warning. */
const severityOf: Readonly<Record<ErrorKind, Severity>> = {
  request: 'warning',
  setup: 'critical',
  record: 'warning',
  transient: 'warning',
  wait: 'warning',
  bug: 'critical',
}

/** The title, hint, severity and actor of a cause. */
export function describeCause(cause: IncidentCause, language: Language = 'en'): CauseDefinition {
  if (isWatched(cause)) return { ...watched[cause], ...(language === 'de' && germanWatchedCauses[cause]) }
  const { kind } = errorCatalog[cause]
  const { title, hint } = errorText(cause, language)
  // An order that the ERP has refused is missing there until somebody acts.
  const severity = cause === 'record.refused' ? 'critical' : severityOf[kind]
  return { title, hint, severity, whoActs: actorOf[kind] }
}

const isWatched = (cause: IncidentCause): cause is WatchedCause => Object.hasOwn(watched, cause)

/** The error with this code; `internal.bug` for a code that this release does not know. */
export const causeOfCode = (code: string): ErrorCode => (ownValue(errorCatalog, code) === undefined ? 'internal.bug' : (code as ErrorCode))

/**
 * Whether a cause lies with the host rather than with one connection to it. All failures of an ERP that cannot be worked with are one: it
 * may refuse connections now, and answer with errors a minute later.
 */
export const isOfHost = (cause: IncidentCause): boolean => cause.startsWith('remote.') || cause === 'circuit.open'
