import { type Core, ERPChange, ERPRecord, ERPStock, maxWritten, PartyId, WrittenRecord } from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Limit, PageParameters, page, wholeNumber } from '../http/paging.ts'
import { problems } from '../http/problem.ts'
import { ConnectionDataPath, ConnectionPath, maxRecordBytes, RecordPath } from './parameters.ts'

const ERPChanges = z
  .object({
    changes: z.array(ERPChange),
    next: z.int().describe('The position to send as `after` next time; unchanged if there is nothing new.'),
  })
  .meta({ id: 'ERPChanges' })

const Position = wholeNumber(0, Number.MAX_SAFE_INTEGER, 0, 'The `next` of the last answer; 0 starts at the beginning.')

const StockOf = z
  .object({
    erpConnectionId: ConnectionPath.shape.id.optional(),
    siteId: PartyId.optional().describe('Instead of erpConnectionId: use the connection that serves this site.'),
    clientId: PartyId.optional(),
  })
  .refine(
    ({ erpConnectionId, siteId }) => (erpConnectionId === undefined) !== (siteId === undefined),
    'must have either erpConnectionId or siteId',
  )

const tags = ['Records']

export const recordRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core }) => {
  app.get(
    '/erp/connections/:id/records/:dataType',
    {
      schema: {
        tags,
        operationId: 'listRecords',
        summary: 'List records',
        description:
          'The stored canonical records, latest change first. A record that changes while a client pages moves to the front, so a client that wants a complete copy follows the changes instead.',
        params: ConnectionDataPath,
        querystring: PageParameters,
        response: { 200: z.array(ERPRecord), ...problems(400, 404) },
      },
    },
    async (request, reply) => {
      const { id, dataType } = request.params
      return page(request, reply, await core.records.list(id, dataType, request.query))
    },
  )

  app.post(
    '/erp/connections/:id/records/:dataType',
    {
      config: { role: 'operator' },
      bodyLimit: maxRecordBytes,
      schema: {
        tags,
        operationId: 'writeRecords',
        summary: 'Write records',
        description:
          'For operators. The body is one record or a list of up to 1000, each as plain canonical fields with an `id` or as the envelope in ' +
          'which records are read. A field that is left out stays as it is; null removes it. If one record is not valid, none is stored. ' +
          'Stored records wait to be pushed. A record that is written unchanged is not pushed again, unless the ERP refused it before.',
        params: ConnectionDataPath,
        body: z.union([WrittenRecord, z.array(WrittenRecord).min(1).max(maxWritten)]),
        response: { 202: z.union([ERPRecord, z.array(ERPRecord)]), ...problems(400, 403, 404, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { id, dataType } = request.params
      const isList = Array.isArray(request.body)
      const input = { connectionId: id, dataType, records: [request.body].flat() }
      const written = await core.records.write(request.caller, input)
      return reply.code(202).send(isList ? [...written] : (written[0] as ERPRecord))
    },
  )

  app.get(
    '/erp/connections/:id/records/:dataType/:recordId',
    {
      schema: {
        tags,
        operationId: 'getRecord',
        summary: 'Get a record',
        description: 'One canonical record by its id.',
        params: RecordPath,
        response: { 200: ERPRecord, ...problems(404) },
      },
    },
    async ({ params: { id, dataType, recordId } }) => core.records.get(id, dataType, recordId),
  )

  app.delete(
    '/erp/connections/:id/records/:dataType/:recordId',
    {
      config: { role: 'admin' },
      schema: {
        tags,
        operationId: 'forgetRecord',
        summary: 'Forget a record',
        description:
          'For admins. Deletes one record here, with a tombstone in the change feed. The ERP is not told: if it still has the record, a later sync brings it back.',
        params: RecordPath,
        response: { 204: z.undefined(), ...problems(403, 404, 409) },
      },
    },
    async (request, reply) => {
      const { id, dataType, recordId } = request.params
      await core.records.forget(request.caller, { connectionId: id, dataType, recordId })
      return reply.code(204).send(undefined)
    },
  )

  app.get(
    '/erp/connections/:id/changes/:dataType',
    {
      schema: {
        tags,
        operationId: 'listChanges',
        summary: 'Follow the changes',
        description:
          'Each record once, at its latest change; deletions are tombstones. Asking again with `after` set to `next` continues without loss.',
        params: ConnectionDataPath,
        querystring: z.object({ after: Position, limit: Limit }),
        response: { 200: ERPChanges, ...problems(400, 404) },
      },
    },
    async ({ params: { id, dataType }, query: { after, limit } }) => {
      const { changes, next } = await core.records.changes(id, dataType, after, limit)
      return { changes: [...changes], next }
    },
  )

  app.get(
    '/erp/inventory/:sku',
    {
      schema: {
        tags,
        operationId: 'getStock',
        summary: 'Get the stock of one SKU',
        description: 'All locations and their exact sums, as of the last sync.',
        params: z.object({ sku: z.string().min(1) }),
        querystring: StockOf,
        response: { 200: ERPStock, ...problems(400, 404, 422) },
      },
    },
    async ({ params: { sku }, query: { erpConnectionId, siteId = '', clientId } }) =>
      core.records.inventory(erpConnectionId ?? (await core.assignments.servingConnection(siteId, clientId)), sku),
  )
}
