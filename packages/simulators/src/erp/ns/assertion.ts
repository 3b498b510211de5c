import { createPublicKey, verify } from 'node:crypto'

export interface AssertionRules {
  readonly clientId: string
  /** The registered certificates: id → public key, PEM. */
  readonly certificates: Readonly<Record<string, string>>
  readonly tokenUrl: string
  readonly nowSeconds: number
}

const algorithms: Readonly<Record<string, { readonly hash: string; readonly saltLength?: number }>> = {
  PS256: { hash: 'sha256', saltLength: 32 },
  PS384: { hash: 'sha384', saltLength: 48 },
  PS512: { hash: 'sha512', saltLength: 64 },
  ES256: { hash: 'sha256' },
  ES384: { hash: 'sha384' },
  ES512: { hash: 'sha512' },
}

const padding = 6 // RSA_PKCS1_PSS_PADDING
const leewaySeconds = 60

/** Why a signed JWT does not prove the client; undefined if it does. */
export function refusalOfAssertion(jwt: string, { clientId, certificates, tokenUrl, nowSeconds }: AssertionRules): string | undefined {
  const [head = '', claims = '', signature = '', ...rest] = jwt.split('.')
  const header = parsed(head)
  const payload = parsed(claims)
  const algorithm = algorithms[String(header.alg)]
  if (rest.length > 0 || header.typ !== 'JWT' || !algorithm) return `A JWT signed with ${header.alg} is not accepted.`
  const certificate = certificates[String(header.kid)]
  if (certificate === undefined) return `There is no certificate ${header.kid}.`
  if (payload.iss !== clientId) return 'The issuer is no integration.'
  if (payload.aud !== tokenUrl) return `The audience is not ${tokenUrl}.`
  const scopes = [payload.scope].flat().flatMap((scope) => String(scope).split(/\s*,\s*/))
  if (!scopes.includes('rest_webservices')) return 'The scope must be rest_webservices.'
  const [issued, expires] = [Number(payload.iat), Number(payload.exp)]
  if (!(expires - issued < 3600)) return 'exp must be less than 60 minutes after iat.'
  if (!(issued <= nowSeconds + leewaySeconds && expires >= nowSeconds)) return 'The JWT is not valid now.'
  return isSigned(`${head}.${claims}`, signature, certificate, algorithm) ? undefined : 'The signature is wrong.'
}

function parsed(part: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Readonly<Record<string, unknown>>
  } catch {
    return {}
  }
}

function isSigned(text: string, signature: string, certificate: string, algorithm: (typeof algorithms)[string]): boolean {
  const { hash, saltLength } = algorithm
  const key = createPublicKey(certificate)
  const isRsa = key.asymmetricKeyType?.startsWith('rsa') ?? false
  if (isRsa !== (saltLength !== undefined)) return false
  const options = saltLength === undefined ? { key, dsaEncoding: 'ieee-p1363' as const } : { key, padding, saltLength }
  return verify(hash, Buffer.from(text), options, Buffer.from(signature, 'base64url'))
}
