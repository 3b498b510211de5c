import type { Core } from '@linkspan/core'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { eventStream, heartbeatMs, sendEvents } from '../http/event-stream.ts'
import { problems } from '../http/problem.ts'
import { toFrames } from '../http/server-sent-events.ts'
import { DraftTestPath, TestPath } from './parameters.ts'

const described = {
  tags: ['Connections'],
  description:
    'Server-sent events: `planned` with all checks that the test will try, `check` with the verdict of each as it comes, then `end` with the ' +
    'result, after which the stream closes. Every stream begins with what has happened so far. If another worker takes the test over, ' +
    '`planned` comes again, and all checks begin anew. If the stream closes without an `end`, connect again.',
  response: {
    ...eventStream,
    ...problems(404),
  },
}

export const connectionTestEventRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core }) => {
  const watchTest = (testId: string, reply: FastifyReply) =>
    sendEvents(reply, toFrames(core.connections.watchTest(testId, app.lifetimeOf(reply)), heartbeatMs))

  app.get(
    '/erp/connection-tests/:id/events',
    {
      exposeHeadRoute: false,
      schema: { ...described, operationId: 'watchConnectionDraftTest', summary: 'Watch the test of a draft', params: DraftTestPath },
    },
    async ({ params: { id } }, reply) => {
      await core.connections.testOutcome(id)
      return watchTest(id, reply)
    },
  )

  app.get(
    '/erp/connections/:id/tests/:testId/events',
    {
      exposeHeadRoute: false,
      schema: { ...described, operationId: 'watchConnectionTest', summary: 'Watch a test', params: TestPath },
    },
    async ({ params: { id, testId } }, reply) => {
      await core.connections.testResult(id, testId)
      return watchTest(testId, reply)
    },
  )
}
