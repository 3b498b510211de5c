import { AnyPreviewRequest, type Core, deadlineSignal, ERPPreview, ERPPushPreview } from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problems } from '../http/problem.ts'
import { ConnectionPath, maxRecordBytes } from './parameters.ts'

const graceMs = 1000

export const previewRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core }) => {
  app.post(
    '/erp/connections/:id/preview',
    {
      config: { role: 'operator' },
      bodyLimit: maxRecordBytes,
      schema: {
        tags: ['Connections'],
        operationId: 'previewRecords',
        summary: 'Preview records in either direction',
        description:
          'For operators. Direction "pull" reads the first records from the ERP, and shows each as the ERP sent it beside the result of the mapping. ' +
          'Direction "push" shows exactly what would be sent for a record if it were posted now: method and URL, or file name, and body, with the ' +
          'mapping run backwards; a record that could not be posted is refused with the same 422. Nothing is stored or sent. The connection need not be active, nor the data type enabled. Waits at most for the ' +
          "connection's settings.timeout; if the ERP fails, the answer is that failure. Large values are shortened, and secrets are removed.",
        params: ConnectionPath,
        body: AnyPreviewRequest,
        response: { 200: z.union([ERPPreview, ERPPushPreview]), ...problems(400, 403, 404, 409, 413, 415, 422, 504) },
      },
    },
    async (request, reply) => {
      const { previewId, timeoutMs } = await core.previews.request(request.caller, { id: request.params.id, request: request.body })
      using limit = deadlineSignal(timeoutMs + graceMs, app.lifetimeOf(reply))
      return await core.previews.wait(previewId, limit.signal)
    },
  )
}
