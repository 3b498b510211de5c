import {
  ConnectionDraft,
  type Core,
  deadlineSignal,
  ERPConnectionTestResult,
  findMissingWorkers,
  testResultIn,
  type WorkerSigns,
} from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { inReadersLanguage, languageOf } from '../http/language.ts'
import { isAnsweredAtOnce } from '../http/prefer.ts'
import { problems } from '../http/problem.ts'
import { ConnectionPath, DraftTestPath, TestPath } from './parameters.ts'

const graceMs = 1000

const PendingTest = z
  .object({ id: z.string(), status: z.literal('pending') })
  .meta({ id: 'ERPConnectionTestPending', description: 'The test has not finished yet.' })

const pending = (id: string) => ({ id, status: 'pending' as const })

/** The answer if no worker finished the test in time. */
async function unanswered(timeoutMs: number, location: string, workers: WorkerSigns): Promise<ERPConnectionTestResult> {
  const why = (await findMissingWorkers(workers)) ?? 'All workers may be busy, or a queue is paused: GET /readyz says so'
  const message = `No worker finished the test within ${timeoutMs} ms. ${why}. A late result appears at ${location}`
  return { success: false, message, responseTime: timeoutMs, details: { checks: [] }, errors: [message] }
}

const tags = ['Connections']

export const connectionTestRoutes: FastifyPluginAsyncZod<{ core: Core; workers: WorkerSigns }> = async (app, { core, workers }) => {
  const waiting =
    "Waits for the result, at most for the connection's settings.timeout. The status is 200 whether the test " +
    'succeeded or not. With `Prefer: respond-async` the answer is 202 at once, and the result appears at `Location`. ' +
    inReadersLanguage
  const paths = [
    {
      url: '/erp/connections/:id/test',
      operationId: 'testConnection',
      summary: 'Test a connection',
      description: `For operators. ${waiting}`,
      start: core.connections.test,
    },
    {
      url: '/erp/connections/:id/test-enhanced',
      operationId: 'testConnectionEnhanced',
      summary: 'Test a connection (path of older clients)',
      description: `For operators. ${waiting}`,
      deprecated: true,
      start: core.connections.test,
    },
    {
      url: '/erp/connections/:id/reconnect',
      operationId: 'reconnectConnection',
      summary: 'Test now whether the ERP is back',
      description:
        'For operators. Tests a connection whose health is `open` before the time of its next probe. If the test passes, one sync goes through; ' +
        `once that has succeeded, everything that was due is caught up. Any other connection is just tested. ${waiting}`,
      start: core.connections.reconnect,
    },
  ]
  for (const { url, start, ...described } of paths) {
    app.post(
      url,
      {
        config: { role: 'operator', idempotent: true },
        schema: {
          tags,
          ...described,
          params: ConnectionPath,
          headers: z.object({ prefer: z.string().optional() }),
          response: { 200: ERPConnectionTestResult, 202: PendingTest, ...problems(403, 404) },
        },
      },
      async (request, reply) => {
        const { testId, timeoutMs } = await start(request.caller, { id: request.params.id })
        const location = `${app.prefix}/erp/connections/${request.params.id}/tests/${testId}`
        reply.header('location', location)
        if (isAnsweredAtOnce(request, reply)) return reply.send(pending(testId))
        using limit = deadlineSignal(timeoutMs + graceMs, app.lifetimeOf(reply))
        const result = await core.connections.waitForTest(testId, limit.signal)
        const known = result ?? (await unanswered(timeoutMs, location, workers))
        return reply.code(200).send(testResultIn(languageOf(request, reply), known))
      },
    )
  }

  app.post(
    '/erp/connection-tests',
    {
      config: { role: 'admin', idempotent: true },
      schema: {
        tags,
        operationId: 'testConnectionDraft',
        summary: 'Test a connection before it is created',
        description:
          'For admins. Answers at once; `Location` leads to the result, and its `/events` to each check as it ' +
          'comes. The draft is checked and tested as a stored connection would be. It is kept sealed until it is tested, at most for 15 ' +
          'minutes; nothing of it is stored besides the result, which holds no secret.',
        body: ConnectionDraft,
        response: { 202: PendingTest, ...problems(400, 403, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { testId } = await core.connections.testDraft(request.caller, request.body)
      return reply.code(202).header('location', `${app.prefix}/erp/connection-tests/${testId}`).send(pending(testId))
    },
  )

  app.get(
    '/erp/connection-tests/:id',
    {
      schema: {
        tags,
        operationId: 'getConnectionDraftTest',
        summary: 'Get the result of the test of a draft',
        description: `202 if the test has not finished yet. Results are kept for a day. ${inReadersLanguage}`,
        params: DraftTestPath,
        response: { 200: ERPConnectionTestResult, 202: PendingTest, ...problems(404) },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const result = await core.connections.testOutcome(id)
      return result
        ? reply.code(200).send(testResultIn(languageOf(request, reply), result))
        : reply.code(202).header('retry-after', 1).send(pending(id))
    },
  )

  app.get(
    '/erp/connections/:id/tests/:testId',
    {
      schema: {
        tags,
        operationId: 'getConnectionTest',
        summary: 'Get the result of a test',
        description: `202 if the test has not finished yet. Results are kept for a day. ${inReadersLanguage}`,
        params: TestPath,
        response: { 200: ERPConnectionTestResult, 202: PendingTest, ...problems(404) },
      },
    },
    async (request, reply) => {
      const { id, testId } = request.params
      const result = await core.connections.testResult(id, testId)
      return result
        ? reply.code(200).send(testResultIn(languageOf(request, reply), result))
        : reply.code(202).header('retry-after', 1).send(pending(testId))
    },
  )
}
