import { type Core, ERPSyncStatistics } from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { problems } from '../http/problem.ts'
import { ConnectionPath } from './parameters.ts'

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
}
