import { type Core, Incident, IncidentStatus, incidentIn, SnoozeRequest } from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { inReadersLanguage, languageOf } from '../http/language.ts'
import { PageParameters, page } from '../http/paging.ts'
import { problems } from '../http/problem.ts'
import { ConnectionPath, IncidentPath } from './parameters.ts'

const Filters = PageParameters.extend({
  status: IncidentStatus.optional().describe('Only incidents with this status.'),
  connectionId: ConnectionPath.shape.id.optional().describe('Only incidents that concern this connection.'),
})

const tags = ['Incidents']

/** The routes for what is wrong. Incidents are opened and closed by what happens; people only take care of them. */
export const incidentRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core }) => {
  app.get(
    '/erp/incidents',
    {
      schema: {
        tags,
        operationId: 'listIncidents',
        summary: 'List incidents',
        description:
          'Newest first. Closed ones are kept for 90 days. If few incidents match the filters, a page may be short although there is a next one: follow `Link` to the end. ' +
          inReadersLanguage,
        querystring: Filters,
        response: { 200: z.array(Incident), ...problems(400) },
      },
    },
    async (request, reply) => {
      const language = languageOf(request, reply)
      const { items, ...rest } = await core.incidents.list(request.query)
      return page(request, reply, { items: items.map((incident) => incidentIn(language, incident)), ...rest })
    },
  )

  app.get(
    '/erp/incidents/:id',
    {
      schema: {
        tags,
        operationId: 'getIncident',
        summary: 'Get an incident',
        description: `What is wrong, since when, who acts, and everything that has happened to it. ${inReadersLanguage}`,
        params: IncidentPath,
        response: { 200: Incident, ...problems(404) },
      },
    },
    async (request, reply) => incidentIn(languageOf(request, reply), await core.incidents.get(request.params.id)),
  )

  app.post(
    '/erp/incidents/:id/acknowledge',
    {
      config: { role: 'operator' },
      schema: {
        tags,
        operationId: 'acknowledgeIncident',
        summary: 'Take care of an incident',
        description:
          'For operators. Notes who takes care of it; it closes by itself. If it gets worse, it is open again. One that is closed is 409.',
        params: IncidentPath,
        response: { 200: Incident, ...problems(403, 404, 409) },
      },
    },
    async (request, reply) =>
      incidentIn(languageOf(request, reply), await core.incidents.acknowledge(request.caller, { id: request.params.id })),
  )

  app.post(
    '/erp/incidents/:id/snooze',
    {
      config: { role: 'operator' },
      schema: {
        tags,
        operationId: 'snoozeIncident',
        summary: 'Snooze an incident',
        description:
          'For operators. Nobody is told about it before `until`, unless it gets worse. It closes by itself as any other. One that is closed is 409.',
        params: IncidentPath,
        body: SnoozeRequest,
        response: { 200: Incident, ...problems(400, 403, 404, 409, 413, 415, 422) },
      },
    },
    async (request, reply) =>
      incidentIn(languageOf(request, reply), await core.incidents.snooze(request.caller, { ...request.body, id: request.params.id })),
  )
}
