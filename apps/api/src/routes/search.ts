import { type Core, ERPJourney, ERPSearchHit } from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { languageOf } from '../http/language.ts'
import { PageParameters, page, wholeNumber } from '../http/paging.ts'
import { problems } from '../http/problem.ts'
import { RecordPath } from './parameters.ts'

const Query = PageParameters.extend({
  q: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .describe(
      "What to look for, in any case: the number of an order or invoice, the customer's reference or ours, a SKU, an employee's number or e-mail address, an id here or in the ERP.",
    ),
  limit: wholeNumber(1, 100, 20, 'The maximum number of items in the answer.'),
})

const tags = ['Records']

/** Finding a record, and what has happened to it. */
export const searchRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core }) => {
  app.get(
    '/erp/search',
    {
      schema: {
        tags,
        operationId: 'searchRecords',
        summary: 'Search records',
        description:
          'Finds the records of all connections and data types whose business keys are the text, and behind them those whose keys begin with it. ' +
          'Each record is listed once. One request looks into at most 1000 connections, so a page may be short or empty although there is a next ' +
          'one: follow `Link` to the end. `X-Search-Incomplete: true` says that records which an older version stored are still being indexed. ' +
          "Viewers find an employee's e-mail address only if they enter the whole of it, and see it masked.",
        querystring: Query,
        response: { 200: z.array(ERPSearchHit), ...problems(400) },
      },
    },
    async (request, reply) => {
      const { q, ...query } = request.query
      const { isComplete, ...found } = await core.records.search(q, query, request.caller.role)
      if (!isComplete) reply.header('x-search-incomplete', 'true')
      return page(request, reply, found)
    },
  )

  app.get(
    '/erp/connections/:id/records/:dataType/:recordId/journey',
    {
      schema: {
        tags,
        operationId: 'getJourney',
        summary: 'Follow a record',
        description:
          'What has happened to one record, its state now, and three sentences for the customer. The words are German if `Accept-Language` ' +
          'prefers that, else English. Of a record that the system has written, and of the status of an order, the first step and the latest 39 ' +
          'are kept; of other records the latest change and the deletion. Forgetting a record erases its steps.',
        params: RecordPath,
        response: { 200: ERPJourney, ...problems(404) },
      },
    },
    async (request, reply) => {
      const { id, dataType, recordId } = request.params
      const language = languageOf(request, reply)
      return core.records.journey(id, dataType, recordId, { role: request.caller.role, language })
    },
  )
}
