import { type Core, ERPPreview, PreviewRequest } from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { problems } from '../http/problem.ts'
import { ConnectionPath } from './parameters.ts'

const graceMs = 1000

export const previewRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core }) => {
  app.post(
    '/erp/connections/:id/preview',
    {
      config: { role: 'operator' },
      schema: {
        tags: ['Connections'],
        operationId: 'previewRecords',
        summary: 'Try a mapping',
        description:
          'For operators. Reads the first records from the ERP and shows them as they came, beside what the mapping makes of them: nothing is ' +
          'stored. Also for a connection that is not active, and for a data type that is not enabled yet. Waits at most for the ' +
          "settings.timeout of the connection; the ERP's failure is answered as such. Big values are shortened, and secrets left out.",
        params: ConnectionPath,
        body: PreviewRequest,
        response: { 200: ERPPreview, ...problems(400, 403, 404, 409, 413, 415, 422, 504) },
      },
    },
    async (request, reply) => {
      const { previewId, timeoutMs } = await core.previews.request(request.caller, { id: request.params.id, request: request.body })
      const limit = AbortSignal.any([app.lifetimeOf(reply), AbortSignal.timeout(timeoutMs + graceMs)])
      return core.previews.wait(previewId, limit)
    },
  )
}
