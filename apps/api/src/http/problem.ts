import { type AppError, errorCatalog, type Issue } from '@linkspan/core'
import { z } from 'zod'

/** How every failure is answered: RFC 9457, with `error` for older clients. */
export const Problem = z
  .object({
    type: z.string().describe('Names the kind of problem; stable.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What happened, in this case.'),
    instance: z.string().describe('The path that was asked for.'),
    requestId: z.string().describe('Finds the request in the logs.'),
    code: z.enum(Object.keys(errorCatalog) as [string, ...string[]]).describe('The last part of `type`, for programs.'),
    hint: z.string().describe('What to do now.'),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe('Field by field, where the input is invalid.'),
    error: z.string().describe('The same as `detail`.'),
  })
  .meta({ id: 'Problem', description: 'A failure, as RFC 9457 describes it.' })
export type Problem = z.infer<typeof Problem>

export const problemType = 'application/problem+json'

/** The document that tells of `error`. Of a bug it says no more than where to find it in the logs. */
export function toProblem(error: AppError, where: { readonly path: string; readonly requestId: string }): Problem {
  const detail = error.status === 500 ? `Something went wrong on our side. The logs have it under ${where.requestId}` : error.message
  const issues = error.details.issues as readonly Issue[] | undefined
  return {
    type: `urn:linkspan:error:${error.code}`,
    title: error.title,
    status: error.status,
    detail,
    instance: where.path,
    requestId: where.requestId,
    code: error.code,
    hint: error.hint,
    ...(issues && { errors: issues.map(({ path, message }) => ({ path, message })) }),
    error: detail,
  }
}

const descriptions: Readonly<Record<number, string>> = {
  400: 'The request is malformed.',
  401: 'No valid credentials.',
  403: 'The role does not suffice.',
  404: 'No such item.',
  409: 'The present state does not allow it.',
  412: 'It was changed since that ETag.',
  413: 'The body is too large.',
  415: 'The body is no JSON.',
  422: 'Well-formed, but invalid: see `errors`.',
  429: 'Too many requests; `Retry-After` says when to come back.',
  500: 'A fault of ours.',
  504: 'The ERP took too long.',
  503: 'Redis is away; `Retry-After` says when to try again.',
}

const always = [401, 429, 500, 503]

/** These failures as documented responses. */
export const onlyProblems = (...statuses: readonly number[]): Record<never, never> =>
  Object.fromEntries(
    statuses.map((status) => [status, { description: descriptions[status], content: { [problemType]: { schema: Problem } } }]),
  )

/** The documented failures of a route behind authentication: `statuses`, and those that every such route can have. */
export const problems = (...statuses: readonly number[]): Record<never, never> => onlyProblems(...statuses, ...always)
