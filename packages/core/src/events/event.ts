import { z } from 'zod'

/** Everything that is announced. `webhook.test` goes to one webhook only, because somebody asked for it. */
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
  'webhook.test',
] as const
export const EventType = z.enum(eventTypes)
export type EventType = z.infer<typeof EventType>

/** Something that happened, as it is told to others. It carries ids and numbers; whoever wants the records reads them. */
export const ERPEvent = z
  .object({
    id: z.string().describe('The same each time the event is sent, so that a receiver can tell a repetition.'),
    type: EventType,
    timestamp: z.iso.datetime().describe('When it happened.'),
    data: z.record(z.string(), z.unknown()).describe('What happened, and to what. It depends on the type; see the page on webhooks.'),
  })
  .meta({ id: 'ERPEvent' })
export type ERPEvent = z.infer<typeof ERPEvent>

/** An event that has not been stored yet. */
export interface NewEvent {
  readonly type: EventType
  readonly data: Readonly<Record<string, unknown>>
}
