import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { AppError, type Config, type Ids } from '@linkspan/core'
import { type FastifyBaseLogger, type FastifyHttpOptions, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import type { Logger } from 'pino'
import { problemType, toProblem } from './http/problem.ts'
import { answerError } from './plugins/errors.ts'
import { requestIdMaker, requestLogger } from './plugins/request-context.ts'

const bodyLimitBytes = 1024 * 1024
const headersWithinMs = 20_000
const requestWithinMs = 60_000
const timeoutCheckMs = 2000
const headerLimitBytes = 16 * 1024

/**
 * The options and limits of the HTTP server. A request must arrive in time; an answer may take as long as it needs, because some routes wait
 * for a result.
 */
export const serverOptions = (logger: Logger, ids: Ids, trustProxy: Config['api']['trustProxy']) =>
  ({
    ...(trustProxy !== null && { trustProxy: typeof trustProxy === 'number' ? hops(trustProxy) : [...trustProxy] }),
    loggerInstance: logger as FastifyBaseLogger,
    genReqId: requestIdMaker(ids),
    childLoggerFactory: requestLogger,
    requestIdHeader: false as const,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    bodyLimit: bodyLimitBytes,
    requestTimeout: requestWithinMs,
    return503OnClosing: false, // a request that is on its way when the process is told to stop is answered
    keepAliveTimeout: 72_000,
    http: { maxHeaderSize: headerLimitBytes, headersTimeout: headersWithinMs, connectionsCheckingInterval: timeoutCheckMs },
    routerOptions: { maxParamLength: 2000 },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      reply.header('x-request-id', request.id)
      answerError(error, request, reply)
    },
    clientErrorHandler: (error: Error & { code?: string }, socket: Socket) => answerUnreadable(error, socket, `req_${ids.random(16)}`),
  }) satisfies FastifyHttpOptions<Server, FastifyBaseLogger>

/** Fastify refuses to trust a plain number of hops. It is safe if no caller can bypass the proxies, which the setting requires. */
const hops =
  (count: number) =>
  (_address: string, hop: number): boolean =>
    hop < count

const notHttp = { status: 400, reason: 'Bad Request', error: new AppError('request.malformed', 'This is not a valid HTTP request') }
const unreadable: Readonly<Record<string, typeof notHttp>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    reason: 'Request Header Fields Too Large',
    error: new AppError('request.too-large', 'The headers are too large'),
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    reason: 'Request Timeout',
    error: new AppError('request.malformed', 'The request did not arrive in time'),
  },
}

/** Answers on the socket itself, because Fastify does not see a request that cannot be parsed. */
function answerUnreadable({ code }: { readonly code?: string }, socket: Socket, requestId: string): void {
  if (code === 'ECONNRESET' || !socket.writable) return
  const { status, reason, error } = unreadable[code ?? ''] ?? notHttp
  const body = JSON.stringify({ ...toProblem(error, { path: '/', requestId, language: 'en' }), status })
  const headers = [
    `content-type: ${problemType}`,
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${requestId}`,
    'connection: close',
  ]
  socket.end(`HTTP/1.1 ${status} ${reason}\r\n${headers.join('\r\n')}\r\n\r\n${body}`)
}
