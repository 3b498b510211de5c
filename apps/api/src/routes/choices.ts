import { type Core, deadlineSignal, ERPChoices } from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { problems } from '../http/problem.ts'
import { ChoicesPath } from './parameters.ts'

const graceMs = 1000

export const choicesRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core }) => {
  app.get(
    '/erp/connections/:id/choices/:field',
    {
      config: { role: 'operator' },
      schema: {
        tags: ['Connections'],
        operationId: 'listChoices',
        summary: 'List the values that the ERP has for a setting',
        description:
          'For operators. Asks the ERP for what a form can offer, for example its companies or warehouses. `choices` of `GET /erp/providers` names ' +
          'the fields; any other is 404. The connection need not be active, and the field need not be set. Waits at most for the ' +
          "connection's settings.timeout; if the ERP fails, the answer is that failure. Nothing is stored.",
        params: ChoicesPath,
        response: { 200: ERPChoices, ...problems(403, 404, 409, 504) },
      },
    },
    async (request, reply) => {
      const { previewId, timeoutMs } = await core.choices.request(request.caller, request.params)
      using limit = deadlineSignal(timeoutMs + graceMs, app.lifetimeOf(reply))
      return await core.choices.wait(previewId, limit.signal)
    },
  )
}
