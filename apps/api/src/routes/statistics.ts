import { bucketSizes, type Core, DataTypeId, ERPActivity, ERPSyncStatistics } from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Instant } from '../http/instant.ts'
import { problems } from '../http/problem.ts'
import { ConnectionPath } from './parameters.ts'

const Range = z.object({
  connection: z.string().max(100).optional().describe('Only runs of this connection.'),
  dataType: DataTypeId.optional().describe('Only runs of this data type.'),
  since: Instant.optional().describe('Runs that began in the hour or on the day of this time, or later. Default: a day before `until`.'),
  until: Instant.optional().describe('Runs that began in the hour or on the day of this time, or earlier. Default: now.'),
  bucket: z.enum(bucketSizes).optional().describe('Default: `hour` for up to two days, else `day`.'),
})

export const statisticsRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core }) => {
  app.get(
    '/erp/connections/:id/statistics',
    {
      schema: {
        tags: ['Syncs'],
        operationId: 'getStatistics',
        summary: 'Get the statistics of a connection',
        description: 'Running totals, by data type and by day.',
        params: ConnectionPath,
        response: { 200: ERPSyncStatistics, ...problems(404) },
      },
    },
    async (request) => core.connections.statistics(request.params.id),
  )
  app.get(
    '/erp/statistics',
    {
      schema: {
        tags: ['Syncs'],
        operationId: 'getActivity',
        summary: 'Get what has become of the runs of a range of time',
        description:
          'By hour (kept for 14 days) or by day (kept for 400), in UTC: how the runs ended, what became of their records, how long they took, ' +
          'and how long the ERPs took to answer. A run counts in the hour and on the day in which it began, once it has ended; dry runs do ' +
          'not count. An hour or a day without runs is absent. Percentiles are at most 9.1 % off. Deleted connections still count in what is ' +
          'said of all.',
        querystring: Range,
        response: { 200: ERPActivity, ...problems(400, 404, 422) },
      },
    },
    async (request) => core.runs.activity(request.query),
  )
}
