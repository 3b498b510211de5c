import type { Clock } from '../kernel/ports.ts'
import type { DeliveryStore } from './delivery-store.ts'
import type { KnownWebhook, Webhook } from './webhook.ts'

const dayMs = 24 * 3_600_000

export interface ShowPorts {
  readonly clock: Clock
  readonly deliveries: DeliveryStore
}

/** A webhook as the API shows it: without its secrets, and with how its deliveries are going. */
export async function showWebhook(webhook: KnownWebhook, { clock, deliveries }: ShowPorts): Promise<Webhook> {
  const { id, url, description, events, connectionIds, clientIds, pause, oldSecret, lastSuccessAt, lastFailure } = webhook
  const { waiting, oldestWaitingSince, nextAttemptAt, since } = await deliveries.counts(id)
  const now = clock.now()
  const signsAlong = oldSecret && now.toISOString() < oldSecret.until ? oldSecret.until : undefined
  return {
    id,
    url,
    ...(description !== undefined && { description }),
    events: [...events],
    ...(connectionIds && { connectionIds }),
    ...(clientIds && { clientIds }),
    enabled: pause === null,
    status: pause === null ? 'active' : 'paused',
    ...(pause && { statusReason: pause.message, pausedBy: pause.code, pausedAt: pause.at }),
    ...(signsAlong !== undefined && { oldSecretUntil: signsAlong }),
    failuresInARow: webhook.failuresInARow,
    ...(lastSuccessAt !== null && { lastSuccessAt }),
    ...(lastFailure && { lastFailure }),
    waiting,
    ...(oldestWaitingSince !== null && { oldestWaitingSince }),
    ...(nextAttemptAt !== null && pause === null && { nextAttemptAt }),
    last24Hours: await since(new Date(now.getTime() - dayMs)),
    createdAt: webhook.createdAt,
    updatedAt: webhook.updatedAt,
    createdBy: webhook.createdBy,
  }
}
