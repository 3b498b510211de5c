import { AppError, type Clock } from '@linkspan/core/connector'
import { z } from 'zod'
import { classify } from '../http/classify.ts'
import { extractErrorMessage } from '../http/error-message.ts'
import type { HttpClient } from '../http/http-client.ts'
import type { Authorizer } from './authorizer.ts'
import { basicHeader } from './basic.ts'

/** Client credentials (RFC 6749, 4.4). */
export interface OAuth2Grant {
  readonly tokenUrl: string
  readonly clientId: string
  readonly clientSecret: string
  /** Where the client's secret is sent: in a Basic header (as RFC 6749 2.3.1 prefers), or in the form. */
  readonly secretIn: 'header' | 'body'
  readonly scope?: string | undefined
  readonly audience?: string | undefined
  readonly resource?: string | undefined
}

const TokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive().optional() })

interface Token {
  readonly value: string
  readonly freshUntil: number
}

/** How long before its end a token is renewed (docs/erp/home-made-rest.md#access-tokens). */
const marginMs = 60_000
const defaultLifeMs = 3_600_000
const refusals: readonly unknown[] = ['invalid_client', 'invalid_grant', 'unauthorized_client', 'access_denied']

/** OAuth 2.0 client credentials: one token for all calls of the session, asked for by one of them only. `client` has no authorizer. */
export function createOAuth2(credentials: OAuth2Grant, client: HttpClient, clock: Clock): Authorizer {
  let token: Token | undefined
  let asking: Promise<Token> | undefined

  const fresh = async (): Promise<Token> => {
    if (token && clock.now().getTime() < token.freshUntil) return token
    asking ??= askForToken(credentials, client, clock).finally(() => {
      asking = undefined
    })
    token = await asking
    return token
  }

  return {
    async authorize({ headers }) {
      headers.authorization = `Bearer ${(await fresh()).value}`
    },
    async renew({ headers }) {
      if (token && headers.authorization === `Bearer ${token.value}`) token = undefined
      await fresh()
      return true
    },
    secretParameters: [],
  }
}

async function askForToken(credentials: OAuth2Grant, client: HttpClient, clock: Clock): Promise<Token> {
  const { tokenUrl, clientId, clientSecret, secretIn, scope, audience, resource } = credentials
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    ...(scope && { scope }),
    ...(audience && { audience }),
    ...(resource && { resource }),
    ...(secretIn === 'body' && { client_id: clientId, client_secret: clientSecret }),
  })
  const asked = clock.now().getTime()
  const response = await client.exchange({
    method: 'POST',
    url: tokenUrl,
    body: form.toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(secretIn === 'header' && { authorization: basicHeader(encodeURIComponent(clientId), encodeURIComponent(clientSecret)) }),
    },
  })
  if (response.status < 200 || response.status > 299) {
    const body = response.text
    if (refusals.includes(errorOf(body))) {
      throw new AppError('setup.credentials-rejected', `${response.place}: the token server refused the client`, {
        details: { status: response.status, path: response.url.pathname, answer: extractErrorMessage(body) },
      })
    }
    throw classify({ place: response.place, path: response.url.pathname, status: response.status, headers: response.headers, body }, clock)
  }
  const answer = TokenAnswer.safeParse(response.json())
  if (!answer.success) throw new AppError('setup.answer-unexpected', `${response.place}: the token server's answer has no access_token`)
  const lifeMs = (answer.data.expires_in ?? defaultLifeMs / 1000) * 1000
  return { value: answer.data.access_token, freshUntil: asked + Math.max(lifeMs - marginMs, lifeMs / 2) }
}

function errorOf(body: string): unknown {
  try {
    return (JSON.parse(body) as { readonly error?: unknown } | null)?.error
  } catch {
    return undefined
  }
}
