import { AuditEvent, type Core } from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { PageParameters, page } from '../http/paging.ts'
import { problems } from '../http/problem.ts'

export const auditRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core }) => {
  app.get(
    '/audit-logs',
    {
      schema: {
        tags: ['Administration'],
        operationId: 'listAuditEvents',
        summary: 'Who did what, when, from where',
        description: 'Newest first. Secrets appear as "changed" only.',
        querystring: PageParameters,
        response: { 200: z.array(AuditEvent), ...problems(400) },
      },
    },
    async (request, reply) => page(request, reply, await core.audit.list(request.query)),
  )
}
