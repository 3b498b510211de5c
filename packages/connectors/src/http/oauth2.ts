import { AppError } from '@linkspan/core'
import { z } from 'zod'
import type { HttpClient } from './http-client.ts'

/** Client credentials (RFC 6749, 4.4). */
export interface OAuth2Grant {
  readonly tokenUrl: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scope?: string | undefined
  readonly audience?: string | undefined
  readonly resource?: string | undefined
  /** Where the client's secret is sent: in a Basic header, or in the body. */
  readonly secretIn: 'header' | 'body'
}

const Token = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().optional() })
const Refusal = z.object({ error: z.string(), error_description: z.string().optional() })

/** A token is renewed this long before it ends, for clocks that differ. */
const earlyMs = 60_000
const unsaidLifeMs = 300_000

/** Keeps one token, fetched once however many calls wait for it. `renew` throws the present one away. */
export function createOAuth2(grant: OAuth2Grant, http: HttpClient, now: () => Date): (renew: boolean) => Promise<string> {
  let held: { readonly token: string; readonly until: number } | null = null
  let fetching: Promise<string> | null = null

  const fetchToken = async (): Promise<string> => {
    const answer = await http.exchange(new URL(grant.tokenUrl), tokenRequest(grant))
    if (answer.status !== 200) throw refused(answer.status, answer.text, grant.tokenUrl)
    const parsed = Token.safeParse(answer.json())
    if (!parsed.success) throw new AppError('setup.answer-unexpected', `POST ${grant.tokenUrl} answered no access_token`)
    const { access_token: token, expires_in: seconds } = parsed.data
    const lifeMs = seconds === undefined ? unsaidLifeMs : seconds * 1000
    held = { token, until: now().getTime() + Math.max(lifeMs - earlyMs, lifeMs / 2) }
    return token
  }

  return async (renew) => {
    if (!renew && held && now().getTime() < held.until) return held.token
    fetching ??= fetchToken().finally(() => {
      fetching = null
    })
    return fetching
  }
}

function tokenRequest({ clientId, clientSecret, scope, audience, resource, secretIn }: OAuth2Grant) {
  const fields = {
    grant_type: 'client_credentials',
    scope,
    audience,
    resource,
    ...(secretIn === 'body' && { client_id: clientId, client_secret: clientSecret }),
  }
  const body = new URLSearchParams(Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined)).toString()
  const pair = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`
  return {
    method: 'POST' as const,
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(secretIn === 'header' && { authorization: `Basic ${Buffer.from(pair).toString('base64')}` }),
    },
  }
}

/** `invalid_client`, `invalid_grant` and the like are final: a person must act. */
function refused(status: number, text: string, tokenUrl: string): AppError {
  const reason = Refusal.safeParse(parseOrNull(text))
  const words = reason.success ? [reason.data.error, reason.data.error_description].filter(Boolean).join(': ') : ''
  const details = { status, ...(words && { answer: words.slice(0, 500) }) }
  const message = `POST ${tokenUrl} gave no token (${status}${words && `, ${words.slice(0, 200)}`})`
  if (status === 429) return new AppError('remote.throttled', message, { details, retryAfterMs: 30_000 })
  return new AppError(status >= 500 ? 'remote.unavailable' : 'setup.credentials-rejected', message, { details })
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
