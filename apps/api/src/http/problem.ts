import { type AppError, errorCatalog, errorKinds, errorText, faultIn, type Issue, type Language } from '@linkspan/core'
import { z } from 'zod'

/** The body of every failure: a problem document (RFC 9457), with `error` for older clients. */
export const Problem = z
  .object({
    type: z.string().describe('A stable name for the kind of problem.'),
    title: z.string().describe('The problem in a few words, in German if `Accept-Language` prefers that, else in English.'),
    status: z.int(),
    detail: z.string().describe('What happened in this case.'),
    instance: z.string().describe('The path of the request.'),
    requestId: z.string().describe('The id of the request in the logs.'),
    code: z.enum(Object.keys(errorCatalog) as [string, ...string[]]).describe('The last part of `type`, for programs.'),
    kind: z
      .enum(errorKinds)
      .describe(
        'Who acts: request: the caller; setup: an administrator; record: the owner of the record; transient and wait: nobody, Linkspan tries again or goes on by itself; bug: the developers.',
      ),
    hint: z.string().describe('What to do now, in the language of the title.'),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe('What is wrong with each field, if the input is invalid.'),
    error: z.string().describe('The same as `detail`.'),
  })
  .meta({ id: 'Problem', description: 'A problem document (RFC 9457).' })
export type Problem = z.infer<typeof Problem>

export const problemType = 'application/problem+json'

export interface ProblemContext {
  readonly path: string
  readonly requestId: string
  /** That of the title, the hint, and the faults of single fields. */
  readonly language: Language
}

/** Returns the problem document of an error. For a bug it says only how to find it in the logs. */
export function toProblem(error: AppError, { path, requestId, language }: ProblemContext): Problem {
  const detail =
    error.status === 500 ? `Something went wrong in Linkspan. The logs show it under the request id ${requestId}` : error.message
  const { title, hint } = errorText(error.code, language)
  const issues = error.details.issues as readonly Issue[] | undefined
  return {
    type: `urn:linkspan:error:${error.code}`,
    title,
    status: error.status,
    detail,
    instance: path,
    requestId,
    code: error.code,
    kind: error.kind,
    hint,
    ...(issues && { errors: issues.map(({ path, message }) => ({ path, message: faultIn(language, message) })) }),
    error: detail,
  }
}

const descriptions: Readonly<Record<number, string>> = {
  400: 'The request is malformed.',
  401: 'No valid credentials.',
  403: 'The role of the caller is not sufficient.',
  404: 'There is no such item.',
  405: 'The path does not take this method; `Allow` says which it takes.',
  409: 'The current state of the item does not allow it.',
  410: 'The position is unknown; start again from the beginning.',
  412: 'The item was changed since that ETag was read.',
  413: 'The body is too large.',
  415: 'The body has another media type than the route accepts.',
  422: 'The input is well-formed but invalid; `errors` says why.',
  429: 'Too many requests; `Retry-After` says when to try again.',
  500: 'A bug in Linkspan.',
  504: 'The ERP took too long.',
  503: 'Redis does not answer; `Retry-After` says when to try again.',
}

const always = [400, 401, 429, 500, 503]

/** The responses of a route that can fail with these statuses. */
export const onlyProblems = (...statuses: readonly number[]): Record<never, never> =>
  Object.fromEntries(
    statuses.map((status) => [status, { description: descriptions[status], content: { [problemType]: { schema: Problem } } }]),
  )

/** The same for a route behind authentication, which can also fail with 400, 401, 429, 500 and 503. */
export const problems = (...statuses: readonly number[]): Record<never, never> => onlyProblems(...statuses, ...always)
