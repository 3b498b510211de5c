import { type Core, DataTypeId, ERPStream, PartyId } from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { PageParameters, page } from '../http/paging.ts'
import { problems } from '../http/problem.ts'

const Query = PageParameters.extend({
  connectionId: z.string().max(100).optional().describe('Only streams of this connection.'),
  clientId: PartyId.optional().describe('Only streams of connections that this client, or a site of it, is assigned to.'),
  dataType: DataTypeId.optional().describe('Only streams of this data type.'),
  late: z
    .string()
    .refine((text) => text === 'true' || text === 'false', 'must be true or false')
    .transform((text) => text === 'true')
    .optional()
    .meta({ type: 'boolean', description: 'Only streams that are late, or only those that are not.' }),
})

/** What is synced, and how fresh it is. */
export const streamRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core }) => {
  app.get(
    '/erp/streams',
    {
      schema: {
        tags: ['Syncs'],
        operationId: 'listStreams',
        summary: 'List the streams of all connections, with their freshness',
        description:
          'One row for each data type of a connection and each direction in which it is synced, those of the newest connection first: its last ' +
          'success, its last and its running sync, when it is due next, how old its data are and may be, and what waits for somebody. With ' +
          '`late=true` the longest late come first; a stream that has just become late is listed within half a minute. If few streams match, ' +
          'a page may be short although there is a next one: follow `Link` to the end.',
        querystring: Query,
        response: { 200: z.array(ERPStream), ...problems(400) },
      },
    },
    async (request, reply) => page(request, reply, await core.streams.list(request.query)),
  )
}
