import { createHash, generateKeyPairSync, type KeyObject, verify } from 'node:crypto'
import { type Answer, basicCredentials, type Exchange, json, text } from '../../exchange.ts'

export interface FusionLogon {
  readonly user: string
  readonly password: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scope: string
}

export interface FusionAuth {
  /** The key whose public half the identity domain and Fusion know. */
  readonly privateKey: string
  readonly issued: readonly string[]
  /** Makes all tokens invalid that were issued so far. */
  revokeAll(): void
  /** The refusal; undefined if the call is allowed. */
  refusalOf(exchange: Exchange): Answer | undefined
  issueToken(exchange: Exchange): Answer
}

const lifeSeconds = 3600
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
const jwtGrant = 'urn:ietf:params:oauth:grant-type:jwt-bearer'

let made: { readonly privateKey: string; readonly publicKey: KeyObject } | undefined

/** Made when it is needed first, since that takes long, and the same for all tenants of a process. */
function keyPair(): NonNullable<typeof made> {
  if (!made) {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    made = { privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, publicKey }
  }
  return made
}

/** User and password, tokens of an identity domain, and JWTs of a trusted issuer (docs/erp/oracle-fusion.md#signing-in). */
export function createFusionAuth({ user, password, clientId, clientSecret, scope }: FusionLogon): FusionAuth {
  const valid = new Set<string>()
  const issued: string[] = []
  const refusal = (status: number, error: string, words: string) => json({ error, error_description: words }, { status })

  /** The claims of a JWT that was signed with our key and has not ended; null for any other. */
  function claimsOf(jwt: string): Readonly<Record<string, unknown>> | null {
    const [head = '', body = '', signature = ''] = jwt.split('.')
    const isOurs = verify('sha256', Buffer.from(`${head}.${body}`), keyPair().publicKey, Buffer.from(signature, 'base64url'))
    if (!isOurs) return null
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Readonly<Record<string, unknown>>
    return Number(claims.exp) * 1000 > Date.now() ? claims : null
  }

  function isClient(form: URLSearchParams, given: ReturnType<typeof basicCredentials>): boolean {
    if (form.get('client_assertion_type') === assertionType) return claimsOf(form.get('client_assertion') ?? '')?.sub === clientId
    const id = given ? decodeURIComponent(given.user) : form.get('client_id')
    const secret = given ? decodeURIComponent(given.password) : form.get('client_secret')
    return id === clientId && secret === clientSecret
  }

  return {
    get privateKey() {
      return keyPair().privateKey
    },
    issued,
    revokeAll: () => valid.clear(),
    refusalOf({ headers }) {
      const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1]
      const given = basicCredentials(headers.authorization)
      if (given?.user === user && given.password === password) return undefined
      if (token !== undefined && (valid.has(token) || (token.includes('.') && claimsOf(token)?.sub === user))) return undefined
      return text('Unauthorized', 'text/html', { status: 401, headers: { 'www-authenticate': 'Basic realm="fusion"' } })
    },
    issueToken({ body, headers }) {
      const form = new URLSearchParams(body)
      if (!isClient(form, basicCredentials(headers.authorization))) return refusal(401, 'invalid_client', 'Client authentication failed.')
      const grant = form.get('grant_type')
      if (grant !== 'client_credentials' && grant !== jwtGrant) return refusal(400, 'unsupported_grant_type', 'Grant type not supported.')
      if (grant === jwtGrant && claimsOf(form.get('assertion') ?? '')?.sub !== user)
        return refusal(400, 'invalid_grant', 'The user assertion is not valid.')
      if (form.get('scope') !== scope) return refusal(400, 'invalid_scope', 'The requested scope is not valid.')
      const token = createHash('sha256').update(`${clientSecret} ${issued.length}`).digest('base64url')
      issued.push(token)
      valid.add(token)
      return json({ access_token: token, token_type: 'Bearer', expires_in: lifeSeconds })
    },
  }
}
