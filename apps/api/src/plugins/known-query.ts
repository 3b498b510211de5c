import { AppError, didYouMean, mayAct } from '@linkspan/core'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'

/** Refuses query parameters that a route does not know. If they were ignored, a misspelt filter would show everything. */
export function addKnownQuery(app: FastifyInstance): void {
  app.addHook('preHandler', async (request) => {
    const at = request.url.indexOf('?')
    if (at === -1) return
    const { role } = request.routeOptions.config
    if (role && !mayAct(request.caller.role, role)) return // the command refuses the caller
    const known = parametersOf(request.routeOptions.schema?.querystring)
    const unknown = [...new Set(new URLSearchParams(request.url.slice(at)).keys())].filter((name) => !known.includes(name))
    if (unknown.length === 0) return
    const issues = unknown.map((path) => ({ path, message: `is not a parameter of this route${didYouMean(path, known)}` }))
    const list = known.length === 0 ? 'it has none' : `it knows ${known.join(', ')}`
    throw new AppError('request.malformed', `The query is not valid: "${unknown.join('", "')}" is unknown to this route; ${list}`, {
      details: { issues },
    })
  })
}

const parametersOf = (schema: unknown): readonly string[] => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : [])
