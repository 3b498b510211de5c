import { z } from 'zod'
import type { Listing, PageQuery } from '../kernel/listing.ts'

/** The actions that are audited. The platform defines their names. */
export const auditActions = [
  'erp_connection_created_enhanced',
  'erp_connection_updated',
  'erp_connection_deleted',
  'erp_connection_tested',
  'erp_connection_reconnected',
  'erp_preview_requested',
  'erp_manual_sync_triggered',
  'erp_sync_cancelled',
  'erp_rejects_reprocessed',
  'erp_records_written',
  'erp_record_forgotten',
  'erp_conflict_resolved',
  'erp_incident_acknowledged',
  'erp_incident_snoozed',
  'erp_sync_config_created',
  'erp_sync_config_updated',
  'erp_sync_config_deleted',
  'client_erp_assigned',
  'client_erp_unassigned',
  'client_renamed',
  'site_erp_assigned',
  'site_erp_unassigned',
  'site_renamed',
  'erp_notification_route_created',
  'erp_notification_route_updated',
  'erp_notification_route_deleted',
  'erp_notification_route_tested',
  'erp_webhook_created',
  'erp_webhook_updated',
  'erp_webhook_deleted',
  'erp_webhook_secret_rotated',
  'erp_webhook_tested',
  'erp_webhook_resent',
  'erp_webhook_replayed',
  'erp_unreadable_discarded',
  'job_board_used',
  'login_failed',
  'session_started',
  'session_ended',
] as const
export type AuditAction = (typeof auditActions)[number]

/** One event of the audit trail: who did what, when, and from where. Of a secret it says only "changed". */
export const AuditEvent = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    action: z.enum(auditActions),
    actor: z.object({ id: z.string(), role: z.string().nullable(), authentication: z.string() }),
    ipAddress: z.string().nullable(),
    userAgent: z.string().nullable(),
    requestId: z.string().nullable(),
    target: z.string().nullable(),
    outcome: z.string(),
    changes: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AuditEvent', description: 'Who did what, when, and from where.' })
export type AuditEvent = z.infer<typeof AuditEvent>

export type NewAuditEvent = Omit<AuditEvent, 'id'>

/** Which events are wanted. `since` and `until` are ISO 8601 and inclusive. */
export interface AuditQuery extends PageQuery {
  readonly action?: AuditAction | undefined
  /** The id of the caller. */
  readonly actor?: string | undefined
  /** The id of what was changed. */
  readonly target?: string | undefined
  readonly since?: string | undefined
  readonly until?: string | undefined
}

/** Append-only: nothing changes or removes an event. */
export interface AuditLog {
  /** Adds an event. `intent`, from `begin`, is done with in the same step. */
  append(event: NewAuditEvent, intent?: string): Promise<void>
  /** Notes that something is about to be changed, so that the trail has it even if the process dies or Redis is full afterwards. */
  begin(event: NewAuditEvent): Promise<string>
  /** Takes an intent back: nothing was changed. */
  withdraw(intent: string): Promise<void>
  /** Adds an event with the outcome `interrupted` for each intent that is older than `ms`: its process has died. Returns how many there were. */
  settleAbandoned(ms: number): Promise<number>
  /** Newest first. */
  list(query: AuditQuery): Promise<Listing<AuditEvent>>
}
