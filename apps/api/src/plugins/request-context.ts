import type { IncomingMessage } from 'node:http'
import type { Ids } from '@linkspan/core'
import type { FastifyInstance, FastifyRequest } from 'fastify'

const acceptable = /^[\w.:/+=-]{1,128}$/

/** The caller's own `X-Request-Id` where it is fit for logs and headers, else a new one. */
export const requestIdMaker =
  (ids: Ids) =>
  ({ headers }: IncomingMessage): string => {
    const given = headers['x-request-id']
    return typeof given === 'string' && acceptable.test(given) ? given : `req_${ids.random(16)}`
  }

/** The path as it was asked for, without the query: queries are never logged nor sent back. */
export const pathOf = ({ url }: { readonly url: string }): string => url.split('?', 1)[0] ?? url

/** The connection and the run that a request is about, for every log line of it. */
function subjectOf(request: FastifyRequest): object {
  const { id } = (request.params ?? {}) as { id?: unknown }
  if (typeof id !== 'string') return {}
  if (id.startsWith('erp_')) return { connectionId: id }
  return id.startsWith('log_') ? { runId: id } : {}
}

/** Every answer carries its request id, and every request leaves one line in the log. */
export function addRequestContext(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    const subject = subjectOf(request)
    if (Object.keys(subject).length > 0) request.log = request.log.child(subject)
  })
  app.addHook('onResponse', async (request, reply) => {
    const line = {
      method: request.method,
      path: pathOf(request),
      route: request.routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      ...(request.caller && { caller: request.caller.id }),
    }
    if (request.routeOptions.config.quiet) request.log.debug(line, 'Answered')
    else request.log.info(line, 'Answered')
  })
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Asked for all the time by machines: logged only at debug. */
    quiet?: boolean
  }
}
