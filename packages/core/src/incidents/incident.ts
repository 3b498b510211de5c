import { z } from 'zod'
import { type ErrorCode, errorCatalog } from '../kernel/error-catalog.ts'
import type { ErrorKind } from '../kernel/error-kind.ts'
import { DataTypeId } from '../records/data-types.ts'

/** Causes of incidents that are no errors of a run. */
export const watchedCauses = ['freshness.late', 'webhook.paused', 'circuit.open', 'conflict.waiting', 'volume.unusual'] as const
export type WatchedCause = (typeof watchedCauses)[number]
export type IncidentCause = WatchedCause | ErrorCode
export const IncidentCause = z.enum([...watchedCauses, ...(Object.keys(errorCatalog) as ErrorCode[])])

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
  at: z.iso.datetime(),
  what: z.enum(['opened', 'happened_again', 'spread', 'worsened', 'acknowledged', 'snoozed', 'reopened', 'closed']),
  by: z.string().optional().describe('Who did it; absent if nobody did.'),
  message: z.string(),
})

/** One cause of trouble with one connection, or with one host that several connections use, from its first sign to its end. */
export const Incident = z
  .object({
    id: z.string(),
    status: IncidentStatus,
    cause: IncidentCause.describe('The code of an error, or what was noticed without one.'),
    severity: Severity.describe('critical: data are late or lost until somebody acts. warning: it should be looked at.'),
    connectionId: z.string().optional().describe('The connection that it concerns; the first one, if it is about a host.'),
    connectionIds: z.array(z.string()).describe('All connections that it concerns.'),
    host: z.string().optional().describe('The host at fault, if the connections share it.'),
    dataTypes: z.array(DataTypeId),
    title: z.string().describe('What happened, to whose data, in one sentence.'),
    hint: z.string().describe('What to do.'),
    whoActs: Actor,
    openedAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    closedAt: z.iso.datetime().optional(),
    occurrences: z.int().describe('How often it was noticed.'),
    firstRunId: z.string().optional(),
    lastRunId: z.string().optional(),
    acknowledgedBy: z.string().optional(),
    snoozedUntil: z.iso.datetime().optional().describe('Until then nobody is told about it.'),
    timeline: z.array(TimelineEntry).describe('The latest 100 things that happened to it, the oldest first.'),
  })
  .meta({ id: 'Incident' })
export type Incident = z.infer<typeof Incident>
