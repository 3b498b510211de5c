import {
  ConflictBatchRequest,
  ConflictBatchResult,
  ConflictResolutionRequest,
  ConflictStatus,
  type Core,
  conflictReasons,
  DataTypeId,
  ERPConflict,
  ERPForm,
  ERPRecord,
} from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { PageParameters, page } from '../http/paging.ts'
import { problems } from '../http/problem.ts'
import { ConflictPath, ConnectionPath } from './parameters.ts'

const tags = ['Conflicts']

const Filters = PageParameters.extend({
  status: ConflictStatus.default('open').describe('Whether those that wait for somebody are wanted, or those that have ended.'),
  connectionId: ConnectionPath.shape.id.optional().describe('Only conflicts of this connection.'),
  dataType: DataTypeId.optional().describe('Only conflicts about records of this data type.'),
  reason: z.enum(conflictReasons).optional().describe('Only conflicts that arose in this way.'),
  field: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('Only conflicts about this field, as in `price`, `shipTo.city` or `lines[].quantity`.'),
})

/** The routes for records that both sides have changed, and for deciding which side wins. */
export const conflictRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core }) => {
  app.get(
    '/erp/connections/:id/conflicts',
    {
      schema: {
        tags,
        operationId: 'listConflicts',
        summary: 'List the open conflicts',
        description: 'Newest first. Each shows both sides, the base on which they last agreed, and how the conflict arose.',
        params: ConnectionPath,
        querystring: PageParameters,
        response: { 200: z.array(ERPConflict), ...problems(400, 404) },
      },
    },
    async (request, reply) => page(request, reply, await core.conflicts.list(request.params.id, request.query)),
  )

  app.get(
    '/erp/connections/:id/erp-forms',
    {
      schema: {
        tags,
        operationId: 'listErpForms',
        summary: 'List what the ERP does to the fields that it is sent',
        description:
          'Learnt from what came back: rounded, in upper case, cut, worked out anew. Such a difference is no edit. One row for each data type and field.',
        params: ConnectionPath,
        response: { 200: z.array(ERPForm), ...problems(404) },
      },
    },
    async (request) => [...(await core.conflicts.forms(request.params.id))],
  )

  app.get(
    '/erp/conflicts',
    {
      schema: {
        tags,
        operationId: 'listAllConflicts',
        summary: 'List the conflicts of all connections',
        description:
          'The open ones, oldest first; with `status=resolved` those that ended in the last 30 days, the latest end first, each with who decided ' +
          'what and when. If few conflicts match the filters, a page may be short although there is a next one: follow `Link` to the end.',
        querystring: Filters,
        response: { 200: z.array(ERPConflict), ...problems(400) },
      },
    },
    async (request, reply) => page(request, reply, await core.conflicts.listAll(request.query)),
  )

  app.post(
    '/erp/conflicts/resolve',
    {
      config: { role: 'operator' },
      schema: {
        tags,
        operationId: 'resolveConflicts',
        summary: 'Resolve several conflicts by the same decision',
        description:
          'For operators. Each of up to 1000 conflicts is resolved on its own, and the answer says what became of each: one that somebody else ' +
          'has decided in the meantime stays as they decided, and says who and how. With `dryRun` nothing changes, and the answer shows the ' +
          'records as they would be.',
        body: ConflictBatchRequest,
        response: { 200: ConflictBatchResult, ...problems(400, 403, 413, 415, 422) },
      },
    },
    async (request) => core.conflicts.resolveMany(request.caller, request.body),
  )

  app.get(
    '/erp/conflicts/:id',
    {
      schema: {
        tags,
        operationId: 'getConflict',
        summary: 'Get an open conflict',
        description: 'Both sides of the record, field by field.',
        params: ConflictPath,
        response: { 200: ERPConflict, ...problems(404) },
      },
    },
    async (request) => core.conflicts.get(request.params.id),
  )

  app.post(
    '/erp/conflicts/:id/resolve',
    {
      config: { role: 'operator' },
      schema: {
        tags,
        operationId: 'resolveConflict',
        summary: 'Resolve a conflict',
        description:
          'For operators. `winner` is the side whose values are taken; `fields` names exceptions. The answer is the resulting record, which ' +
          "waits to be pushed if any of the system's values was taken. One that somebody else has resolved is 409, and `detail` says who and how.",
        params: ConflictPath,
        body: ConflictResolutionRequest,
        response: { 200: ERPRecord, ...problems(400, 403, 404, 409, 415, 422) },
      },
    },
    async (request) => core.conflicts.resolve(request.caller, { ...request.body, id: request.params.id }),
  )
}
