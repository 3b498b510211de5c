import { createHash } from 'node:crypto'
import { type Answer, basicCredentials, type Exchange, json } from '../../exchange.ts'

export interface BcLogon {
  readonly clientId: string
  readonly clientSecret: string
  readonly user: string
  /** The key for web services, which stands for the password. */
  readonly key: string
}

export interface BcAuth {
  readonly issued: readonly string[]
  /** Makes all tokens invalid that were issued so far. */
  revokeAll(): void
  /** The refusal; undefined if the call is allowed. */
  refusalOf(exchange: Exchange): Answer | undefined
  issueToken(exchange: Exchange): Answer
}

const scope = 'https://api.businesscentral.dynamics.com/.default'
const lifeSeconds = 3599

/** Tokens of Microsoft Entra, and user and key as a server on premises takes them (docs/erp/dynamics-business-central.md#signing-in). */
export function createBcAuth({ clientId, clientSecret, user, key }: BcLogon): BcAuth {
  const valid = new Set<string>()
  const issued: string[] = []
  const refusal = (status: number, error: string, words: string) =>
    json({ error, error_description: `${words} Trace ID: 0. Timestamp: ${new Date().toISOString()}` }, { status })
  return {
    issued,
    revokeAll: () => valid.clear(),
    refusalOf({ headers }) {
      const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1]
      const given = basicCredentials(headers.authorization)
      if ((token !== undefined && valid.has(token)) || (given?.user === user && given.password === key)) return undefined
      return { status: 401, headers: { 'www-authenticate': 'Bearer' }, body: '' }
    },
    issueToken({ body }) {
      const form = new URLSearchParams(body)
      if (form.get('grant_type') !== 'client_credentials') return refusal(400, 'unsupported_grant_type', 'AADSTS70003: unsupported grant.')
      if (form.get('client_id') !== clientId)
        return refusal(400, 'unauthorized_client', 'AADSTS700016: Application was not found in the directory.')
      if (form.get('client_secret') !== clientSecret)
        return refusal(401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.')
      if (form.get('scope') !== scope) return refusal(400, 'invalid_scope', 'AADSTS70011: The provided value for scope is not valid.')
      const token = createHash('sha256').update(`${clientSecret} ${issued.length}`).digest('base64url')
      issued.push(token)
      valid.add(token)
      return json({ token_type: 'Bearer', expires_in: lifeSeconds, ext_expires_in: lifeSeconds, access_token: token })
    },
  }
}
