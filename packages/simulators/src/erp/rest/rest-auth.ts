import { createHash } from 'node:crypto'
import { type Answer, basicCredentials, type Exchange, json } from '../../exchange.ts'

export type RestAuth =
  | { readonly kind: 'none' }
  | { readonly kind: 'basic'; readonly user: string; readonly password: string }
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'api-key'; readonly in: 'header' | 'query'; readonly name: string; readonly key: string }
  | {
      /** Client credentials, at `/oauth/token`. */
      readonly kind: 'oauth2'
      readonly clientId: string
      readonly clientSecret: string
      /** Where the client secret must be sent. Default: either place. */
      readonly clientAuth?: 'basic' | 'body' | 'either'
      /** Default: 3,600. */
      readonly expiresInSeconds?: number
      /** Refuses token requests with another scope. */
      readonly scope?: string
    }

/** The access tokens that were issued. */
export interface OAuthTokens {
  /** The number of token requests, including refused ones. */
  readonly requestCount: number
  readonly issued: readonly string[]
  /** Makes all tokens issued so far invalid. */
  revokeAll(): void
}

export interface RestGuard {
  readonly oauth: OAuthTokens
  /** The refusal; undefined if the request is authorised. */
  refusalOf(exchange: Exchange): Answer | undefined
  /** The answer of the token endpoint. */
  issueToken(exchange: Exchange): Answer
}

export function createRestGuard(auth: RestAuth, clock: () => number): RestGuard {
  const valid = new Map<string, number>()
  const issued: string[] = []
  let requestCount = 0

  function isAccepted({ headers, query }: Exchange): boolean {
    const bearer = /^Bearer +(.+)$/i.exec(headers.authorization ?? '')?.[1]
    switch (auth.kind) {
      case 'none':
        return true
      case 'basic': {
        const given = basicCredentials(headers.authorization)
        return given?.user === auth.user && given.password === auth.password
      }
      case 'bearer':
        return bearer === auth.token
      case 'api-key':
        return (auth.in === 'header' ? headers[auth.name.toLowerCase()] : query.get(auth.name)) === auth.key
      case 'oauth2':
        return bearer !== undefined && (valid.get(bearer) ?? 0) > clock()
    }
  }

  return {
    oauth: {
      get requestCount() {
        return requestCount
      },
      issued,
      revokeAll: () => valid.clear(),
    },
    refusalOf: (exchange) => {
      if (isAccepted(exchange)) return undefined
      const scheme = auth.kind === 'basic' ? 'Basic realm="erp"' : 'Bearer error="invalid_token"'
      const headers = auth.kind === 'api-key' ? {} : { 'www-authenticate': scheme }
      return json({ error: { code: 'UNAUTHORIZED', message: 'The credentials were not accepted.' } }, { status: 401, headers })
    },
    issueToken: (exchange) => {
      requestCount++
      if (auth.kind !== 'oauth2') return json({ error: 'unsupported_grant_type' }, { status: 400 })
      const form = new URLSearchParams(exchange.body)
      if (exchange.method !== 'POST') return json({ error: 'invalid_request' }, { status: 405 })
      if (form.get('grant_type') !== 'client_credentials') return json({ error: 'unsupported_grant_type' }, { status: 400 })
      if (!isClient(auth, exchange, form)) return json({ error: 'invalid_client' }, { status: 401 })
      if (auth.scope !== undefined && form.get('scope') !== auth.scope) return json({ error: 'invalid_scope' }, { status: 400 })
      const expiresIn = auth.expiresInSeconds ?? 3_600
      const token = createHash('sha256').update(`${auth.clientSecret}/${issued.length}`).digest('base64url')
      issued.push(token)
      valid.set(token, clock() + expiresIn * 1000)
      return json({ access_token: token, token_type: 'Bearer', expires_in: expiresIn }, { headers: { 'cache-control': 'no-store' } })
    },
  }
}

function isClient(auth: RestAuth & { readonly kind: 'oauth2' }, exchange: Exchange, form: URLSearchParams): boolean {
  const place = auth.clientAuth ?? 'either'
  const basic = place === 'body' ? undefined : basicCredentials(exchange.headers.authorization)
  const id = basic ? decodeURIComponent(basic.user) : place === 'basic' ? null : form.get('client_id')
  const secret = basic ? decodeURIComponent(basic.password) : place === 'basic' ? null : form.get('client_secret')
  return id === auth.clientId && secret === auth.clientSecret
}
