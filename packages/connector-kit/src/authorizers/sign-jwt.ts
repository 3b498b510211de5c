import { createHash, createPrivateKey, randomUUID, X509Certificate } from 'node:crypto'
import { AppError, type Clock } from '@linkspan/core/connector'
import { importPKCS8, SignJWT } from 'jose'

/** The claims of a JSON Web Token, and the key that signs it. */
export interface JwtOptions {
  /** PEM: PKCS #8, PKCS #1 or SEC 1. */
  readonly privateKey: string
  readonly passphrase?: string | undefined
  /** As in RS256, PS256, ES256. */
  readonly algorithm: string
  /** `kid`: which of the registered certificates the server should check it with. */
  readonly keyId?: string | undefined
  /** PEM: the certificate of the key, whose thumbprint goes into the header (`x5t`) for servers that look it up by that. */
  readonly certificate?: string | undefined
  readonly issuer: string
  readonly subject?: string | undefined
  readonly audience: string
  /** 5 minutes by default. */
  readonly lifetimeSeconds?: number | undefined
  /** Further claims, as `scope`. */
  readonly claims?: Readonly<Record<string, unknown>> | undefined
}

/** A signed JSON Web Token with an id of its own. Throws `setup.settings-invalid` if the key cannot be read or does not fit the algorithm. */
export async function signJwt(options: JwtOptions, clock: Clock): Promise<string> {
  const { algorithm, keyId, certificate, issuer, subject, audience, lifetimeSeconds = 300, claims = {} } = options
  const issuedAt = Math.floor(clock.now().getTime() / 1000)
  const jwt = new SignJWT({ ...claims, iss: issuer, aud: audience, jti: randomUUID(), ...(subject !== undefined && { sub: subject }) })
    .setProtectedHeader({
      typ: 'JWT',
      alg: algorithm,
      ...(keyId !== undefined && { kid: keyId }),
      ...(certificate !== undefined && { x5t: thumbprintOf(certificate) }),
    })
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds)
  try {
    return await jwt.sign(await importPKCS8(toPkcs8(options), algorithm))
  } catch (cause) {
    throw new AppError('setup.settings-invalid', `The private key cannot sign with ${algorithm}: enter a PEM key of the right kind`, {
      cause,
    })
  }
}

/** The SHA-1 of a certificate (RFC 7515, 4.1.7). Throws `setup.settings-invalid` if it cannot be read. */
function thumbprintOf(certificate: string): string {
  try {
    return createHash('sha1').update(new X509Certificate(certificate).raw).digest('base64url')
  } catch (cause) {
    throw new AppError('setup.settings-invalid', 'The certificate cannot be read: enter it as PEM text', { cause })
  }
}

const toPkcs8 = ({ privateKey, passphrase }: JwtOptions): string =>
  createPrivateKey({ key: privateKey, passphrase }).export({ type: 'pkcs8', format: 'pem' }) as string
