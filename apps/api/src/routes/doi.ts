import type { Core, InboundRequest } from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problems } from '../http/problem.ts'
import type { RateLimits } from '../plugins/rate-limit.ts'

const xml = /^(?:text|application)\/(?:[\w.-]+\+)?xml(?:\s*;|\s*$)/i

/** The route to which partners send XML messages. They authenticate with the credentials of their connection, not with an API key. */
export const doiRoutes: FastifyPluginAsyncZod<{ core: Core; limits: RateLimits }> = async (app, { core, limits }) => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(xml, { parseAs: 'buffer', bodyLimit: 10_000_000 }, (_, body, done) => done(null, body))

  app.post(
    '/doi/:connectionId',
    {
      bodyLimit: 10_000_000,
      schema: {
        tags: ['Inbound'],
        security: [],
        operationId: 'receiveDocument',
        summary: 'Send an XML message about an order',
        description:
          'For partners of direct order integration. Accepts ConfirmationRequest, ShipNoticeRequest, InvoiceDetailRequest and StatusUpdateRequest (cXML), and OrderResponse, DespatchAdvice, Invoice, CreditNote and ApplicationResponse (UBL 2). Partners authenticate with HTTP Basic, in cXML with the shared secret too. The answer comes at once and in the same dialect; a message with the same payloadID gets the first answer again.',
        consumes: ['text/xml', 'application/xml'],
        produces: ['text/xml'],
        params: z.object({ connectionId: z.string() }),
        response: { ...problems(400, 404, 413, 415, 422, 429) },
      },
    },
    async (request, reply) => {
      const inbound: InboundRequest = {
        method: request.method,
        headers: request.headers,
        query: new URL(request.url, 'http://localhost').searchParams,
        body: (request.body as Buffer | undefined) ?? Buffer.alloc(0),
      }
      const { status, contentType, body } = await core.receive(request.params.connectionId, inbound)
      if (status === 401) await limits.countStranger(request, reply)
      if (status === 401) reply.header('www-authenticate', 'Basic realm="Linkspan"')
      return reply
        .status(status as 400)
        .type(contentType)
        .serializer((text: string) => text)
        .send(body as never)
    },
  )
}
