import { AppError, type Issue, isObject, nearestName, structureOf } from '@linkspan/core'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'

/**
 * Refuses a body with a misspelt field: one that its schema does not know, and whose name is nearly that of a field which is not there.
 * If it were ignored, `{"mod": "full"}` would start an incremental sync. Other unknown fields are ignored, so that what was read can be sent back.
 */
export function addMisspeltFields(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    const { body } = request.routeOptions.schema ?? {}
    const issues = body instanceof z.ZodType ? misspeltFields(body, request.body) : []
    if (issues.length === 0) return
    const text = issues.map(({ path, message }) => `${path} ${message}`).join('; ')
    throw new AppError('request.invalid', `The body is not valid. ${text}`, { details: { issues } })
  })
}

function misspeltFields(schema: z.core.$ZodType, value: unknown, path = ''): Issue[] {
  const structure = structureOf(schema)
  if (!(structure instanceof z.ZodObject) || !isObject(value)) return []
  const absent = Object.keys(structure.shape).filter((name) => !Object.hasOwn(value, name))
  return Object.entries(value).flatMap(([name, inner]) => {
    const below = path === '' ? name : `${path}.${name}`
    if (Object.hasOwn(structure.shape, name)) return misspeltFields(structure.shape[name] as z.core.$ZodType, inner, below)
    const nearest = nearestName(name, absent)
    return nearest === null ? [] : [{ path: below, message: `is not a field; did you mean "${nearest}"?` }]
  })
}
