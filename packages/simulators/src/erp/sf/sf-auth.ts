import { createHash } from 'node:crypto'
import { SignedXml } from 'xml-crypto'
import { type Answer, basicCredentials, type Exchange, json } from '../../exchange.ts'

export interface SfLogon {
  readonly companyId: string
  readonly user: string
  readonly password: string
  /** The registered OAuth client, and the public key of its certificate (PEM). Without it there is no OAuth. */
  readonly clientId: string
  readonly publicKey?: string | undefined
}

export interface SfAuth {
  readonly issued: readonly string[]
  /** Makes all tokens invalid that were issued so far. */
  revokeAll(): void
  /** The refusal; undefined if the call is allowed. */
  refusalOf(exchange: Exchange): Answer | undefined
  issueToken(exchange: Exchange): Answer
}

const lifeSeconds = 86_399
const grant = 'urn:ietf:params:oauth:grant-type:saml2-bearer'

/** An answer with an error in the shape of SuccessFactors. */
export const sfError = (status: number, code: string, value: string, headers: Readonly<Record<string, string>> = {}): Answer =>
  json({ error: { code, message: { lang: 'en-US', value } } }, { status, headers })

/** Users as `login@company`, and tokens for SAML assertions (docs/erp/sap-successfactors.md#signing-in). */
export function createSfAuth({ companyId, user, password, clientId, publicKey }: SfLogon): SfAuth {
  const valid = new Set<string>()
  const issued: string[] = []
  const refusal = (error: string, words: string) => json({ error, error_description: words }, { status: 401 })

  return {
    issued,
    revokeAll: () => valid.clear(),
    refusalOf({ headers }) {
      const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1]
      const given = basicCredentials(headers.authorization)
      const isUser = given?.user === `${user}@${companyId}` && given.password === password
      if (isUser || (token !== undefined && valid.has(token))) return undefined
      return sfError(401, 'LGN0000', 'Authentication failed.', { 'www-authenticate': 'Basic realm="SuccessFactors"' })
    },
    issueToken({ body, origin }) {
      const form = new URLSearchParams(body)
      if (form.get('grant_type') !== grant) return refusal('unsupported_grant_type', 'The grant type is not supported')
      if (form.get('company_id') !== companyId || form.get('client_id') !== clientId)
        return refusal('invalid_client', 'Unable to authenticate the client')
      const fault = faultOf(form.get('assertion') ?? '', { publicKey, clientId, user, recipient: `${origin}/oauth/token` })
      if (fault !== null) return refusal('invalid_grant', fault)
      const token = createHash('sha256').update(`${companyId} ${issued.length}`).digest('base64')
      issued.push(token)
      valid.add(token)
      return json({ access_token: token, token_type: 'Bearer', expires_in: lifeSeconds })
    },
  }
}

interface Expected {
  readonly publicKey: string | undefined
  readonly clientId: string
  readonly user: string
  readonly recipient: string
}

/** What is wrong with an assertion; null if nothing is. */
function faultOf(encoded: string, { publicKey, clientId, user, recipient }: Expected): string | null {
  const xml = Buffer.from(encoded, 'base64').toString('utf8')
  const signature = /<(\w+:)?Signature[\s>][\s\S]*<\/\1Signature>/.exec(xml)?.[0]
  if (signature === undefined || publicKey === undefined) return 'The assertion is not signed'
  if (!isSigned(xml, signature, publicKey)) return 'The signature of the assertion is not valid'
  const textOf = (name: string) => new RegExp(`<(?:\\w+:)?${name}(?: [^>]*)?>([^<]*)<`).exec(xml)?.[1] ?? ''
  const attributeOf = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(xml)?.[1] ?? ''
  const now = Date.now()
  if (Date.parse(attributeOf('NotOnOrAfter')) <= now || Date.parse(attributeOf('NotBefore')) > now) return 'The assertion has expired'
  if (textOf('Audience') !== 'www.successfactors.com') return 'The audience of the assertion is not valid'
  if (new URL(attributeOf('Recipient')).pathname !== new URL(recipient).pathname) return 'The recipient of the assertion is not valid'
  const attributes = [...xml.matchAll(/Name="(\w+)"[^>]*>\s*<[^>]*AttributeValue[^>]*>([^<]*)</g)]
  if (!attributes.some(([, name, value]) => name === 'api_key' && value === clientId)) return 'The API key of the assertion is not valid'
  return textOf('NameID') === user ? null : 'The user of the assertion is not known'
}

function isSigned(xml: string, signature: string, publicCert: string): boolean {
  try {
    const check = new SignedXml({ publicCert, getCertFromKeyInfo: () => null })
    check.loadSignature(signature)
    return check.checkSignature(xml)
  } catch {
    return false
  }
}
