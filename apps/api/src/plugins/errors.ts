import { AppError, type Issue } from '@linkspan/core'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { problemType, toProblem } from '../http/problem.ts'
import { pathOf } from './request-context.ts'

const defaultRetryAfterMs = 5000

/** The one place where a failure becomes an HTTP answer. */
export function answerError(thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const error = toHttpError(thrown, request)
  if (error.kind === 'bug') request.log.error({ err: error.cause ?? error, code: error.code }, error.message)
  else if (error.status >= 500) request.log.warn({ code: error.code, reason: reasonOf(error) }, error.message)
  if (error.status === 429 || error.status === 503) {
    reply.header('retry-after', Math.max(1, Math.ceil((error.retryAfterMs ?? defaultRetryAfterMs) / 1000)))
  }
  const problem = toProblem(error, { path: pathOf(request), requestId: request.id })
  return reply.code(error.status).header('cache-control', 'no-store').type(problemType).send(JSON.stringify(problem))
}

const reasonOf = ({ cause }: AppError): string | undefined => (cause instanceof Error ? cause.message : undefined)

export function addErrorHandlers(app: FastifyInstance): void {
  app.setErrorHandler(answerError)
  app.setNotFoundHandler((request, reply) =>
    answerError(new AppError('request.not-found', `There is no ${request.method} ${pathOf(request)}`), request, reply),
  )
}

function toHttpError(thrown: unknown, request: FastifyRequest): AppError {
  if (thrown instanceof AppError) return thrown
  const error = thrown as FastifyError
  if (error.validation) return toValidationError(error, request)
  switch (error.statusCode) {
    case 400:
      return new AppError('request.malformed', wordsOf(error))
    case 403: // a path that no file of ours can have
    case 404:
    case 414: // a longer name in the path than anything has
      return new AppError('request.not-found', `There is no ${request.method} ${pathOf(request)}`)
    case 413:
      return new AppError('request.too-large', 'The body is larger than this route takes')
    case 415:
      return new AppError('request.media-type', `The body is "${request.headers['content-type'] ?? ''}"; only JSON is taken`)
    default:
      return new AppError('internal.bug', `Unexpected: ${error.message ?? String(thrown)}`, { cause: thrown })
  }
}

/** Fastify's own words are fixed sentences; a JSON parser's would quote the body. */
const wordsOf = ({ code, message }: FastifyError): string =>
  code?.startsWith('FST_') && code !== 'FST_ERR_CTP_INVALID_JSON_BODY'
    ? message
    : 'The body is not valid JSON, or holds a forbidden key such as __proto__'

/** A body that was read and does not fit is invalid; a query is malformed; what a path cannot name is not found. */
function toValidationError({ validation = [], validationContext }: FastifyError, request: FastifyRequest): AppError {
  const issues: Issue[] = validation.map(({ instancePath, message }) => ({
    path: instancePath.slice(1).replaceAll('/', '.'),
    message: message ?? 'is not valid',
  }))
  const words = issues.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ')
  switch (validationContext) {
    case 'body':
      return request.body === undefined || request.body === null
        ? new AppError('request.malformed', 'A JSON body is needed')
        : new AppError('request.invalid', `The body is not valid. ${words}`, { details: { issues } })
    case 'params': {
      const [name = ''] = (issues[0]?.path ?? '').split('.')
      const value = (request.params as Record<string, unknown>)[name]
      return new AppError('request.not-found', `Nothing has the ${name} "${value}"`)
    }
    default:
      return new AppError('request.malformed', `The ${validationContext ?? 'request'} is not valid. ${words}`, { details: { issues } })
  }
}
