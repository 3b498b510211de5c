import { type Core, DataTypeId, ERPOpenReject, ERPReprocessed, maskReject, PartyId, ReprocessRequest, withFaultsIn } from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { languageOf, reasonsInReadersLanguage } from '../http/language.ts'
import { masksPersons } from '../http/masks-persons.ts'
import { PageParameters, page } from '../http/paging.ts'
import { problems } from '../http/problem.ts'

const Query = PageParameters.extend({
  connectionId: z.string().max(100).optional().describe('Only rejects of this connection.'),
  dataType: DataTypeId.optional().describe('Only rejects of this data type.'),
  clientId: PartyId.optional().describe('Only rejects of connections that this client, or a site of it, is assigned to.'),
})

const tags = ['Syncs']

/** The routes for records that were rejected when they were last read, over all runs. */
export const rejectRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core }) => {
  app.get(
    '/erp/rejects',
    {
      schema: {
        tags,
        operationId: 'listOpenRejects',
        summary: 'List the records that are rejected, over all runs',
        description:
          'One reject for each record that was rejected when it was last read, with the row as the ERP sent it: those of the newest connection ' +
          'first, by data type, the latest rejected first. A reject is closed when a run accepts the record, when the system writes it, when a ' +
          'sync of everything does not reject it again, and `LOG_RETENTION_DAYS` after it was last rejected. At most 10,000 of a data type of a ' +
          'connection are kept; `droppedRejects` in `GET /erp/streams` is how many more there were. Values of employees are masked for viewers. ' +
          'One request examines at most 1000 connections, so a page may be short although there is a next one: follow `Link` to the end. ' +
          reasonsInReadersLanguage,
        querystring: Query,
        response: { 200: z.array(ERPOpenReject), ...problems(400) },
      },
    },
    async (request, reply) => {
      const language = languageOf(request, reply)
      const isMasked = masksPersons(request.caller)
      const { items, next } = await core.rejects.list(request.query)
      return page(request, reply, {
        items: items.map((each) => withFaultsIn(language, isMasked ? maskReject(each, each.dataType) : each)),
        next,
      })
    },
  )

  app.post(
    '/erp/rejects/reprocess',
    {
      config: { role: 'operator' },
      schema: {
        tags,
        operationId: 'reprocessRejects',
        summary: 'Read rejected records again',
        description:
          'For operators. Starts one sync for each data type of a connection among the rejects, which reads again what the syncs have read that ' +
          'rejected them, with the current mapping. The kept row is not stored by itself: the ERP may have changed the record since. The answer ' +
          'says for each id which sync reads the record, or why none does; that sync closes the reject if it accepts the record.',
        body: ReprocessRequest,
        response: { 200: z.array(ERPReprocessed), ...problems(400, 403, 415, 422) },
      },
    },
    async (request) => core.rejects.reprocess(request.caller, request.body),
  )
}
