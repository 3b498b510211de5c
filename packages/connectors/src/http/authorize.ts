import type { HttpClient, HttpRequest } from './http-client.ts'
import { createOAuth2, type OAuth2Grant } from './oauth2.ts'

/** How calls prove who they are. */
export type Authentication =
  | { readonly kind: 'none' }
  | { readonly kind: 'basic'; readonly username: string; readonly password: string }
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'api-key'; readonly name: string; readonly in: 'header' | 'query'; readonly value: string }
  | ({ readonly kind: 'oauth2' } & OAuth2Grant)

/** A call with its credentials. `renew`: the former ones were refused. */
export type Authorize = (url: URL, renew: boolean) => Promise<{ readonly url: URL; readonly headers: Readonly<Record<string, string>> }>

/** Adds what each kind of authentication wants to a call, and to nothing else. */
export function createAuthorize(authentication: Authentication, http: HttpClient, now: () => Date): Authorize {
  switch (authentication.kind) {
    case 'none':
      return async (url) => ({ url, headers: {} })
    case 'basic': {
      const { username, password } = authentication
      const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
      return async (url) => ({ url, headers: { authorization } })
    }
    case 'bearer':
      return async (url) => ({ url, headers: { authorization: `Bearer ${authentication.token}` } })
    case 'api-key': {
      const { name, value } = authentication
      if (authentication.in === 'header') return async (url) => ({ url, headers: { [name.toLowerCase()]: value } })
      return async (url) => {
        const withKey = new URL(url)
        withKey.searchParams.set(name, value)
        return { url: withKey, headers: {} }
      }
    }
    case 'oauth2': {
      const token = createOAuth2(authentication, http, now)
      return async (url, renew) => ({ url, headers: { authorization: `Bearer ${await token(renew)}` } })
    }
  }
}

/** One authorized call: an OAuth2 token that is refused is renewed once; all other refusals stand. */
export async function callAuthorized(
  http: HttpClient,
  authorize: Authorize,
  kind: Authentication['kind'],
  target: URL,
  request: HttpRequest,
) {
  const attempt = async (renew: boolean) => {
    const { url, headers } = await authorize(target, renew)
    return { url, headers: { ...request.headers, ...headers } }
  }
  const first = await attempt(false)
  if (kind !== 'oauth2') return http.call(first.url, { ...request, headers: first.headers })
  const answer = await http.exchange(first.url, { ...request, headers: first.headers })
  const second = answer.status === 401 ? await attempt(true) : first
  return http.call(second.url, { ...request, headers: second.headers })
}
