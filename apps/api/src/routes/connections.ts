import { ConnectionChange, ConnectionMethod, ConnectionStatus, type Core, ERPConnection, NewConnection, ProviderName } from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { contentEtag } from '../http/content-etag.ts'
import { PageParameters, page } from '../http/paging.ts'
import { problems } from '../http/problem.ts'
import { ConnectionPath } from './parameters.ts'

const Filters = PageParameters.extend({
  status: ConnectionStatus.optional(),
  provider: ProviderName.optional(),
  connectionMethod: ConnectionMethod.optional(),
})

const WebhookSecret = z
  .object({ webhookSecret: z.string().describe('`whsec_` and 24 bytes in base64, as Standard Webhooks has it.') })
  .meta({ id: 'ERPWebhookSecret' })

const tags = ['Connections']

export const connectionRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core }) => {
  app.get(
    '/erp/connections',
    {
      schema: {
        tags,
        operationId: 'listConnections',
        summary: 'List connections',
        description:
          'Newest first. If few connections match the filters, a page may be short although there is a next one: follow `Link` to the end.',
        querystring: Filters,
        response: { 200: z.array(ERPConnection), ...problems(400) },
      },
    },
    async (request, reply) => page(request, reply, await core.connections.list(request.query)),
  )

  const creation = [
    { url: '/erp/connections', operationId: 'createConnection', summary: 'Create a connection', deprecated: false },
    {
      url: '/erp/connections/enhanced',
      operationId: 'createConnectionEnhanced',
      summary: 'Create a connection (path of older clients)',
      deprecated: true,
    },
  ]
  for (const { url, operationId, summary, deprecated } of creation) {
    app.post(
      url,
      {
        config: { role: 'admin', idempotent: true },
        schema: {
          tags,
          operationId,
          summary,
          ...(deprecated && { deprecated }),
          description: 'For admins. Secrets are stored encrypted, and shown as "********".',
          body: NewConnection,
          response: { 201: ERPConnection, ...problems(400, 403, 413, 415, 422) },
        },
      },
      async (request, reply) => {
        const { connection, etag } = await core.connections.create(request.caller, request.body)
        return reply
          .code(201)
          .header('location', `${app.prefix}/erp/connections/${connection.id}`)
          .header('etag', contentEtag(etag, connection))
          .send(connection)
      },
    )
  }

  app.get(
    '/erp/connections/:id',
    {
      schema: {
        tags,
        operationId: 'getConnection',
        summary: 'Get a connection',
        description: 'Its `ETag` guards the next change.',
        params: ConnectionPath,
        response: { 200: ERPConnection, ...problems(404) },
      },
    },
    async (request, reply) => {
      const { connection, etag } = await core.connections.get(request.params.id)
      return reply.header('etag', contentEtag(etag, connection)).send(connection)
    },
  )

  app.patch(
    '/erp/connections/:id',
    {
      config: { role: 'admin' },
      schema: {
        tags,
        operationId: 'changeConnection',
        summary: 'Change a connection',
        description: 'For admins. A secret that is sent back masked stays as it is. `If-Match` with the ETag guards against lost updates.',
        params: ConnectionPath,
        headers: z.object({ 'if-match': z.string().optional() }),
        body: ConnectionChange,
        response: { 200: ERPConnection, ...problems(400, 403, 404, 412, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const ifMatch = request.headers['if-match']
      const { connection, etag } = await core.connections.update(request.caller, { id: request.params.id, change: request.body, ifMatch })
      return reply.header('etag', contentEtag(etag, connection)).send(connection)
    },
  )

  app.post(
    '/erp/connections/:id/webhook-secret',
    {
      config: { role: 'admin' },
      schema: {
        tags,
        operationId: 'makeWebhookSecret',
        summary: 'Make the secret for the events of the ERP',
        description:
          'For admins. Replaces `credentials.webhookSecret`, by which `POST /webhooks/erp/{connectionId}` tells who sends. Only this answer shows it.',
        params: ConnectionPath,
        response: { 200: WebhookSecret, ...problems(403, 404) },
      },
    },
    async (request) => core.connections.makeWebhookSecret(request.caller, { id: request.params.id }),
  )

  app.delete(
    '/erp/connections/:id',
    {
      config: { role: 'admin' },
      schema: {
        tags,
        operationId: 'deleteConnection',
        summary: 'Delete a connection',
        description: 'For admins. Ends its runs, and deletes its records and feed positions; logs and the audit trail stay.',
        params: ConnectionPath,
        response: { 204: z.undefined().describe('It is gone.'), ...problems(403, 404) },
      },
    },
    async (request, reply) => {
      await core.connections.remove(request.caller, { id: request.params.id })
      return reply.code(204).send()
    },
  )
}
