import { type Core, ERPSyncLog, isEnded, SyncRequest, toERPSyncLog } from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { longestWait, parsePrefer } from '../http/prefer.ts'
import { problems } from '../http/problem.ts'
import { ConnectionPath, SyncLogPath } from './parameters.ts'

const tags = ['Syncs']

/** The routes that start and end runs. */
export const syncRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core }) => {
  const locationOf = ({ id }: { readonly id: string }) => `${app.prefix}/erp/sync-logs/${id}`

  /** The run's log at its end, or as it is when `signal` aborts. */
  const follow = async (log: ERPSyncLog, signal: AbortSignal): Promise<ERPSyncLog> => {
    let latest = log
    for await (const next of core.runs.watch(log.id, signal)) latest = next
    return latest
  }

  app.post(
    '/erp/connections/:id/sync',
    {
      config: { role: 'operator' },
      schema: {
        tags,
        operationId: 'startSync',
        summary: 'Sync one data type',
        description:
          'For operators. One run of a connection and data type waits or works at once: a second trigger is answered with that ' +
          `run and \`X-Deduplicated: true\`. With \`Prefer: wait=N\` (at most ${longestWait} s) the answer is 200 where the run ends in time.`,
        params: ConnectionPath,
        headers: z.object({ prefer: z.string().optional() }),
        body: SyncRequest,
        response: { 200: ERPSyncLog, 202: ERPSyncLog, ...problems(400, 403, 404, 409, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { run, deduplicated } = await core.runs.start(request.caller, { ...request.body, connectionId: request.params.id })
      const log = toERPSyncLog(run)
      reply.header('location', locationOf(log)).header('x-deduplicated', String(deduplicated))
      const { wait } = parsePrefer(request.headers.prefer)
      if (wait === null) return reply.code(202).send(log)
      const limit = AbortSignal.any([app.lifetimeOf(reply), AbortSignal.timeout(wait * 1000)])
      const latest = await follow(log, limit)
      return reply
        .code(isEnded(latest) ? 200 : 202)
        .header('preference-applied', `wait=${wait}`)
        .send(latest)
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
        description: 'For operators. It ends in `error` with the code `run.cancelled`; what it stored stays.',
        params: SyncLogPath,
        response: { 202: ERPSyncLog, ...problems(403, 404, 409) },
      },
    },
    async (request, reply) => reply.code(202).send(toERPSyncLog(await core.runs.cancel(request.caller, { id: request.params.id }))),
  )

  app.post(
    '/erp/sync-logs/:id/retry',
    {
      config: { role: 'operator' },
      schema: {
        tags,
        operationId: 'retrySync',
        summary: 'Run an ended sync again',
        description: 'For operators. Starts a new run with the same parameters; the old log stays as it is.',
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
