import { type Core, DataTypeId, ERPSyncLog, Reject, RunEntry, RunStatus } from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Instant } from '../http/instant.ts'
import { PageParameters, page } from '../http/paging.ts'
import { problems } from '../http/problem.ts'
import { ConnectionPath, SyncLogPath } from './parameters.ts'

const Filters = PageParameters.extend({
  erpConnectionId: ConnectionPath.shape.id.optional(),
  dataType: DataTypeId.optional(),
  status: RunStatus.optional(),
  since: Instant.optional(),
  until: Instant.optional(),
})

const tags = ['Syncs']

/** The routes that read runs. */
export const syncLogRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core }) => {
  app.get(
    '/erp/sync-logs',
    {
      schema: {
        tags,
        operationId: 'listSyncLogs',
        summary: 'List sync logs',
        description:
          'Newest first. If few logs match the filters, a page may be short or empty although there is a next one: follow `Link` to the end.',
        querystring: Filters,
        response: { 200: z.array(ERPSyncLog), ...problems(400) },
      },
    },
    async (request, reply) => page(request, reply, await core.runs.list(request.query)),
  )

  app.get(
    '/erp/sync-logs/:id',
    {
      schema: {
        tags,
        operationId: 'getSyncLog',
        summary: 'Get a sync log',
        description: 'One run: its state, its counts, and how it ended.',
        params: SyncLogPath,
        response: { 200: ERPSyncLog, ...problems(404) },
      },
    },
    async (request) => core.runs.get(request.params.id),
  )

  app.get(
    '/erp/sync-logs/:id/entries',
    {
      schema: {
        tags,
        operationId: 'listSyncLogEntries',
        summary: 'List the entries of a sync log',
        description: 'What happened during the run, oldest first.',
        params: SyncLogPath,
        querystring: PageParameters,
        response: { 200: z.array(RunEntry), ...problems(400, 404) },
      },
    },
    async (request, reply) => page(request, reply, await core.runs.entries(request.params.id, request.query)),
  )

  app.get(
    '/erp/sync-logs/:id/rejects',
    {
      schema: {
        tags,
        operationId: 'listSyncRejects',
        summary: 'List the rejected records, and why',
        description: 'In the order in which they were read. After the mapping is corrected, a retry of the log reads them again.',
        params: SyncLogPath,
        querystring: PageParameters,
        response: { 200: z.array(Reject), ...problems(400, 404) },
      },
    },
    async (request, reply) => page(request, reply, await core.runs.rejects(request.params.id, request.query)),
  )
}
