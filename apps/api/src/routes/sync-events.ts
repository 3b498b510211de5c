import { Readable } from 'node:stream'
import type { Core } from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problems } from '../http/problem.ts'
import { toServerSentEvents } from '../http/server-sent-events.ts'
import { SyncLogPath } from './parameters.ts'

const heartbeatMs = 15_000

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
          200: {
            description: 'The stream of events.',
            content: { 'text/event-stream': { schema: z.custom<Readable>().meta({ type: 'string' }) } },
          },
          ...problems(404),
        },
      },
    },
    async (request, reply) => {
      await core.runs.get(request.params.id)
      const logs = core.runs.watch(request.params.id, app.lifetimeOf(reply))
      const events = Readable.from(toServerSentEvents(logs, heartbeatMs), { objectMode: false })
      reply.header('x-accel-buffering', 'no').header('connection', 'close').type('text/event-stream; charset=utf-8')
      return reply.send(events)
    },
  )
}
