import type { IncomingMessage } from 'node:http'
import type { Ids } from '@linkspan/core'
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify'
import type { Bindings, ChildLoggerOptions } from 'pino'

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

const subjectPattern = /^[^?]*?\/(?:(erp_[a-z0-9]+)|(log_[a-z0-9]+))(?=[/?]|$)/

/** The connection or the run that a path names. */
function subjectOf(url: string): object {
  const [, connectionId, runId] = subjectPattern.exec(url) ?? []
  if (connectionId !== undefined) return { connectionId }
  return runId === undefined ? {} : { runId }
}

/** Each log line of a request names the request and the connection or the run that it is about. */
export const requestLogger = (
  logger: FastifyBaseLogger,
  bindings: Bindings,
  options: ChildLoggerOptions,
  { url = '' }: IncomingMessage,
): FastifyBaseLogger => logger.child({ ...bindings, ...subjectOf(url) }, options)

/** Adds the request id to every answer, and writes one log line for every request. */
export function addRequestContext(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
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
