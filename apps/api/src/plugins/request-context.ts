import type { IncomingMessage } from 'node:http'
import type { Ids } from '@linkspan/core'
import type { FastifyInstance, FastifyRequest } from 'fastify'

const acceptable = /^[\w.:/+=-]{1,128}$/

/** Returns the caller's own `X-Request-Id` if it is safe in logs and headers, otherwise a new id. */
export const requestIdMaker =
  (ids: Ids) =>
  ({ headers }: IncomingMessage): string => {
    const given = headers['x-request-id']
    return typeof given === 'string' && acceptable.test(given) ? given : `req_${ids.random(16)}`
  }

/** The path of a request without its query, because queries are never logged or sent back. */
export const pathOf = ({ url }: { readonly url: string }): string => url.split('?', 1)[0] ?? url

const maxUserAgentLength = 256

/** Where a request comes from, as the audit trail keeps it. */
export const originOf = (request: FastifyRequest) => ({
  ipAddress: request.ip,
  userAgent: request.headers['user-agent']?.slice(0, maxUserAgentLength) ?? null,
  requestId: request.id,
})

/** The connection or the run that a request is about, for each of its log lines. */
function subjectOf(request: FastifyRequest): object {
  const { id } = (request.params ?? {}) as { id?: unknown }
  if (typeof id !== 'string') return {}
  if (id.startsWith('erp_')) return { connectionId: id }
  return id.startsWith('log_') ? { runId: id } : {}
}

/** Adds the request id to every answer, and writes one log line for every request. */
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
    if (request.routeOptions.config.quiet) request.log.debug(line, 'Request answered')
    else request.log.info(line, 'Request answered')
  })
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Machines call this route all the time, so it is logged only at debug. */
    quiet?: boolean
  }
}
