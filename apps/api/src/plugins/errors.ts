import { AppError, type Issue, plainMessage } from '@linkspan/core'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { languageOf } from '../http/language.ts'
import { problemType, toProblem } from '../http/problem.ts'
import { pathOf } from './request-context.ts'

const defaultRetryAfterMs = 5000

/** Turns anything thrown into a problem document. It is the only place where an HTTP error answer is made. */
export function answerError(thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const error = toHttpError(thrown, request)
  if (error.kind === 'bug') request.log.error({ err: error.cause ?? error, code: error.code }, error.message)
  else if (error.status >= 500) request.log.warn({ code: error.code, reason: reasonOf(error) }, error.message)
  if (error.status === 429 || error.status === 503) {
    reply.header('retry-after', Math.max(1, Math.ceil((error.retryAfterMs ?? defaultRetryAfterMs) / 1000)))
  }
  const language = languageOf(request, reply)
  const problem = toProblem(error, { path: pathOf(request), requestId: request.id, language })
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
      return new AppError('request.malformed', messageOf(error))
    case 403: // the path of a static file outside its folder
    case 404:
    case 414: // a path parameter that is longer than any id
      return new AppError('request.not-found', `There is no ${request.method} ${pathOf(request)}`)
    case 413:
      return new AppError('request.too-large', 'The body is larger than this route accepts')
    case 415:
      return new AppError('request.media-type', `The body is "${request.headers['content-type'] ?? ''}"; this route accepts only JSON`)
    default:
      return new AppError('internal.bug', `Unexpected: ${error.message ?? String(thrown)}`, { cause: thrown })
  }
}

/** Fastify's own messages are fixed sentences; the message of a JSON parser would quote the body. */
const messageOf = ({ code, message }: FastifyError): string =>
  code?.startsWith('FST_') && code !== 'FST_ERR_CTP_INVALID_JSON_BODY'
    ? message
    : 'The body is not valid JSON, or holds a forbidden key such as __proto__'

/** A body that fails its schema is invalid, a query is malformed, and a path parameter means not found. */
function toValidationError({ validation = [], validationContext }: FastifyError, request: FastifyRequest): AppError {
  const issues: Issue[] = validation.map(({ instancePath, message }) => ({
    path: instancePath.slice(1).replaceAll('/', '.'),
    message: plainMessage(message ?? 'is not valid'),
  }))
  const text = issues.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ')
  switch (validationContext) {
    case 'body':
      return request.body === undefined || request.body === null
        ? new AppError('request.malformed', 'This route needs a JSON body')
        : new AppError('request.invalid', `The body is not valid. ${text}`, { details: { issues } })
    case 'params': {
      const [name = ''] = (issues[0]?.path ?? '').split('.')
      const value = (request.params as Record<string, unknown>)[name]
      return new AppError('request.not-found', `There is nothing with the ${name} "${value}"`)
    }
    default:
      return new AppError(
        'request.malformed',
        `The ${validationContext === 'querystring' ? 'query' : (validationContext ?? 'request')} is not valid. ${text}`,
        { details: { issues } },
      )
  }
}
