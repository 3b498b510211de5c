import { createHmac, randomBytes } from 'node:crypto'
import type { Clock } from '@linkspan/core/connector'
import OAuth from 'oauth-1.0a'
import type { Authorizer, OutgoingRequest } from './authorizer.ts'

export interface OAuth1 {
  readonly consumerKey: string
  readonly consumerSecret: string
  readonly tokenId: string
  readonly tokenSecret: string
  /** Names the account; it is not signed. */
  readonly realm?: string | undefined
}

/** OAuth 1.0a (RFC 5849) with HMAC-SHA256: each request is signed, and its Authorization header says so. */
export function oauth1({ consumerKey, consumerSecret, tokenId, tokenSecret, realm }: OAuth1, clock: Clock): Authorizer {
  const signer = new OAuth({
    consumer: { key: consumerKey, secret: consumerSecret },
    signature_method: 'HMAC-SHA256',
    hash_function: (text, key) => createHmac('sha256', key).update(text).digest('base64'),
    ...(realm !== undefined && { realm }),
  })
  signer.getNonce = () => randomBytes(16).toString('hex')
  signer.getTimeStamp = () => Math.floor(clock.now().getTime() / 1000)
  return {
    authorize(request) {
      const { origin, pathname } = request.url
      const signed = signer.authorize(
        { url: `${origin}${pathname}`, method: request.method, data: signedParameters(request) },
        { key: tokenId, secret: tokenSecret },
      )
      request.headers.authorization = signer.toHeader(signed).Authorization
    },
    secretParameters: [],
  }
}

/** What is signed besides method and URL: the parameters of the query and of a form, each with all its values. Any other body is not. */
function signedParameters({ url, headers, body }: OutgoingRequest): Record<string, string[]> {
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '')
  const parameters: Record<string, string[]> = {}
  for (const [name, value] of [...url.searchParams, ...new URLSearchParams(isForm && typeof body === 'string' ? body : '')])
    parameters[name] = [...(parameters[name] ?? []), value]
  return parameters
}
