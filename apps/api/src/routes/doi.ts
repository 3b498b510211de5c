import type { Core, InboundRequest } from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problems } from '../http/problem.ts'
import type { RateLimits } from '../plugins/rate-limit.ts'

const xml = /^(?:text|application)\/(?:[\w.-]+\+)?xml(?:\s*;|\s*$)/i

/** Where partners send XML messages to. They prove who they are as their connection says, not by our API keys. */
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
          'For partners of direct order integration: ConfirmationRequest, ShipNoticeRequest, InvoiceDetailRequest, StatusUpdateRequest (cXML), OrderResponse, DespatchAdvice, Invoice, CreditNote, ApplicationResponse (UBL 2). HTTP Basic, and in cXML the shared secret. Answered at once in the same dialect; sent again under the same payloadID it gets the first answer.',
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
