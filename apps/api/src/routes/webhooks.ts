import { type Core, NewWebhook, Webhook, WebhookChange } from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { contentEtag } from '../http/content-etag.ts'
import { PageParameters, page } from '../http/paging.ts'
import { problems } from '../http/problem.ts'
import { WebhookPath } from './parameters.ts'

const tags = ['Webhooks']

/** The routes for webhooks to which events are sent. */
export const webhookRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core: { webhooks } }) => {
  app.get(
    '/erp/webhooks',
    {
      schema: {
        tags,
        operationId: 'listWebhooks',
        summary: 'List webhooks',
        description: 'Newest first, each with how its deliveries are going.',
        querystring: PageParameters,
        response: { 200: z.array(Webhook), ...problems(400) },
      },
    },
    async (request, reply) => page(request, reply, await webhooks.list(request.query)),
  )

  app.post(
    '/erp/webhooks',
    {
      config: { role: 'admin', idempotent: true, secretField: 'secret' },
      schema: {
        tags,
        operationId: 'createWebhook',
        summary: 'Create a webhook',
        description:
          'For admins. It gets the events that happen from now on, signed with the `secret` that only this answer shows. An answer that is repeated by `Idempotency-Key` shows "********" instead: rotate the secret if the first answer was lost.',
        body: NewWebhook,
        response: { 201: Webhook, ...problems(400, 403, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { webhook, etag } = await webhooks.create(request.caller, request.body)
      return reply
        .code(201)
        .header('location', `${app.prefix}/erp/webhooks/${webhook.id}`)
        .header('etag', contentEtag(etag, webhook))
        .send(webhook)
    },
  )

  app.get(
    '/erp/webhooks/:id',
    {
      schema: {
        tags,
        operationId: 'getWebhook',
        summary: 'Get a webhook',
        description: 'With how its deliveries are going. Its `ETag` guards the next change.',
        params: WebhookPath,
        response: { 200: Webhook, ...problems(404) },
      },
    },
    async (request, reply) => {
      const { webhook, etag } = await webhooks.get(request.params.id)
      return reply.header('etag', contentEtag(etag, webhook)).send(webhook)
    },
  )

  app.patch(
    '/erp/webhooks/:id',
    {
      config: { role: 'admin' },
      schema: {
        tags,
        operationId: 'changeWebhook',
        summary: 'Change, pause or resume a webhook',
        description:
          'For admins. `enabled: false` pauses it. `enabled: true` resumes it, also if it was paused because it did not accept events: then everything is sent that happened meanwhile, up to seven days back. `If-Match` with the ETag guards against lost updates.',
        params: WebhookPath,
        headers: z.object({ 'if-match': z.string().optional() }),
        body: WebhookChange,
        response: { 200: Webhook, ...problems(400, 403, 404, 409, 412, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const ifMatch = request.headers['if-match']
      const { webhook, etag } = await webhooks.update(request.caller, { id: request.params.id, change: request.body, ifMatch })
      return reply.header('etag', contentEtag(etag, webhook)).send(webhook)
    },
  )

  app.post(
    '/erp/webhooks/:id/rotate-secret',
    {
      config: { role: 'admin' },
      schema: {
        tags,
        operationId: 'rotateWebhookSecret',
        summary: 'Replace the secret of a webhook',
        description: 'For admins. Only this answer shows the new secret. The old one signs along for 24 hours.',
        params: WebhookPath,
        response: { 200: Webhook, ...problems(403, 404) },
      },
    },
    async (request, reply) => {
      const { webhook, etag } = await webhooks.rotateSecret(request.caller, { id: request.params.id })
      return reply.header('etag', contentEtag(etag, webhook)).send(webhook)
    },
  )

  app.delete(
    '/erp/webhooks/:id',
    {
      config: { role: 'admin' },
      schema: {
        tags,
        operationId: 'deleteWebhook',
        summary: 'Delete a webhook',
        description: 'For admins. Nothing more is sent to it, and its deliveries are forgotten.',
        params: WebhookPath,
        response: { 204: z.undefined().describe('It is gone.'), ...problems(403, 404) },
      },
    },
    async (request, reply) => {
      await webhooks.remove(request.caller, { id: request.params.id })
      return reply.code(204).send()
    },
  )
}
