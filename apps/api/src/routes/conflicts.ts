import { ConflictResolutionRequest, type Core, ERPConflict, ERPForm, ERPRecord } from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { PageParameters, page } from '../http/paging.ts'
import { problems } from '../http/problem.ts'
import { ConflictPath, ConnectionPath } from './parameters.ts'

const tags = ['Conflicts']

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
        summary: 'List the open conflicts of all connections',
        description:
          'Those of the newest connection first. One request examines at most 1000 connections, so a page may be short although there is a ' +
          'next one: follow `Link` to the end.',
        querystring: PageParameters,
        response: { 200: z.array(ERPConflict), ...problems() },
      },
    },
    async (request, reply) => page(request, reply, await core.conflicts.listAll(request.query)),
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
          "waits to be pushed if any of the system's values was taken.",
        params: ConflictPath,
        body: ConflictResolutionRequest,
        response: { 200: ERPRecord, ...problems(400, 403, 404, 409, 415, 422) },
      },
    },
    async (request) => core.conflicts.resolve(request.caller, { ...request.body, id: request.params.id }),
  )
}
