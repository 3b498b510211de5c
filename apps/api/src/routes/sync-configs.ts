import {
  type Core,
  ERPSyncConfiguration,
  etagOfConfig,
  NewSyncConfig,
  SettledConflicts,
  Slot,
  SyncConfigChange,
  SyncConfigContent,
  SyncConfigRevision,
  slotIn,
} from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { contentEtag } from '../http/content-etag.ts'
import { Instant } from '../http/instant.ts'
import { languageOf, reasonsInReadersLanguage } from '../http/language.ts'
import { Limit } from '../http/paging.ts'
import { problems } from '../http/problem.ts'
import { ConnectionDataPath, ConnectionPath } from './parameters.ts'

const ConfigPath = z.object({ id: z.string().regex(/^sync_[a-z0-9]{24}$/) })

const SlotParameters = z.object({ from: Instant.optional(), to: Instant.optional(), limit: Limit })

const IfMatch = z.object({ 'if-match': z.string().optional() })

const etagOf = (config: ERPSyncConfiguration): string => contentEtag(etagOfConfig(config), config)

const tags = ['Schedules']

/** The routes for sync configurations and the fates of their due times. */
export const syncConfigRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core: { connections, syncConfigs } }) => {
  app.get(
    '/erp/connections/:id/sync-configs',
    {
      schema: {
        tags,
        operationId: 'listSyncConfigs',
        summary: 'List the sync configurations of a connection',
        description: 'In the order in which they were created.',
        params: ConnectionPath,
        response: { 200: z.array(ERPSyncConfiguration), ...problems(404) },
      },
    },
    ({ params: { id } }) => syncConfigs.list(id),
  )

  app.post(
    '/erp/sync-configs',
    {
      config: { role: 'admin', idempotent: true },
      schema: {
        tags,
        operationId: 'createSyncConfig',
        summary: 'Configure the sync of a data type',
        description:
          'For admins. There can be one for each connection, data type and direction; one for both directions takes the place of both. Its schedule takes effect at once.',
        body: NewSyncConfig,
        response: { 201: ERPSyncConfiguration, ...problems(400, 403, 404, 409, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const config = await syncConfigs.create(request.caller, request.body)
      return reply.code(201).header('location', `${app.prefix}/erp/sync-configs/${config.id}`).header('etag', etagOf(config)).send(config)
    },
  )

  app.get(
    '/erp/sync-configs/:id',
    {
      schema: {
        tags,
        operationId: 'getSyncConfig',
        summary: 'Get a sync configuration',
        description: 'With the state of its latest run and the next time it is due. Its `ETag` guards the next change.',
        params: ConfigPath,
        response: { 200: ERPSyncConfiguration, ...problems(404) },
      },
    },
    async ({ params: { id } }, reply) => {
      const config = await syncConfigs.get(id)
      return reply.header('etag', etagOf(config)).send(config)
    },
  )

  app.get(
    '/erp/sync-configs/:id/revisions',
    {
      schema: {
        tags,
        operationId: 'listSyncConfigRevisions',
        summary: 'List what a sync configuration was',
        description:
          'Newest first, with who changed it and when: the present state and the 49 before it. PUT the `content` of an old one to take the configuration back.',
        params: ConfigPath,
        response: { 200: z.array(SyncConfigRevision), ...problems(404) },
      },
    },
    ({ params: { id } }) => syncConfigs.revisions(id),
  )

  app.put(
    '/erp/sync-configs/:id',
    {
      config: { role: 'admin' },
      schema: {
        tags,
        operationId: 'replaceSyncConfig',
        summary: 'Replace the content of a sync configuration',
        description:
          'For admins. What the body leaves out is gone, or has its default again. `If-Match` with the ETag guards against lost updates.',
        params: ConfigPath,
        headers: IfMatch,
        body: SyncConfigContent,
        response: { 200: ERPSyncConfiguration, ...problems(400, 403, 404, 412, 413, 415, 422) },
      },
    },
    async ({ caller, params: { id }, body: content, headers }, reply) => {
      const config = await syncConfigs.replace(caller, { id, content, ifMatch: headers['if-match'] })
      return reply.header('etag', etagOf(config)).send(config)
    },
  )

  app.get(
    '/erp/sync-configs/:id/slots',
    {
      schema: {
        tags,
        operationId: 'listSlots',
        summary: 'List what happened at each due time',
        description:
          'Newest first. A slot ran, joined a run that was under way, was caught up by a later run, or was skipped for a given reason. A slot waits while another run uses the same data, and then runs late. ' +
          reasonsInReadersLanguage,
        params: ConfigPath,
        querystring: SlotParameters,
        response: { 200: z.array(Slot), ...problems(400, 404) },
      },
    },
    async (request, reply) => {
      const { params, query } = request
      const language = languageOf(request, reply)
      return (await syncConfigs.slots(params.id, query)).map((slot) => slotIn(language, slot))
    },
  )

  app.get(
    '/erp/connections/:id/slots/:dataType',
    {
      schema: {
        tags,
        operationId: 'listConnectionSlots',
        summary: 'List what happened at each due time of a data type',
        description:
          "Newest first. It covers pulls and syncs in both directions, also those by the connection's own schedule. The slots of a push are listed at its sync configuration. " +
          reasonsInReadersLanguage,
        params: ConnectionDataPath,
        querystring: SlotParameters,
        response: { 200: z.array(Slot), ...problems(400, 404) },
      },
    },
    async (request, reply) => {
      const { params, query } = request
      const language = languageOf(request, reply)
      return (await connections.slots(params.id, params.dataType, query)).map((slot) => slotIn(language, slot))
    },
  )

  app.patch(
    '/erp/sync-configs/:id',
    {
      config: { role: 'admin' },
      schema: {
        tags,
        operationId: 'changeSyncConfig',
        summary: 'Change a sync configuration',
        description:
          'For admins. A null removes a field. A changed schedule takes effect at once. A changed `conflictResolution` leaves open conflicts as they are; the answer says how many of them it would settle. `If-Match` with the ETag guards against lost updates.',
        params: ConfigPath,
        headers: IfMatch,
        body: SyncConfigChange,
        response: { 200: ERPSyncConfiguration, ...problems(400, 403, 404, 409, 412, 413, 415, 422) },
      },
    },
    async ({ caller, params: { id }, body: change, headers }, reply) => {
      const config = await syncConfigs.update(caller, { id, change, ifMatch: headers['if-match'] })
      return reply.header('etag', etagOf(config)).send(config)
    },
  )

  app.post(
    '/erp/sync-configs/:id/settle-conflicts',
    {
      config: { role: 'operator' },
      schema: {
        tags,
        operationId: 'settleConflicts',
        summary: 'Settle open conflicts by the strategy',
        description:
          'For operators. Decides the open conflicts of the data type by the present `conflictResolution`, as if it had been in force when they were found. Those that only a person can decide stay open.',
        params: ConfigPath,
        response: { 200: SettledConflicts, ...problems(403, 404) },
      },
    },
    ({ caller, params: { id } }) => syncConfigs.settleConflicts(caller, { syncConfigId: id }),
  )

  app.delete(
    '/erp/sync-configs/:id',
    {
      config: { role: 'admin' },
      schema: {
        tags,
        operationId: 'deleteSyncConfig',
        summary: 'Delete a sync configuration',
        description: "For admins. The data type then follows the connection's own schedule, if there is one.",
        params: ConfigPath,
        response: { 204: z.undefined().describe('It is gone.'), ...problems(403, 404) },
      },
    },
    async ({ caller, params: { id } }, reply) => {
      await syncConfigs.remove(caller, { id })
      return reply.code(204).send()
    },
  )
}
