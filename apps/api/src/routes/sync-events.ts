import type { Core } from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { eventStream, heartbeatMs, sendEvents } from '../http/event-stream.ts'
import { problems } from '../http/problem.ts'
import { toServerSentEvents } from '../http/server-sent-events.ts'
import { SyncLogPath } from './parameters.ts'

export const syncEventRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core }) => {
  app.get(
    '/erp/sync-logs/:id/events',
    {
      exposeHeadRoute: false,
      schema: {
        tags: ['Syncs'],
        operationId: 'watchSync',
        summary: 'Watch a sync',
        description:
          'Server-sent events: `progress` with the sync log at once and after every change, then `end` with the final log, after which the ' +
          'stream closes. If it closes without an `end`, connect again: every stream begins with the current state.',
        params: SyncLogPath,
        response: {
          ...eventStream,
          ...problems(404),
        },
      },
    },
    async (request, reply) => {
      await core.runs.get(request.params.id)
      const logs = core.runs.watch(request.params.id, app.lifetimeOf(reply))
      return sendEvents(reply, toServerSentEvents(logs, heartbeatMs))
    },
  )
}
