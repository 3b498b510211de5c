import { createHash } from 'node:crypto'
import { type Answer, type Exchange, json } from '../../exchange.ts'
import { refusalOfAssertion } from './assertion.ts'
import { toErrorAnswer } from './ns-error.ts'
import { refusalOfTba, type TbaLogon } from './tba.ts'

export interface NsLogon {
  readonly clientId: string
  readonly certificates: Readonly<Record<string, string>>
  readonly tba: TbaLogon
  /** The clock of NetSuite. */
  readonly now: () => number
}

export interface NsAuth {
  readonly issued: readonly string[]
  /** Makes all tokens invalid that were issued so far. */
  revokeAll(): void
  /** Why the latest request was refused: NetSuite does not say it, its login audit trail does. */
  readonly auditTrail: readonly string[]
  /** The refusal; undefined if the call is allowed. */
  refusalOf(exchange: Exchange): Answer | undefined
  issueToken(exchange: Exchange): Answer
}

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
export const tokenPath = '/services/rest/auth/oauth2/v1/token'

/** Bearer tokens for a signed JWT, and OAuth 1.0a (docs/erp/netsuite.md#signing-in). */
export function createNsAuth({ clientId, certificates, tba, now }: NsLogon): NsAuth {
  const valid = new Set<string>()
  const issued: string[] = []
  const nonces = new Set<string>()
  const auditTrail: string[] = []
  const nowSeconds = () => Math.floor(now() / 1000)
  const date = () => ({ date: new Date(now()).toUTCString() })

  function reasonOf(exchange: Exchange): string | undefined {
    const { authorization = '' } = exchange.headers
    const token = /^Bearer (.+)$/.exec(authorization)?.[1]
    if (token !== undefined) return valid.has(token) ? undefined : 'The access token is not valid.'
    return /^OAuth /.test(authorization) ? refusalOfTba(exchange, tba, nonces, nowSeconds()) : 'There is no Authorization.'
  }

  return {
    issued,
    auditTrail,
    revokeAll: () => valid.clear(),
    refusalOf(exchange) {
      const reason = reasonOf(exchange)
      if (reason === undefined) return undefined
      auditTrail.push(reason)
      const answer = toErrorAnswer({ status: 401, code: 'INVALID_LOGIN', message: 'Invalid login attempt.' })
      return { ...answer, headers: { ...answer.headers, ...date() } }
    },
    issueToken({ body, headers, origin }) {
      const refusal = (error: string) => json({ error }, { status: error === 'invalid_client' ? 401 : 400, headers: date() })
      const form = new URLSearchParams(body)
      if (!/^application\/x-www-form-urlencoded\b/.test(headers['content-type'] ?? '')) return refusal('invalid_request')
      if (form.get('grant_type') !== 'client_credentials') return refusal('unsupported_grant_type')
      if (form.get('client_assertion_type') !== assertionType) return refusal('invalid_request')
      const tokenUrl = `${origin}${tokenPath}`
      const rules = { clientId, certificates, tokenUrl, nowSeconds: nowSeconds() }
      const reason = refusalOfAssertion(form.get('client_assertion') ?? '', rules)
      if (reason !== undefined) {
        auditTrail.push(reason)
        return refusal('invalid_client')
      }
      const token = createHash('sha256').update(`${clientId} ${issued.length}`).digest('base64url')
      issued.push(token)
      valid.add(token)
      return json({ access_token: token, expires_in: '3600', token_type: 'bearer' }, { headers: date() })
    },
  }
}
