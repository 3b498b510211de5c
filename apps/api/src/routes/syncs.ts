import { type Core, deadlineSignal, ERPSyncLog, isEnded, PartyId, type Started, SyncRequest, toERPSyncLog } from '@linkspan/core'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { maxWait, parsePrefer } from '../http/prefer.ts'
import { problems } from '../http/problem.ts'
import { ConnectionPath, SyncLogPath } from './parameters.ts'

const tags = ['Syncs']

/** The routes that start and end runs. */
export const syncRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core }) => {
  const locationOf = ({ id }: { readonly id: string }) => `${app.prefix}/erp/sync-logs/${id}`

  /** Returns the log when the run has ended, or the latest log when `signal` aborts. */
  const follow = async (log: ERPSyncLog, signal: AbortSignal): Promise<ERPSyncLog> => {
    let latest = log
    for await (const next of core.runs.watch(log.id, signal)) latest = next
    return latest
  }

  /** Returns 202 with the current log. If the caller prefers to wait, it waits first, and returns 200 if the run has ended by then. */
  const answer = async ({ run, deduplicated }: Started, prefer: string | undefined, reply: FastifyReply) => {
    const log = toERPSyncLog(run)
    reply.header('location', locationOf(log)).header('x-deduplicated', String(deduplicated))
    const { wait } = parsePrefer(prefer)
    if (wait === null) return { code: 202 as const, log }
    using limit = deadlineSignal(wait * 1000, app.lifetimeOf(reply))
    const latest = await follow(log, limit.signal)
    reply.header('preference-applied', `wait=${wait}`)
    return { code: isEnded(latest) ? (200 as const) : (202 as const), log: latest }
  }

  app.post(
    '/erp/connections/:id/sync',
    {
      config: { role: 'operator', idempotent: true },
      schema: {
        tags,
        operationId: 'startSync',
        summary: 'Sync one data type',
        description:
          'For operators. A connection and data type has at most one open run: a second request is answered with that run and ' +
          `\`X-Deduplicated: true\`. With \`Prefer: wait=N\` (at most ${maxWait} s) the answer is 200 if the run ends in time.`,
        params: ConnectionPath,
        headers: z.object({ prefer: z.string().optional() }),
        body: SyncRequest,
        response: { 200: ERPSyncLog, 202: ERPSyncLog, ...problems(400, 403, 404, 409, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const started = await core.runs.start(request.caller, { ...request.body, connectionId: request.params.id })
      const { code, log } = await answer(started, request.headers.prefer, reply)
      return reply.code(code).send(log)
    },
  )

  app.post(
    '/sites/:siteId/sync',
    {
      config: { role: 'operator', idempotent: true },
      schema: {
        tags,
        operationId: 'startSiteSync',
        summary: 'Sync one data type of a site',
        description: 'For operators. Like a sync of a connection, with the connection that serves the site.',
        params: z.object({ siteId: PartyId }),
        querystring: z.object({ clientId: PartyId.optional() }),
        headers: z.object({ prefer: z.string().optional() }),
        body: SyncRequest,
        response: { 200: ERPSyncLog, 202: ERPSyncLog, ...problems(400, 403, 404, 409, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const site = { siteId: request.params.siteId, clientId: request.query.clientId }
      const started = await core.assignments.syncSite(request.caller, { ...request.body, ...site })
      const { code, log } = await answer(started, request.headers.prefer, reply)
      return reply.code(code).send(log)
    },
  )

  app.post(
    '/erp/sync-logs/:id/cancel',
    {
      config: { role: 'operator' },
      schema: {
        tags,
        operationId: 'cancelSync',
        summary: 'Cancel a sync',
        description:
          'For operators. The run ends in `error` with the code `run.cancelled`; what it has stored stays. A push ends as soon as it knows what became of the record in hand: until then the answer says `syncing` and `stopping`.',
        params: SyncLogPath,
        response: { 202: ERPSyncLog, ...problems(403, 404, 409) },
      },
    },
    async (request, reply) => reply.code(202).send(toERPSyncLog(await core.runs.cancel(request.caller, { id: request.params.id }))),
  )

  app.post(
    '/erp/sync-logs/:id/retry',
    {
      config: { role: 'operator', idempotent: true },
      schema: {
        tags,
        operationId: 'retrySync',
        summary: 'Retry an ended sync',
        description:
          'For operators. Starts a new run that reads the same records again, with the current mapping. The old log stays as it is.',
        params: SyncLogPath,
        response: { 202: ERPSyncLog, ...problems(403, 404, 409, 422) },
      },
    },
    async (request, reply) => {
      const { run, deduplicated } = await core.runs.retry(request.caller, { id: request.params.id })
      return reply.code(202).header('location', locationOf(run)).header('x-deduplicated', String(deduplicated)).send(toERPSyncLog(run))
    },
  )
}
