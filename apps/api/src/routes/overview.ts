import { type Core, ERPOverview } from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { problems } from '../http/problem.ts'

export const overviewRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core }) => {
  app.get(
    '/erp/overview',
    {
      schema: {
        tags: ['Administration'],
        operationId: 'getOverview',
        summary: 'Get an overview',
        description:
          'Counts and rates over all connections, the latest failures with their hints, what is running and waiting, and what is due next.',
        response: { 200: ERPOverview, ...problems() },
      },
    },
    () => core.overview(),
  )
}
