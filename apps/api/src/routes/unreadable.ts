import { type Core, UnreadableKind } from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problems } from '../http/problem.ts'

/** The route that deletes a stored item which cannot be read. */
export const unreadableRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core }) => {
  app.delete(
    '/erp/unreadable/:kind/:itemId',
    {
      config: { role: 'admin' },
      schema: {
        tags: ['Administration'],
        operationId: 'discardUnreadable',
        summary: 'Delete a stored item that cannot be read',
        description:
          'For admins. Lists leave such items out, and `GET /readyz` names them. An item that can be read is never deleted; a connection is deleted by its own route.',
        params: z.object({ kind: UnreadableKind.exclude(['connection']), itemId: z.string().min(1).max(500) }),
        response: { 204: z.undefined().describe('It is deleted.'), ...problems(400, 403, 404) },
      },
    },
    async (request, reply) => {
      const { kind, itemId } = request.params
      await core.unreadable.discard(request.caller, { kind, id: itemId })
      return reply.code(204).send()
    },
  )
}
