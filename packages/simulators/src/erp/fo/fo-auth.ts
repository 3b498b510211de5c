import { createHash } from 'node:crypto'
import { type Answer, type Exchange, json } from '../../exchange.ts'

export interface FoAuth {
  readonly issued: readonly string[]
  /** Makes all tokens invalid that were issued so far. */
  revokeAll(): void
  /** The refusal; undefined if the call is allowed. */
  refusalOf(exchange: Exchange): Answer | undefined
  issueToken(exchange: Exchange): Answer
}

const lifeSeconds = 3599

/** Tokens of Microsoft Entra for this environment, and for no other: the scope names its address. */
export function createFoAuth({ clientId, clientSecret }: { readonly clientId: string; readonly clientSecret: string }): FoAuth {
  const valid = new Set<string>()
  const issued: string[] = []
  const refusal = (status: number, error: string, words: string) => json({ error, error_description: words }, { status })
  return {
    issued,
    revokeAll: () => valid.clear(),
    refusalOf({ headers }) {
      const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1]
      return token !== undefined && valid.has(token) ? undefined : { status: 401, headers: { 'www-authenticate': 'Bearer' }, body: '' }
    },
    issueToken({ body }) {
      const form = new URLSearchParams(body)
      if (form.get('grant_type') !== 'client_credentials') return refusal(400, 'unsupported_grant_type', 'AADSTS70003: unsupported grant.')
      if (form.get('client_id') !== clientId) return refusal(400, 'unauthorized_client', 'AADSTS700016: Application was not found.')
      if (form.get('client_secret') !== clientSecret)
        return refusal(401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.')
      if (!/^https?:\/\/[^/]+\/\.default$/.test(form.get('scope') ?? ''))
        return refusal(400, 'invalid_scope', 'AADSTS70011: The provided value for scope is not valid.')
      const token = createHash('sha256').update(`${clientSecret} ${issued.length}`).digest('base64url')
      issued.push(token)
      valid.add(token)
      return json({ token_type: 'Bearer', expires_in: lifeSeconds, ext_expires_in: lifeSeconds, access_token: token })
    },
  }
}
