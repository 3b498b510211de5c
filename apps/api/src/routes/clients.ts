import { AssignmentPreview, AssignmentPreviewRequest, type Core, ERPClient, ERPSite, PartyName } from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { PageParameters, page } from '../http/paging.ts'
import { problems } from '../http/problem.ts'
import { ClientPath, ClientSitePath } from './parameters.ts'

const tags = ['Assignments']

/** The routes for which clients and sites there are, which ERP serves each, and what a change would do. */
export const clientRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core: { assignments } }) => {
  app.get(
    '/clients',
    {
      schema: {
        tags,
        operationId: 'listClients',
        summary: 'List clients',
        description:
          'In the order of their ids: those that were assigned a connection, or that have a site that was, or that were given a name. A page may ' +
          'be short although there is a next one: follow `Link` to the end.',
        querystring: PageParameters,
        response: { 200: z.array(ERPClient), ...problems(400) },
      },
    },
    async (request, reply) => page(request, reply, await assignments.clients(request.query)),
  )

  app.get(
    '/clients/:clientId',
    {
      schema: {
        tags,
        operationId: 'getClient',
        summary: 'Get a client',
        description: 'With its assignments and its name. One that Linkspan does not know has neither.',
        params: ClientPath,
        response: { 200: ERPClient, ...problems(404) },
      },
    },
    ({ params: { clientId } }) => assignments.client(clientId),
  )

  app.put(
    '/clients/:clientId',
    {
      config: { role: 'admin' },
      schema: {
        tags,
        operationId: 'nameClient',
        summary: 'Name a client',
        description: 'For admins. The name is only shown to people; the platform owns its clients.',
        params: ClientPath,
        body: PartyName,
        response: { 200: ERPClient, ...problems(400, 403, 404, 413, 415, 422) },
      },
    },
    ({ caller, params, body }) => assignments.renameClient(caller, { ...params, ...body }),
  )

  app.get(
    '/clients/:clientId/sites',
    {
      schema: {
        tags,
        operationId: 'listSites',
        summary: 'List the sites of a client, with the ERP that serves each',
        description:
          'In the order of their ids: those that have a connection of their own, or were given a name. `effective` says which connection serves ' +
          'the site and why. A page may be short although there is a next one: follow `Link` to the end.',
        params: ClientPath,
        querystring: PageParameters,
        response: { 200: z.array(ERPSite), ...problems(400, 404) },
      },
    },
    async (request, reply) => page(request, reply, await assignments.sites(request.params.clientId, request.query)),
  )

  app.get(
    '/clients/:clientId/sites/:siteId',
    {
      schema: {
        tags,
        operationId: 'getSite',
        summary: 'Get a site of a client, with the ERP that serves it',
        description: "One that Linkspan does not know has no connection of its own, and uses the client's.",
        params: ClientSitePath,
        response: { 200: ERPSite, ...problems(404) },
      },
    },
    ({ params: { clientId, siteId } }) => assignments.site(clientId, siteId),
  )

  app.put(
    '/clients/:clientId/sites/:siteId',
    {
      config: { role: 'admin' },
      schema: {
        tags,
        operationId: 'nameSite',
        summary: 'Name a site',
        description:
          "For admins. The name is only shown to people. A site that uses its client's ERP is known to Linkspan, and listed, only if it has one.",
        params: ClientSitePath,
        body: PartyName,
        response: { 200: ERPSite, ...problems(400, 403, 404, 413, 415, 422) },
      },
    },
    ({ caller, params, body }) => assignments.renameSite(caller, { ...params, ...body }),
  )

  app.post(
    '/erp/assignments/preview',
    {
      schema: {
        tags,
        operationId: 'previewAssignment',
        summary: 'Preview a change of assignments',
        description:
          'Says which connection serves each site of the client now and which one would after the change; with `siteId`, of that site alone. ' +
          'Nothing is changed. One request looks at up to 500 sites; `next` is the `cursor` for the sites that follow.',
        body: AssignmentPreviewRequest,
        response: { 200: AssignmentPreview, ...problems(400, 413, 415, 422) },
      },
    },
    ({ body }) => assignments.preview(body),
  )
}
