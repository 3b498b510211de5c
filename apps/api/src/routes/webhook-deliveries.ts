import {
  attemptTimeoutMs,
  type Core,
  Delivery,
  DeliveryStatus,
  DeliverySummary,
  deadlineSignal,
  ReplayRequest,
  StartedReplay,
} from '@linkspan/core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { PageParameters, page } from '../http/paging.ts'
import { isAnsweredAtOnce } from '../http/prefer.ts'
import { problems } from '../http/problem.ts'
import { DeliveryPath, WebhookPath } from './parameters.ts'

/** How long an answer waits for an attempt, besides the attempt's own time. */
const graceMs = 5000

const Filters = PageParameters.extend({ status: DeliveryStatus.optional() })
const Preference = z.object({ prefer: z.string().optional() })

const tags = ['Webhooks']
const waits =
  'The answer waits for the attempt, and is 200 whatever came of it. It is 202 if no worker made the attempt in time, and at once with `Prefer: respond-async`: then the attempt appears at `Location`.'

/** The routes for what became of events at webhooks, and for sending them again. */
export const webhookDeliveryRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core: { webhooks } }) => {
  app.get(
    '/erp/webhooks/:id/deliveries',
    {
      schema: {
        tags,
        operationId: 'listWebhookDeliveries',
        summary: 'List what became of events at a webhook',
        description: 'By the time of the event, newest first. Kept for seven days, at most 10,000.',
        params: WebhookPath,
        querystring: Filters,
        response: { 200: z.array(DeliverySummary), ...problems(400, 404) },
      },
    },
    async (request, reply) => page(request, reply, await webhooks.deliveries(request.params.id, request.query)),
  )

  app.get(
    '/erp/webhooks/:id/deliveries/:deliveryId',
    {
      schema: {
        tags,
        operationId: 'getWebhookDelivery',
        summary: 'Get a delivery with its attempts',
        description: 'Each attempt has the status of the answer, how long it took, and the first 4 kB of the answer.',
        params: DeliveryPath,
        response: { 200: Delivery, ...problems(404) },
      },
    },
    ({ params: { id, deliveryId } }) => webhooks.delivery(id, deliveryId),
  )

  /** Answers with the delivery after the attempt that was asked for. */
  async function sendAttempted(request: FastifyRequest, reply: FastifyReply, before: Delivery): Promise<FastifyReply> {
    const { webhookId, id, attemptCount } = before
    reply.header('location', `${app.prefix}/erp/webhooks/${webhookId}/deliveries/${id}`)
    if (isAnsweredAtOnce(request, reply)) return reply.send(before)
    using limit = deadlineSignal(attemptTimeoutMs + graceMs, app.lifetimeOf(reply))
    const after = await webhooks.waitForAttempt(webhookId, id, attemptCount, limit.signal)
    return reply.code(after ? 200 : 202).send(after ?? before)
  }

  app.post(
    '/erp/webhooks/:id/test',
    {
      config: { role: 'operator', idempotent: true },
      schema: {
        tags,
        operationId: 'testWebhook',
        summary: 'Send a test event',
        description: `For operators. Sends a \`webhook.test\` event, also while the webhook is paused. ${waits}`,
        params: WebhookPath,
        headers: Preference,
        response: { 200: Delivery, 202: Delivery, ...problems(403, 404) },
      },
    },
    async (request, reply) => sendAttempted(request, reply, await webhooks.test(request.caller, { id: request.params.id })),
  )

  app.post(
    '/erp/webhooks/:id/deliveries/:deliveryId/resend',
    {
      config: { role: 'operator', idempotent: true },
      schema: {
        tags,
        operationId: 'resendWebhookDelivery',
        summary: 'Send an event once more',
        description: `For operators. One more attempt with the same id, outside of the order, also while the webhook is paused. ${waits}`,
        params: DeliveryPath,
        headers: Preference,
        response: { 200: Delivery, 202: Delivery, ...problems(403, 404) },
      },
    },
    async (request, reply) => sendAttempted(request, reply, await webhooks.resend(request.caller, request.params)),
  )

  app.post(
    '/erp/webhooks/:id/replay',
    {
      config: { role: 'operator', idempotent: true },
      schema: {
        tags,
        operationId: 'replayWebhook',
        summary: 'Send the events of a time range again',
        description:
          'For operators. Sends every event of the range that the webhook gets, with the same ids as before, in order for each connection, beside the events that happen meanwhile. Events are kept for seven days.',
        params: WebhookPath,
        body: ReplayRequest,
        response: { 202: StartedReplay, ...problems(400, 403, 404, 413, 415, 422) },
      },
    },
    async (request, reply) => reply.code(202).send(await webhooks.replay(request.caller, { ...request.body, id: request.params.id })),
  )
}
