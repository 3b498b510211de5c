import { type Core, type Language, type TestEvent, testEventIn } from '@linkspan/core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { eventStream, heartbeatMs, sendEvents } from '../http/event-stream.ts'
import { inReadersLanguage, languageOf } from '../http/language.ts'
import { problems } from '../http/problem.ts'
import { toFrames } from '../http/server-sent-events.ts'
import { DraftTestPath, TestPath } from './parameters.ts'

const described = {
  tags: ['Connections'],
  description:
    'Server-sent events: `planned` with all checks that the test will try, `check` with the verdict of each as it comes, then `end` with the ' +
    'result, after which the stream closes. Every stream begins with what has happened so far. If another worker takes the test over, ' +
    '`planned` comes again, and all checks begin anew. If the stream closes without an `end`, connect again. ' +
    inReadersLanguage,
  response: {
    ...eventStream,
    ...problems(404),
  },
}

export const connectionTestEventRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core }) => {
  const watchTest = (testId: string, request: FastifyRequest, reply: FastifyReply) => {
    const events = core.connections.watchTest(testId, app.lifetimeOf(reply))
    return sendEvents(reply, toFrames(eventsIn(languageOf(request, reply), events), heartbeatMs))
  }

  app.get(
    '/erp/connection-tests/:id/events',
    {
      exposeHeadRoute: false,
      schema: { ...described, operationId: 'watchConnectionDraftTest', summary: 'Watch the test of a draft', params: DraftTestPath },
    },
    async (request, reply) => {
      const { id } = request.params
      await core.connections.testOutcome(id)
      return watchTest(id, request, reply)
    },
  )

  app.get(
    '/erp/connections/:id/tests/:testId/events',
    {
      exposeHeadRoute: false,
      schema: { ...described, operationId: 'watchConnectionTest', summary: 'Watch a test', params: TestPath },
    },
    async (request, reply) => {
      const { id, testId } = request.params
      await core.connections.testResult(id, testId)
      return watchTest(testId, request, reply)
    },
  )
}

async function* eventsIn(language: Language, events: AsyncIterable<TestEvent>): AsyncGenerator<TestEvent> {
  for await (const event of events) yield testEventIn(language, event)
}
