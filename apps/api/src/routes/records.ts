import {
  type Core,
  ERPChange,
  ERPDeletedRecord,
  ERPRecord,
  ERPStock,
  maxWritten,
  PartyId,
  recordSyncStatuses,
  WrittenRecord,
} from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Instant } from '../http/instant.ts'
import { Limit, PageParameters, page } from '../http/paging.ts'
import { problems } from '../http/problem.ts'
import { ConnectionDataPath, ConnectionPath, maxRecordBytes, RecordPath } from './parameters.ts'

const ERPChanges = z
  .object({
    changes: z.array(ERPChange),
    next: z.int().describe('The position behind the last change; unchanged if there is nothing new.'),
    cursor: z
      .string()
      .describe(
        'What to send as `after` next time: the same position with the epoch of the feed, so that a feed that began anew is noticed.',
      ),
    epoch: z.string().describe('Identifies the life of the feed in which its positions were given out.'),
  })
  .meta({ id: 'ERPChanges' })

/** A position with its epoch, as in `k3v9q0x7.28`, or alone. */
const Position = z
  .string()
  .regex(/^(?:[a-z0-9]{8}\.)?\d{1,15}$/, 'must be the `cursor` or the `next` of an earlier answer, or 0')
  .default('0')
  .transform((text) => {
    const [position = '', epoch = null] = text.split('.').reverse()
    return { position: Number(position), epoch }
  })
  .meta({ description: 'The `cursor` of the last answer; its `next` works too. 0 starts at the beginning.', example: 'k3v9q0x7.28' })

const RecordFilters = PageParameters.extend({
  syncStatus: z.enum(recordSyncStatuses).optional().describe('Only records in this state.'),
  updatedSince: Instant.optional().describe('Only records that have changed at this time or later.'),
  q: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .describe(
      "What a business key begins with (the keys of `GET /erp/search`), in any case; the records are then in the order of their keys. If no key does: text in the id, the ERP's id or a field of the record. Lines are not searched.",
    ),
  deleted: z
    .string()
    .refine((text) => text === 'true' || text === 'false', 'must be true or false')
    .transform((text) => text === 'true')
    .optional()
    .meta({
      type: 'boolean',
      description:
        'Only records that were deleted, in place of those that are there: their ids, and when that was. `syncStatus` and `q` do not count then.',
    }),
})

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
          'The stored canonical records, latest change first. A record that changes while a client pages moves to the front, so a client that wants a complete copy follows the changes instead. ' +
          'With filters, one request examines at most about 5000 records, so a page may be short or empty although there is a next one: follow `Link` to the end.',
        params: ConnectionDataPath,
        querystring: RecordFilters,
        response: { 200: z.array(z.union([ERPRecord, ERPDeletedRecord])), ...problems(400, 404) },
      },
    },
    async (request, reply) => {
      const { id, dataType } = request.params
      const { deleted, ...query } = request.query
      if (deleted) return page(request, reply, await core.records.deleted(id, dataType, query))
      return page(request, reply, await core.records.list(id, dataType, query))
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
          'which records are read. A field that is left out stays as it is, and null removes it: also a part of an address, and a field of an order line (by its line number) or a shipment (by its id). ' +
          'A list names all its items: one that is left out is removed. A field that the data type does not have is refused. If one record is not valid, none is stored. ' +
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
          'Each record once, at its latest change; deletions are tombstones. Asking again with `after` set to `cursor` continues without loss. ' +
          '410 if the position is of another life of the feed, or beyond its end: then discard the copy and start again with `after=0`.',
        params: ConnectionDataPath,
        querystring: z.object({ after: Position, limit: Limit }),
        response: { 200: ERPChanges, ...problems(404, 410) },
      },
    },
    async ({ params: { id, dataType }, query: { after, limit } }) => {
      const { changes, next, epoch } = await core.records.changes(id, dataType, after, limit)
      return { changes: [...changes], next, cursor: `${epoch}.${next}`, epoch }
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
