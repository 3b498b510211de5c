import { AppError } from '@linkspan/core'
import type { FastifyInstance, HTTPMethods } from 'fastify'
import { pathOf } from './request-context.ts'

const methods: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/**
 * Answers 405 with `Allow` if a path exists, but not with this method. Returns a function to call when all routes are there. It concerns
 * only the routes of the API, which have an operation id.
 */
export function addAllowedMethods(app: FastifyInstance): () => void {
  const known = new Map<string, Set<HTTPMethods>>()
  app.addHook('onRoute', ({ url, method, schema }) => {
    if (!schema || !('operationId' in schema)) return
    const found = known.get(url) ?? new Set()
    for (const one of [method].flat()) found.add(one)
    known.set(url, found)
  })

  return () => {
    for (const [url, allowed] of [...known]) {
      const allow = methods.filter((method) => allowed.has(method)).join(', ')
      app.route({
        method: methods.filter((method) => !allowed.has(method)),
        url,
        exposeHeadRoute: false,
        schema: { hide: true },
        onRequest: async (request, reply) => {
          reply.header('allow', allow)
          throw new AppError('request.method-not-allowed', `${pathOf(request)} does not take ${request.method}; it takes ${allow}`)
        },
        handler: async () => {},
      })
    }
  }
}
