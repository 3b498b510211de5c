import { AppError, type Core, type InboundHead } from '@linkspan/core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problems } from '../http/problem.ts'
import type { InboundLimits, Sender } from '../plugins/inbound-limits.ts'
import { bounded, takeRoomFor } from './bounded-body.ts'

const challenge = 'Basic realm="Linkspan"'
const xml = /^(?:text|application)\/(?:[\w.-]+\+)?xml(?:\s*;|\s*$)/i

/** The longest body: of a sender whom the head has proven, and of one whom only the body can prove. */
const maxBodyBytes: Readonly<Record<Sender, number>> = { proven: 10_000_000, unproven: 1_000_000 }

declare module 'fastify' {
  interface FastifyRequest {
    /** What is known of the sender of a message; set before its body is read. */
    inbound: { readonly sender: Sender; readonly succeeded: () => void } | null
  }
}

const headOf = ({ method, headers, url }: FastifyRequest): InboundHead => ({
  method,
  headers,
  query: new URL(url, 'http://localhost').searchParams,
})

/** The route to which partners send XML messages. They authenticate with the credentials of their connection, not with an API key. */
export const doiRoutes: FastifyPluginAsyncZod<{ core: Core; limits: InboundLimits }> = async (app, { core, limits }) => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(xml, { parseAs: 'buffer', bodyLimit: maxBodyBytes.proven }, (_, body, done) => done(null, body))

  app.decorateRequest('inbound', null)

  /** Refuses whom it can before a byte of the body is kept, and takes room for the others. */
  async function admit(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    reply.header('connection', 'close') // what is refused is not read to its end
    const { assertAllowed, succeeded } = limits.attempt(request.ip)
    if (request.headers.authorization === undefined) assertAllowed()
    const { connectionId } = request.params as { readonly connectionId: string }
    const admission = await core.admit(connectionId, headOf(request))
    if (admission !== 'proven') assertAllowed()
    if (admission === 'refused') {
      reply.header('www-authenticate', challenge)
      throw new AppError('request.unauthenticated', 'The credentials of this connection are required')
    }
    if (admission === 'proven') succeeded()
    takeRoomFor(request, reply, limits, { sender: admission, maxBytes: maxBodyBytes[admission], title: 'A message' })
    request.inbound = { sender: admission, succeeded: admission === 'proven' ? () => {} : succeeded }
    reply.removeHeader('connection')
  }

  app.post(
    '/doi/:connectionId',
    {
      bodyLimit: maxBodyBytes.proven,
      onRequest: admit,
      preParsing: async ({ inbound }, _, payload) => bounded(payload, maxBodyBytes[inbound?.sender ?? 'unproven']),
      schema: {
        tags: ['Inbound'],
        security: [],
        operationId: 'receiveDocument',
        summary: 'Send an XML message about an order',
        description:
          'For partners of direct order integration. Accepts ConfirmationRequest, ShipNoticeRequest, InvoiceDetailRequest and StatusUpdateRequest (cXML), and OrderResponse, DespatchAdvice, Invoice, CreditNote and ApplicationResponse (UBL 2). Partners authenticate with HTTP Basic, in cXML with the shared secret too. A message without HTTP Basic has at most 1 MB, any other 10 MB. The answer comes at once and in the same dialect; a message with the same payloadID gets the first answer again.',
        consumes: ['text/xml', 'application/xml'],
        produces: ['text/xml'],
        params: z.object({ connectionId: z.string() }),
        response: { ...problems(400, 404, 413, 415, 422, 429) },
      },
    },
    async (request, reply) => {
      const message = { ...headOf(request), body: (request.body as Buffer | undefined) ?? Buffer.alloc(0) }
      const { status, contentType, body } = await core.receive(request.params.connectionId, message)
      if (status === 401) reply.header('www-authenticate', challenge)
      else request.inbound?.succeeded()
      return reply
        .status(status as 400)
        .type(contentType)
        .serializer((text: string) => text)
        .send(body as never)
    },
  )
}
