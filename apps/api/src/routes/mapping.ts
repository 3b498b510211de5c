import {
  type Core,
  deadlineSignal,
  describeDataTypes,
  describeOperations,
  ERPDataTypeDescription,
  ERPMappingEvaluation,
  ERPMappingOperation,
  EvaluationRequest,
} from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problems } from '../http/problem.ts'

const graceMs = 1000
/** A hundred rows as a preview shows them, twice. */
const maxRowsBytes = 8_388_608

const tags = ['Mapping']

/** The routes by which a mapping is written: what there is to map to, what a step can do, and what becomes of rows. */
export const mappingRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core }) => {
  app.get(
    '/erp/data-types',
    {
      schema: {
        tags,
        operationId: 'listDataTypes',
        summary: 'List the data types with their canonical fields',
        description: 'Each as JSON Schema, with the fields that a record must have, and an example.',
        response: { 200: z.array(ERPDataTypeDescription), ...problems() },
      },
    },
    async () => describeDataTypes(),
  )

  app.get(
    '/erp/mapping-operations',
    {
      schema: {
        tags,
        operationId: 'listMappingOperations',
        summary: 'List the operations of transformations',
        description: 'Each with the JSON Schema of its `value`, from which a form can be drawn, and an example.',
        response: { 200: z.array(ERPMappingOperation), ...problems() },
      },
    },
    async () => describeOperations(),
  )

  app.post(
    '/erp/mapping/evaluate',
    {
      config: { role: 'operator' },
      bodyLimit: maxRowsBytes,
      schema: {
        tags,
        operationId: 'evaluateMapping',
        summary: 'Try a mapping on rows',
        description:
          'For operators. Maps and validates rows that a preview has shown, as a sync would: what each becomes, why it is rejected, or which filter leaves it out. ' +
          'With `trace` also the value of each field after each step. The ERP is not called, and nothing is stored or audited. The connection need not be active. ' +
          "Waits at most for the connection's settings.timeout; an expression is stopped as in a sync. Large values are shortened, and secrets are removed.",
        body: EvaluationRequest,
        response: { 200: ERPMappingEvaluation, ...problems(400, 403, 404, 409, 413, 415, 422, 504) },
      },
    },
    async (request, reply) => {
      const { previewId, timeoutMs } = await core.evaluations.request(request.caller, request.body)
      using limit = deadlineSignal(timeoutMs + graceMs, app.lifetimeOf(reply))
      return await core.evaluations.wait(previewId, limit.signal)
    },
  )
}
