import { AppError, type Clock, toAppError } from '@linkspan/core/connector'
import { z } from 'zod'
import { classify } from '../http/classify.ts'
import { errorSign, toAnswerError } from '../http/error-in-answer.ts'
import { extractErrorMessage } from '../http/error-message.ts'
import { createHttpClient } from '../http/http-client.ts'
import type { HttpContext } from '../http/http-context.ts'
import type { HttpResponse } from '../http/http-response.ts'
import type { Authorizer } from './authorizer.ts'
import { heldToken, type Token } from './held-token.ts'

/** What a token server is asked with: the fields of a form (undefined ones are left out), and headers. */
export interface TokenRequest {
  readonly form: Readonly<Record<string, string | undefined>>
  readonly headers?: Readonly<Record<string, string>>
}

export interface TokenServer {
  readonly tokenUrl: string
  /** Called for each new token, with the clock of the token server as far as it is known. */
  readonly request: (clock: Clock) => Promise<TokenRequest> | TokenRequest
  /** What is sent depends on the time: if it is refused and the server's clock differs from ours, it is sent once more, by the server's clock. */
  readonly isTimed?: boolean | undefined
  /** A client certificate, if the token server wants one too. */
  readonly authorizer?: Authorizer | undefined
  /** What to try if the token server refuses the client. */
  readonly hint?: string | undefined
}

const maxAnswerBytes = 1024 * 1024
/** A difference of clocks that may be one of the network. */
const toleratedMs = 5000

/** A life that is null, 0, blank or no number is one that the server does not tell. */
const Seconds = z.preprocess((value) => (Number(value) > 0 ? Number(value) : undefined), z.number().optional())
const TokenAnswer = z.object({ access_token: z.string().min(1), expires_in: Seconds })

/** By these codes a token server says that the credentials are wrong, whatever the status. */
const refusals: readonly unknown[] = ['invalid_client', 'invalid_grant', 'unauthorized_client', 'access_denied']

/** Bearer tokens from the token endpoint of an OAuth 2.0 server. It is called under the same rules as the ERP itself. */
export function tokenServer({ tokenUrl, request, isTimed = false, authorizer, hint }: TokenServer, context: HttpContext): Authorizer {
  const client = createHttpClient({
    ...context,
    maxResponseBytes: maxAnswerBytes,
    origin: new URL(tokenUrl).origin,
    ...(authorizer && { authorizer }),
  })

  let offsetMs = 0
  const serverClock: Clock = { now: () => new Date(context.clock.now().getTime() + offsetMs) }

  /** Whether the server's clock has turned out to be another one. */
  function learnOffset(): boolean {
    const last = client.lastServerTime
    const measured = last === null ? 0 : Date.parse(last.serverTime) - last.seen.getTime()
    const isNews = Math.abs(measured - offsetMs) > toleratedMs
    if (isNews) offsetMs = measured
    return isNews
  }

  async function ask(): Promise<Token> {
    try {
      return await askOnce()
    } catch (thrown) {
      if (!isTimed || toAppError(thrown).code !== 'setup.credentials-rejected' || !learnOffset()) throw thrown
      return askOnce()
    }
  }

  async function askOnce(): Promise<Token> {
    const { form, headers = {} } = await request(serverClock)
    const fields = Object.entries(form).filter((field): field is [string, string] => field[1] !== undefined)
    const response = await client.exchange({
      method: 'POST',
      url: tokenUrl,
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    })
    if (response.status < 200 || response.status > 299) throw failureOf(response)
    const body = response.json()
    const answer = TokenAnswer.safeParse(body)
    const found = answer.success ? null : errorSign(body)
    if (found) throw refusals.includes(errorOf(response.text)) ? failureOf(response) : toAnswerError(response, found)
    if (!answer.success) throw new AppError('setup.answer-unexpected', `${response.place}: the token server's answer has no access_token`)
    const { access_token: value, expires_in: seconds } = answer.data
    context.onSecret(value)
    return { value, lifeMs: seconds === undefined ? undefined : seconds * 1000 }
  }

  function failureOf({ place, url, status, headers, text }: HttpResponse): AppError {
    if (refusals.includes(errorOf(text))) {
      const why = hint === undefined ? '' : `. ${hint}`
      return new AppError('setup.credentials-rejected', `${place}: the token server refused the client${why}`, {
        details: { status, path: url.pathname, answer: extractErrorMessage(text) },
      })
    }
    const failure = classify({ place, path: url.pathname, status, headers, body: text }, context.clock)
    if (failure.code !== 'setup.credentials-rejected' || hint === undefined) return failure
    return new AppError(failure.code, `${failure.message}. ${hint}`, { details: failure.details })
  }

  return { ...heldToken({ ask, clock: context.clock }), [Symbol.asyncDispose]: () => client[Symbol.asyncDispose]() }
}

function errorOf(body: string): unknown {
  try {
    return (JSON.parse(body) as { readonly error?: unknown } | null)?.error
  } catch {
    return undefined
  }
}
