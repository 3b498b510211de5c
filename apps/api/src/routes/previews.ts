import { type Core, deadlineSignal, ERPPreview, PreviewRequest } from '@linkspan/core'
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
        summary: 'Preview records with a mapping',
        description:
          'For operators. Reads the first records from the ERP, and shows each as the ERP sent it beside the result of the mapping. No record ' +
          'is stored. The connection need not be active, nor the data type enabled. Waits at most for the ' +
          "connection's settings.timeout; if the ERP fails, the answer is that failure. Large values are shortened, and secrets are removed.",
        params: ConnectionPath,
        body: PreviewRequest,
        response: { 200: ERPPreview, ...problems(400, 403, 404, 409, 413, 415, 422, 504) },
      },
    },
    async (request, reply) => {
      const { previewId, timeoutMs } = await core.previews.request(request.caller, { id: request.params.id, request: request.body })
      using limit = deadlineSignal(timeoutMs + graceMs, app.lifetimeOf(reply))
      return await core.previews.wait(previewId, limit.signal)
    },
  )
}
