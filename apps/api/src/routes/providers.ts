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
        summary: 'List what can be connected',
        description: 'Each connector with its credentials and settings as JSON Schema, from which a form can be drawn.',
        response: { 200: z.array(ERPProvider), ...problems() },
      },
    },
    async () => core.providers(),
  )
}
