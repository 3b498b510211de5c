import { type Core, ERPProvider } from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problems } from '../http/problem.ts'

export const providerRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core }) => {
  app.get(
    '/erp/providers',
    {
      schema: {
        tags: ['Administration'],
        operationId: 'listProviders',
        summary: 'What can be connected',
        description: 'Each connector with its credential fields and settings as JSON Schema: what a form is drawn from.',
        response: { 200: z.array(ERPProvider), ...problems() },
      },
    },
    async () => core.providers(),
  )
}
