import { z } from 'zod'
import type { createCommands } from '../audit/command.ts'
import type { ConnectionRepository } from '../connections/connection.ts'
import type { ERPEvent } from '../events/event.ts'
import { type EventSource, installation } from '../events/event-log.ts'
import type { JobQueue } from '../jobs/contracts.ts'
import { AppError } from '../kernel/errors.ts'
import { everyPage } from '../kernel/every-page.ts'
import type { Clock, Ids } from '../kernel/ports.ts'
import { timedSuffix } from '../kernel/scoped-id.ts'
import { type Delivery, deliveryIdOf } from './delivery.ts'
import type { DeliveryStore, Replay } from './delivery-store.ts'
import type { KnownWebhook } from './webhook.ts'
import { mustGetWebhook } from './webhook-commands.ts'
import { wakeLane } from './webhook-readers.ts'
import type { WebhookStore } from './webhook-store.ts'

export interface DeliveryPorts {
  readonly clock: Clock
  readonly connections: ConnectionRepository
  readonly deliveries: DeliveryStore
  readonly ids: Ids
  readonly queue: JobQueue
  readonly webhooks: WebhookStore
}

export const ReplayRequest = z
  .strictObject({
    since: z.iso.datetime({ offset: true }).describe('From when on events are sent again; they are kept for seven days.'),
    until: z.iso.datetime({ offset: true }).optional().describe('Until when; now if it is absent.'),
  })
  .meta({ id: 'ERPWebhookReplayRequest' })

export const StartedReplay = z
  .object({
    id: z.string(),
    since: z.iso.datetime().describe('From when on events are sent again.'),
    until: z.iso.datetime().describe('Until when.'),
  })
  .meta({ id: 'ERPWebhookReplay' })

/** Returns the delivery. Throws `request.not-found` if there is none. */
export async function mustGetDelivery(deliveries: DeliveryStore, webhookId: string, deliveryId: string): Promise<Delivery> {
  const delivery = await deliveries.get(webhookId, deliveryId)
  if (!delivery)
    throw new AppError('request.not-found', `Webhook ${webhookId} has no delivery ${deliveryId}; deliveries are kept for seven days`)
  return delivery
}

/** What people ask to be sent. A worker sends it. */
export function deliveryCommands(command: ReturnType<typeof createCommands>, ports: DeliveryPorts) {
  const { clock, connections, deliveries, ids, queue, webhooks } = ports

  /** Adds the job of one attempt, and returns what is known of the delivery before it. */
  async function sendOnce(webhookId: string, deliveryId: string, title: string): Promise<Delivery> {
    const before = await mustGetDelivery(deliveries, webhookId, deliveryId)
    await queue.enqueue('erp-delivery', { webhookId, source: installation, deliveryId }, title)
    return before
  }

  const test = command({
    action: 'erp_webhook_tested',
    role: 'operator',
    input: z.object({ id: z.string() }),
    async run({ id }) {
      await mustGetWebhook(webhooks, id)
      const now = clock.now()
      const event: ERPEvent = {
        id: `evt_${timedSuffix(now, ids.random(6))}`,
        type: 'webhook.test',
        timestamp: now.toISOString(),
        data: { webhookId: id },
      }
      await deliveries.addDelivery(id, event)
      return { output: await sendOnce(id, deliveryIdOf(event.id), `test · ${id}`), target: id }
    },
  })

  const resend = command({
    action: 'erp_webhook_resent',
    role: 'operator',
    input: z.object({ id: z.string(), deliveryId: z.string() }),
    async run({ id, deliveryId }) {
      await mustGetWebhook(webhooks, id)
      return { output: await sendOnce(id, deliveryId, `resend · ${deliveryId}`), target: id, changes: { deliveryId } }
    },
  })

  const replay = command({
    action: 'erp_webhook_replayed',
    role: 'operator',
    input: ReplayRequest.extend({ id: z.string() }),
    async run({ id, since, until }) {
      const webhook = await mustGetWebhook(webhooks, id)
      const range: Replay = {
        since: new Date(since).toISOString(),
        until: until === undefined ? clock.now().toISOString() : new Date(until).toISOString(),
      }
      if (range.until < range.since)
        throw new AppError('request.invalid', '"until" is before "since"', {
          details: { issues: [{ path: 'until', message: 'must not be before since' }] },
        })
      const replayId = `replay_${timedSuffix(clock.now(), ids.random(6))}`
      await deliveries.addReplay(id, replayId, range)
      for await (const source of sourcesOf(webhook, connections)) await wakeLane({ webhookId: id, source, replayId }, ports)
      return { output: { id: replayId, ...range }, target: id, changes: { ...range } }
    },
  })

  return { test, resend, replay }
}

const pageSize = 500

/** The logs whose events a webhook can get. */
async function* sourcesOf({ connectionIds }: KnownWebhook, connections: ConnectionRepository): AsyncGenerator<EventSource> {
  yield installation
  if (connectionIds) yield* connectionIds
  else for await (const page of everyPage((cursor) => connections.list({ limit: pageSize, cursor }))) yield* page.map(({ id }) => id)
}
