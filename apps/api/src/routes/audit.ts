import { AuditEvent, auditActions, type Core } from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Instant } from '../http/instant.ts'
import { PageParameters, page } from '../http/paging.ts'
import { problems } from '../http/problem.ts'

const Filters = PageParameters.extend({
  actor: z.string().min(1).max(200).optional().describe('The id of the caller: the name of an API key, or the subject of a token.'),
  action: z.enum(auditActions).optional(),
  target: z.string().min(1).max(500).optional().describe('The id of what was changed.'),
  since: Instant.optional(),
  until: Instant.optional(),
})

export const auditRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core }) => {
  app.get(
    '/audit-logs',
    {
      schema: {
        tags: ['Administration'],
        operationId: 'listAuditEvents',
        summary: 'List who did what, when, and from where',
        description: 'Newest first. Of a secret the audit trail says only "changed".',
        querystring: Filters,
        response: { 200: z.array(AuditEvent), ...problems(400) },
      },
    },
    async (request, reply) => page(request, reply, await core.audit.list(request.query)),
  )
}
