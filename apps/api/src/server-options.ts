import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { AppError, type Ids } from '@linkspan/core'
import { type FastifyBaseLogger, type FastifyHttpOptions, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import type { Logger } from 'pino'
import { problemType, toProblem } from './http/problem.ts'
import { answerError } from './plugins/errors.ts'
import { requestIdMaker } from './plugins/request-context.ts'

const bodyLimitBytes = 1024 * 1024
const receivingLimitMs = 60_000
const headerLimitBytes = 16 * 1024

/**
 * The limits of the HTTP server. An answer may take as long as it needs, since waiting is what some routes are for; a
 * request must arrive in time.
 */
export const serverOptions = (logger: Logger, ids: Ids) =>
  ({
    loggerInstance: logger as FastifyBaseLogger,
    genReqId: requestIdMaker(ids),
    requestIdHeader: false as const,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    bodyLimit: bodyLimitBytes,
    requestTimeout: receivingLimitMs,
    keepAliveTimeout: 72_000,
    http: { maxHeaderSize: headerLimitBytes, headersTimeout: receivingLimitMs },
    routerOptions: { maxParamLength: 2000 },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      reply.header('x-request-id', request.id)
      answerError(error, request, reply)
    },
    clientErrorHandler: (error: Error & { code?: string }, socket: Socket) => answerUnreadable(error, socket, `req_${ids.random(16)}`),
  }) satisfies FastifyHttpOptions<Server, FastifyBaseLogger>

/** What is no HTTP request at all gets its answer straight on the socket. */
function answerUnreadable({ code }: { readonly code?: string }, socket: Socket, requestId: string): void {
  if (code === 'ECONNRESET' || !socket.writable) return
  const large = code === 'HPE_HEADER_OVERFLOW'
  const error = large
    ? new AppError('request.too-large', 'The headers are too large')
    : new AppError('request.malformed', 'This is no readable HTTP request')
  const status = large ? '431 Request Header Fields Too Large' : '400 Bad Request'
  const body = JSON.stringify({ ...toProblem(error, { path: '/', requestId }), ...(large && { status: 431 }) })
  const headers = [
    `content-type: ${problemType}`,
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${requestId}`,
    'connection: close',
  ]
  socket.end(`HTTP/1.1 ${status}\r\n${headers.join('\r\n')}\r\n\r\n${body}`)
}
