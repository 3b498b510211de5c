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
        summary: 'Everything at a glance',
        description: 'Counts and rates over all connections, the last failures with their hints, what runs, waits and comes next.',
        response: { 200: ERPOverview, ...problems() },
      },
    },
    () => core.overview(),
  )
}
