import { done, type JobResult } from '../jobs/contract.ts'
import type { DeliverPorts } from './deliver-events.ts'
import { sendEvent } from './send-event.ts'
import { attemptTimeoutMs } from './webhook-sender.ts'

export interface SendAgain {
  readonly webhookId: string
  readonly deliveryId: string
}

/** Makes one attempt that a person has asked for, outside of the order, and also while the webhook is paused. It is not repeated by itself. */
export async function sendAgain({ webhookId, deliveryId }: SendAgain, ports: DeliverPorts): Promise<JobResult> {
  const [webhook, delivery] = await Promise.all([ports.webhooks.get(webhookId), ports.deliveries.get(webhookId, deliveryId)])
  if (!webhook || !delivery) return done
  await using sender = ports.openWebhook(webhook.url, attemptTimeoutMs)
  const { event } = delivery
  const trigger = event.type === 'webhook.test' && delivery.attemptCount === 0 ? 'test' : 'resend'
  const { attempt } = await sendEvent(sender, webhook, event, trigger, ports)
  await ports.deliveries.note(webhookId, event, attempt, attempt.error === undefined)
  return done
}
