import {
  type Core,
  DataTypeId,
  ERPRejectGroup,
  ERPSyncLog,
  ERPSyncReject,
  ERPSyncTimeline,
  faultIn,
  maskReject,
  PartyId,
  RunEntry,
  RunStatus,
  syncLogIn,
  Trigger,
  withFaultsIn,
} from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Instant } from '../http/instant.ts'
import { languageOf, reasonsInReadersLanguage } from '../http/language.ts'
import { masksPersons } from '../http/masks-persons.ts'
import { PageParameters, page, pageOf } from '../http/paging.ts'
import { problems } from '../http/problem.ts'
import { ConnectionPath, SyncLogPath } from './parameters.ts'

const Filters = PageParameters.extend({
  erpConnectionId: ConnectionPath.shape.id.optional(),
  dataType: DataTypeId.optional(),
  status: RunStatus.optional(),
  since: Instant.optional(),
  until: Instant.optional(),
  trigger: Trigger.optional(),
  clientId: PartyId.optional().describe('Only runs of connections that this client, or a site of it, is assigned to.'),
  q: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .describe('The id of a run, or words that all stand in its id, its error code or its error message, in any case.'),
})

const levels = RunEntry.shape.level.options
const Entries = PageParameters.extend({
  level: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(RunEntry.shape.level))
    .optional()
    .meta({
      type: 'string',
      description: `Only entries of this level, or of one of several: \`${levels.join('`, `')}\`, with commas between.`,
    }),
  from: Instant.optional().describe('Only entries at this time or later: ISO 8601; without a zone it is UTC.'),
})

const tags = ['Syncs']
const wordsOfErrors = '`title` and `hint` of `errorDetails` are German if `Accept-Language` prefers that, else English.'

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
          'Newest first. One request examines at most about 2000 logs. If few of them match the filters, as is usual with `q`, a page may be ' +
          'short or empty although there is a next one: follow `Link` to the end. `X-Total-Count` is there with no filter but ' +
          '`erpConnectionId` and one of `dataType` and `status`. ' +
          wordsOfErrors,
        querystring: Filters,
        response: { 200: z.array(ERPSyncLog), ...problems(400) },
      },
    },
    async (request, reply) => {
      const language = languageOf(request, reply)
      const { items, ...rest } = await core.runs.list(request.query)
      return page(request, reply, { items: items.map((log) => syncLogIn(language, log)), ...rest })
    },
  )

  app.get(
    '/erp/sync-logs/:id',
    {
      schema: {
        tags,
        operationId: 'getSyncLog',
        summary: 'Get a sync log',
        description: `One run: its state, its counts, and how it ended. ${wordsOfErrors}`,
        params: SyncLogPath,
        response: { 200: ERPSyncLog, ...problems(404) },
      },
    },
    async (request, reply) => syncLogIn(languageOf(request, reply), await core.runs.get(request.params.id)),
  )

  app.get(
    '/erp/sync-logs/:id/entries',
    {
      schema: {
        tags,
        operationId: 'listSyncLogEntries',
        summary: 'List the entries of a sync log',
        description:
          'What happened during the run, oldest first. With `level` or `from`, one request examines at most about 5000 entries, so a page may be ' +
          'short or empty although there is a next one: follow `Link` to the end. Without them, `X-Total-Count` is there.',
        params: SyncLogPath,
        querystring: Entries,
        response: { 200: z.array(RunEntry), ...problems(400, 404) },
      },
    },
    async (request, reply) => {
      const { level, ...query } = request.query
      return page(request, reply, await core.runs.entries(request.params.id, { ...query, levels: level }))
    },
  )

  app.get(
    '/erp/sync-logs/:id/timeline',
    {
      schema: {
        tags,
        operationId: 'getSyncTimeline',
        summary: 'Get the timeline of a sync',
        description:
          'What the run did when: waiting, working, pausing, in segments without gaps, and which part of the time was spent on what. The ' +
          'segments are recorded as they begin, in the same steps that change the run. The shares within working time are measured by each ' +
          'worker and stored when it gives the run back.',
        params: SyncLogPath,
        response: { 200: ERPSyncTimeline, ...problems(404) },
      },
    },
    async (request) => core.runs.timeline(request.params.id),
  )

  app.get(
    '/erp/sync-logs/:id/rejects',
    {
      schema: {
        tags,
        operationId: 'listSyncRejects',
        summary: 'List the rejected records, and why',
        description:
          'In the order in which they were read, with what became of each record since. A run keeps the latest 10,000. The row as the ERP sent ' +
          'it is kept while no later run has read the record. Values of employees are masked for viewers.',
        params: SyncLogPath,
        querystring: PageParameters,
        response: { 200: z.array(ERPSyncReject), ...problems(400, 404) },
      },
    },
    async (request, reply) => {
      const language = languageOf(request, reply)
      const isMasked = masksPersons(request.caller)
      const { dataType } = await core.runs.get(request.params.id)
      const { items, ...rest } = await core.runs.rejects(request.params.id, request.query)
      return page(request, reply, {
        items: items.map((each) => withFaultsIn(language, isMasked ? maskReject(each, dataType) : each)),
        ...rest,
      })
    },
  )

  app.get(
    '/erp/sync-logs/:id/reject-groups',
    {
      schema: {
        tags,
        operationId: 'listSyncRejectGroups',
        summary: 'List the rejected records by reason',
        description:
          'One group for each path and reason among the rejects that the run keeps, the largest first: how many records, with which values, how ' +
          'many are still open, and which later runs have accepted the others. A record with several faults is in several groups. ' +
          '`X-Rejected-Count` is how many records the run has rejected, `X-Open-Count` how many of them are still open. Values of employees are ' +
          'masked for viewers. ' +
          reasonsInReadersLanguage,
        params: SyncLogPath,
        querystring: PageParameters,
        response: { 200: z.array(ERPRejectGroup), ...problems(400, 404) },
      },
    },
    async (request, reply) => {
      const { rejected, open, groups } = await core.runs.rejectGroups(request.params.id, masksPersons(request.caller))
      reply.header('x-rejected-count', rejected).header('x-open-count', open)
      const language = languageOf(request, reply)
      const { items, next } = pageOf(groups, request.query)
      return page(request, reply, { items: items.map((group) => ({ ...group, reason: faultIn(language, group.reason) })), next })
    },
  )
}
