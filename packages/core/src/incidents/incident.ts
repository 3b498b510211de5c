import { z } from 'zod'
import { type ErrorCode, errorCatalog } from '../kernel/error-catalog.ts'
import type { ErrorKind } from '../kernel/error-kind.ts'
import { DataTypeId } from '../records/data-types.ts'

/** Causes of incidents that are no errors of a run. */
export const watchedCauses = ['freshness.late', 'webhook.paused', 'circuit.open', 'conflict.waiting', 'volume.unusual'] as const
export type WatchedCause = (typeof watchedCauses)[number]
export type IncidentCause = WatchedCause | ErrorCode
export const IncidentCause = z.enum([...watchedCauses, ...(Object.keys(errorCatalog) as ErrorCode[])])

/** The causes of incidents about single records: rejected or refused ones, and conflicts. What waits there is counted by record too. */
export const recordCauses: readonly IncidentCause[] = ['record.invalid', 'record.refused', 'conflict.waiting']

export const severities = ['warning', 'critical'] as const
export const Severity = z.enum(severities)
export type Severity = z.infer<typeof Severity>

export const incidentStatuses = ['open', 'acknowledged', 'closed'] as const
export const IncidentStatus = z.enum(incidentStatuses)

export const actors = ['caller', 'administrator', 'record_owner', 'erp_operator', 'nobody', 'developers'] as const
export const Actor = z.enum(actors)
export type Actor = z.infer<typeof Actor>

/** Who acts on a failure of this kind once Linkspan no longer retries it by itself. */
export const actorOf: Readonly<Record<ErrorKind, Actor>> = {
  request: 'caller',
  setup: 'administrator',
  record: 'record_owner',
  transient: 'erp_operator',
  wait: 'nobody',
  bug: 'developers',
}

const TimelineEntry = z.object({
  at: z.iso.datetime().describe('When it happened.'),
  what: z
    .enum(['opened', 'happened_again', 'spread', 'worsened', 'acknowledged', 'snoozed', 'reopened', 'closed'])
    .describe('spread: to a further connection. worsened: it is critical now.'),
  by: z.string().optional().describe('Who did it; absent if nobody did.'),
  message: z.string().describe('What exactly was noticed or done.'),
})

/** One cause of trouble with one connection, or with one host that several connections use, from its first sign to its end. */
export const Incident = z
  .object({
    id: z.string().describe('The id of the incident. It stays when the incident is opened again.'),
    status: IncidentStatus.describe('open; acknowledged: somebody takes care of it; closed: nothing of it is left.'),
    cause: IncidentCause.describe('The code of an error, or what was noticed without one.'),
    severity: Severity.describe('critical: data are late or lost until somebody acts. warning: it should be looked at.'),
    connectionId: z.string().optional().describe('The connection that it concerns; the first one, if it is about a host.'),
    connectionIds: z.array(z.string()).describe('All connections that it concerns.'),
    host: z.string().optional().describe('The host at fault, if the connections share it.'),
    dataTypes: z.array(DataTypeId).describe('The data types that it concerns; none if it is about a connection as a whole.'),
    title: z.string().describe('What happened, to whose data, in one sentence.'),
    hint: z.string().describe('What to do.'),
    whoActs: Actor.describe('Who has to act; nobody: Linkspan goes on by itself.'),
    openedAt: z.iso.datetime().describe('When it was noticed first.'),
    updatedAt: z.iso.datetime().describe('When something happened to it last.'),
    closedAt: z.iso.datetime().optional().describe('When the last part of it was in order again.'),
    occurrences: z.int().describe('How often it was noticed.'),
    firstRunId: z.string().optional().describe('The sync log of the first run that failed with it.'),
    lastRunId: z.string().optional().describe('The sync log of the latest run that failed with it.'),
    acknowledgedBy: z.string().optional().describe('Who takes care of it.'),
    snoozedUntil: z.iso.datetime().optional().describe('Until then nobody is told about it.'),
    timeline: z.array(TimelineEntry).describe('The latest 100 things that happened to it, the oldest first.'),
  })
  .meta({ id: 'Incident' })
export type Incident = z.infer<typeof Incident>
