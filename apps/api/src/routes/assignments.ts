import {
  ClientERPAssignment,
  ConnectionAssignments,
  type Core,
  EffectiveERP,
  NewClientAssignment,
  NewSiteAssignment,
  PartyId,
  SiteERPAssignment,
} from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problems } from '../http/problem.ts'
import { ClientPath, ConnectionPath } from './parameters.ts'

const SitePath = z.object({ siteId: PartyId })
const AssignmentId = z.string().regex(/^assign_[a-z0-9]{16}$/)

const tags = ['Assignments']

/** The routes that assign connections to clients and sites. */
export const assignmentRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core: { assignments } }) => {
  app.get(
    '/clients/:clientId/erp-assignments',
    {
      schema: {
        tags,
        operationId: 'listClientAssignments',
        summary: 'List the ERPs of a client',
        description: 'In the order in which they were assigned.',
        params: ClientPath,
        response: { 200: z.array(ClientERPAssignment), ...problems(404) },
      },
    },
    ({ params: { clientId } }) => assignments.ofClient(clientId),
  )

  app.post(
    '/clients/:clientId/erp-assignments',
    {
      config: { role: 'admin', idempotent: true },
      schema: {
        tags,
        operationId: 'assignToClient',
        summary: 'Assign an ERP to a client',
        description:
          'For admins. Assigning the same connection again updates its assignment. At most one assignment is the default: the first one, until another is made the default.',
        params: ClientPath,
        body: NewClientAssignment,
        response: { 201: ClientERPAssignment, ...problems(400, 403, 404, 409, 413, 415, 422) },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await assignments.assignClient(request.caller, { ...request.body, clientId: request.params.clientId })),
  )

  app.delete(
    '/clients/:clientId/erp-assignments/:assignmentId',
    {
      config: { role: 'admin' },
      schema: {
        tags,
        operationId: 'unassignFromClient',
        summary: 'Remove an ERP from a client',
        description: 'For admins. No other assignment becomes the default automatically, so that orders never go to another ERP unasked.',
        params: ClientPath.extend({ assignmentId: AssignmentId }),
        response: { 204: z.undefined().describe('It is gone.'), ...problems(403, 404) },
      },
    },
    async ({ caller, params: { clientId, assignmentId } }, reply) => {
      await assignments.unassignClient(caller, { ownerId: clientId, assignmentId })
      return reply.code(204).send()
    },
  )

  app.get(
    '/erp/connections/:id/assignments',
    {
      schema: {
        tags,
        operationId: 'listConnectionAssignments',
        summary: 'List who uses a connection',
        description: 'The assignments of clients and sites that name the connection, in no order.',
        params: ConnectionPath,
        response: { 200: ConnectionAssignments, ...problems(404) },
      },
    },
    ({ params: { id } }) => assignments.ofConnection(id),
  )

  app.get(
    '/sites/:siteId/erp-assignments',
    {
      schema: {
        tags,
        operationId: 'listSiteAssignments',
        summary: 'List the ERPs of a site',
        description: 'In the order in which they were assigned.',
        params: SitePath,
        response: { 200: z.array(SiteERPAssignment), ...problems(404) },
      },
    },
    ({ params: { siteId } }) => assignments.ofSite(siteId),
  )

  app.post(
    '/sites/:siteId/erp-assignments',
    {
      config: { role: 'admin', idempotent: true },
      schema: {
        tags,
        operationId: 'assignToSite',
        summary: 'Assign an ERP to a site',
        description:
          "For admins. With `overridesClient` it replaces the client's ERP for this site. Assigning the same connection again updates its assignment.",
        params: SitePath,
        body: NewSiteAssignment,
        response: { 201: SiteERPAssignment, ...problems(400, 403, 404, 409, 413, 415, 422) },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await assignments.assignSite(request.caller, { ...request.body, siteId: request.params.siteId })),
  )

  app.delete(
    '/sites/:siteId/erp-assignments/:assignmentId',
    {
      config: { role: 'admin' },
      schema: {
        tags,
        operationId: 'unassignFromSite',
        summary: 'Remove an ERP from a site',
        description: "For admins. The site then uses its client's ERP.",
        params: SitePath.extend({ assignmentId: AssignmentId }),
        response: { 204: z.undefined().describe('It is gone.'), ...problems(403, 404) },
      },
    },
    async ({ caller, params: { siteId, assignmentId } }, reply) => {
      await assignments.unassignSite(caller, { ownerId: siteId, assignmentId })
      return reply.code(204).send()
    },
  )

  app.get(
    '/sites/:siteId/effective-erp',
    {
      schema: {
        tags,
        operationId: 'getEffectiveErp',
        summary: 'Get the ERP that serves a site',
        description:
          "The site's own ERP if it overrides the client's, otherwise the client's default, otherwise none. `clientId` is needed if the site has no assignment.",
        params: SitePath,
        querystring: z.object({ clientId: PartyId.optional() }),
        response: { 200: EffectiveERP, ...problems(400, 404) },
      },
    },
    ({ params: { siteId }, query: { clientId } }) => assignments.effective(siteId, clientId),
  )
}
