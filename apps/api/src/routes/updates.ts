import { type Clock, type Core, type UpdateFeed, UpdateTopic, updateTopics } from '@linkspan/core'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { readCredentials } from '../auth/credentials.ts'
import { expiryOf } from '../auth/jwt.ts'
import type { SessionCookie } from '../auth/session-cookie.ts'
import { eventStream, heartbeatMs, sendEvents } from '../http/event-stream.ts'
import { createPlaces } from '../http/places.ts'
import { problems } from '../http/problem.ts'
import { toUpdateStream } from '../http/update-stream.ts'

const limits = { each: 20, all: 500 }

const Topics = z
  .string()
  .transform((text) => [...new Set(text.split(','))])
  .pipe(z.array(UpdateTopic))
  .optional()
  .meta({ type: 'string', description: `Which updates, separated by commas: ${updateTopics.join(', ')}. All without it.` })

export interface UpdateRouteOptions {
  readonly core: Core
  readonly updates: UpdateFeed
  readonly cookie: SessionCookie
  readonly clock: Clock
}

/** Says what has changed, as it changes. */
export const updateRoutes: FastifyPluginAsyncZod<UpdateRouteOptions> = async (app, { core, updates, cookie, clock }) => {
  const places = createPlaces('streams of updates', limits)

  /** Whether the credentials of a request are still good. Those of an API key are until the process ends. */
  function mayGoOn(request: FastifyRequest): () => Promise<boolean> {
    const token = request.session ? cookie.read(request) : null
    if (token !== null) return () => core.sessions.isOpen(token).catch(() => false)
    const credentials = readCredentials(request.headers.authorization)
    const end = request.caller.authentication === 'jwt' && credentials.kind === 'bearer' ? expiryOf(credentials.token) : null
    return async () => end === null || clock.now() < end
  }

  app.get(
    '/erp/events',
    {
      exposeHeadRoute: false,
      schema: {
        tags: ['Administration'],
        operationId: 'watchUpdates',
        summary: 'Watch what changes',
        description:
          'Server-sent events `{topic, id, version}`: something of this topic has changed and should be read again. They hold no data, the same ' +
          'update comes at most once a second, and a comment comes every 15 seconds. Send the id of the last event as `Last-Event-ID` to go on ' +
          'from there. An event of the type `gap` says that updates may be missing, as after a restart: read again whatever you show. The ' +
          'stream ends with the session or token of its caller. One caller can have 20 streams at once.',
        querystring: z.object({ topics: Topics }),
        headers: z.object({
          'last-event-id': z
            .string()
            .max(100)
            .optional()
            .describe('The id of the last event that was received; browsers send it by themselves.'),
        }),
        response: {
          ...eventStream,
          ...problems(400, 429),
        },
      },
    },
    async (request, reply) => {
      const { topics = updateTopics } = request.query
      const signal = app.lifetimeOf(reply)
      places.take(`${request.caller.authentication}:${request.caller.id}`, signal)
      const followed = await updates.follow(topics, request.headers['last-event-id'] ?? null, signal)
      return sendEvents(reply, toUpdateStream(followed, heartbeatMs, mayGoOn(request)))
    },
  )
}
