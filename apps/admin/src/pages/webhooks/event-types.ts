import type { NewWebhook } from '../../api/webhooks.ts'

export type EventType = Exclude<NewWebhook['events'][number], '*'>

/** The events that can be asked for. */
export const eventTypes = [
  'sync.succeeded',
  'sync.failed',
  'records.changed',
  'record.rejected',
  'order.pushed',
  'order.refused',
  'order.uncertain',
  'order.status_changed',
  'conflict.opened',
  'conflict.resolved',
  'connection.degraded',
  'connection.recovered',
  'incident.opened',
  'incident.updated',
  'incident.closed',
  'freshness.late',
  'freshness.met',
] as const satisfies readonly EventType[]
