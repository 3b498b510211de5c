import { z } from 'zod'
import { ERPEvent } from '../events/event.ts'

export const deliveryStatuses = ['pending', 'delivered', 'failed'] as const
export const DeliveryStatus = z
  .enum(deliveryStatuses)
  .describe('`delivered`: it was accepted. `pending`: it was not accepted yet and is sent again. `failed`: it is not sent again by itself.')
export type DeliveryStatus = z.infer<typeof DeliveryStatus>

/** One time that an event was sent. */
export const DeliveryAttempt = z
  .object({
    at: z.iso.datetime().describe('When it was sent.'),
    ms: z.int().describe('How long it took, in ms.'),
    status: z.int().nullable().describe('The HTTP status of the answer; null if there was none.'),
    answer: z.string().describe('The first 4 kB of the answer.'),
    error: z
      .object({ code: z.string(), message: z.string() })
      .optional()
      .describe('Why there was no answer, or why the answer is no acceptance.'),
    trigger: z.enum(['event', 'replay', 'resend', 'test']).describe('Why it was sent.'),
  })
  .meta({ id: 'ERPWebhookAttempt' })
export type DeliveryAttempt = z.infer<typeof DeliveryAttempt>

/** What became of one event at one webhook, without the attempts. */
export const DeliverySummary = z
  .object({
    id: z.string(),
    webhookId: z.string().describe('The webhook that it was sent to.'),
    eventId: z.string().describe('The `webhook-id` of every attempt.'),
    eventType: z.string().describe('The type of the event.'),
    eventAt: z.iso.datetime().describe('When the event happened.'),
    connectionId: z.string().optional(),
    status: DeliveryStatus,
    attemptCount: z.int().describe('How often it was sent.'),
    nextAttemptAt: z.iso.datetime().optional().describe('When it is sent again; only while it is pending.'),
    lastAttemptAt: z.iso.datetime().optional().describe('When it was last sent.'),
    lastStatus: z.int().optional().describe('The HTTP status of the latest attempt; absent if it had no answer.'),
  })
  .meta({ id: 'ERPWebhookDeliverySummary' })
export type DeliverySummary = z.infer<typeof DeliverySummary>

export const Delivery = DeliverySummary.extend({
  event: ERPEvent.describe('The body of the request.'),
  attempts: z.array(DeliveryAttempt).describe('The latest 40 attempts, the oldest first.'),
}).meta({ id: 'ERPWebhookDelivery' })
export type Delivery = z.infer<typeof Delivery>

/** How many attempts of a delivery are kept. */
export const keptAttempts = 40

/** The delivery of an event to a webhook. An event that is sent again, for whatever reason, is the same delivery. */
export const deliveryIdOf = (eventId: string): string => eventId.replace(/^evt_/, 'dlv_')
