import { type Clock, type DeliveryAttempt, deliveryIdOf, type ERPEvent } from '@linkspan/core'
import { indexMember, type Keys } from '../keys.ts'
import { oldestKept } from './note-attempt.ts'

/** The keys and arguments that every script takes which notes something of a delivery. */
export function deliveryCall(keys: Keys, webhookId: string, event: ERPEvent, attempt: DeliveryAttempt | null, clock: Clock) {
  const { id, type, timestamp, data } = event
  const deliveryId = deliveryIdOf(id)
  return {
    keys: {
      webhook: keys.webhook(webhookId),
      delivery: keys.webhookDelivery(webhookId, deliveryId),
      all: keys.webhookDeliveries(webhookId, 'all'),
      pending: keys.webhookDeliveries(webhookId, 'pending'),
      delivered: keys.webhookDeliveries(webhookId, 'delivered'),
      failed: keys.webhookDeliveries(webhookId, 'failed'),
    },
    args: {
      prefix: keys.webhookDelivery(webhookId, ''),
      member: indexMember(timestamp, deliveryId),
      event: JSON.stringify({ id, type, timestamp, data }),
      oldest: oldestKept(clock.now()),
      attempt: attempt === null ? '' : JSON.stringify(attempt),
      channel: keys.channel(`${webhookId}:${deliveryId}`),
    },
  }
}
