import { AppError, type Core } from '@linkspan/core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problems } from '../http/problem.ts'
import type { FailedLogins } from '../plugins/failed-logins.ts'
import type { InboundLimits } from '../plugins/inbound-limits.ts'
import { originOf, pathOf } from '../plugins/request-context.ts'
import { bounded, takeRoomFor } from './bounded-body.ts'

const maxBodyBytes = 1_048_576
/** How many events a minute a sender is asked to keep to, and may send. */
const maxPerMinute = 3000

const Path = z.object({ connectionId: z.string().describe('The connection whose ERP sends.') })
const Handshake = z.object({
  validationToken: z
    .string()
    .regex(/^[\x20-\x7e]{1,2000}$/)
    .optional()
    .describe('Sent once by Business Central when it is subscribed to: the answer is this text.'),
})

const Accepted = z
  .object({
    accepted: z.literal(true).describe('The event was taken.'),
    syncLogId: z.string().nullable().describe('The run that reads what has changed; null if it starts after the one that is under way.'),
  })
  .meta({ id: 'ERPEventAccepted' })

export interface ErpEventOptions {
  readonly core: Core
  readonly limits: InboundLimits
  readonly failedLogins: FailedLogins
}

/** The route to which ERPs send their events. A proof in the request stands in for an API key. */
export const erpEventRoutes: FastifyPluginAsyncZod<ErpEventOptions> = async (app, { core, limits, failedLogins }) => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxBodyBytes }, (_, body, done) => done(null, body))

  /** Refuses whom it can before a byte of the body is kept. */
  async function admit(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    reply.header('connection', 'close')
    const { assertAllowed, succeeded } = limits.attempt(request.ip)
    assertAllowed()
    const { connectionId } = request.params as z.output<typeof Path>
    await core.connections.get(connectionId)
    limits.countEvent(connectionId, maxPerMinute)
    takeRoomFor(request, reply, limits, { sender: 'unproven', maxBytes: maxBodyBytes, title: 'An event' })
    request.eventProven = succeeded
    reply.removeHeader('connection')
  }

  app.decorateRequest('eventProven', null)

  app.post(
    '/webhooks/erp/:connectionId',
    {
      bodyLimit: maxBodyBytes,
      onRequest: admit,
      preParsing: async (_, __, payload) => bounded(payload, maxBodyBytes),
      schema: {
        tags: ['Inbound'],
        security: [],
        operationId: 'receiveErpEvent',
        summary: 'Tell that something has changed in the ERP',
        description:
          'For the webhooks of ERPs. Starts an incremental sync of what the event is about; the event itself is not stored. `settings.webhook` of the connection says how the event is proven, by its bytes as they came, and what it is about. A burst of events makes one run: it begins when none has come for 2 seconds, after 30 seconds at the latest. An event that comes while that run works makes one more. At most 1 MiB.',
        params: Path,
        querystring: Handshake,
        response: {
          202: Accepted,
          200: z.string().describe('The answer to a `validationToken`.'),
          ...problems(400, 401, 404, 409, 413, 422, 429),
        },
      },
    },
    async (request, reply) => {
      const { connectionId } = request.params
      const { validationToken } = request.query
      if (validationToken !== undefined) {
        request.eventProven?.()
        return reply.code(200).type('text/plain; charset=utf-8').serializer(String).send(validationToken)
      }
      const { method, headers, url } = request
      const body = (request.body as Buffer | undefined) ?? Buffer.alloc(0)
      const { syncLogId } = await core
        .acceptEvent(connectionId, { method, headers, query: new URL(url, 'http://localhost').searchParams, body })
        .catch((thrown: unknown) => noteRefusal(request, thrown))
      request.eventProven?.()
      return reply.code(202).send({ accepted: true, syncLogId })
    },
  )

  app.options(
    '/webhooks/erp/:connectionId',
    {
      schema: {
        tags: ['Inbound'],
        security: [],
        operationId: 'allowErpEvents',
        summary: 'Answer the handshake of CloudEvents webhooks',
        description: 'SAP Event Mesh asks before it sends: the answer allows the origin of its header `WebHook-Request-Origin`.',
        params: Path,
        response: { 204: z.undefined().describe('Events may be sent.'), ...problems(404, 429) },
      },
    },
    async (request, reply) => {
      await core.connections.get(request.params.connectionId)
      const origin = request.headers['webhook-request-origin']
      if (typeof origin === 'string') reply.header('webhook-allowed-origin', origin).header('webhook-allowed-rate', String(maxPerMinute))
      return reply.header('allow', 'POST, OPTIONS').code(204).send()
    },
  )

  /** An event that is not proven counts as a failed login; any other fault is none of its sender's identity. */
  async function noteRefusal(request: FastifyRequest, thrown: unknown): Promise<never> {
    if (thrown instanceof AppError && thrown.code !== 'webhook.unproven') request.eventProven?.()
    else
      await failedLogins.note({
        actor: { id: 'unknown', role: null, authentication: 'webhook' },
        ...originOf(request),
        target: pathOf(request),
      })
    throw thrown
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Tells that the sender of an event is who it says; set before its body is read. */
    eventProven: (() => void) | null
  }
}
