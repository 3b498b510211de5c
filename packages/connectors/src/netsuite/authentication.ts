import { createPrivateKey } from 'node:crypto'
import type { Authorizer } from '@linkspan/connector-kit/authorizers/authorizer'
import { oauth1 } from '@linkspan/connector-kit/authorizers/oauth1'
import { oauth2JwtBearer } from '@linkspan/connector-kit/authorizers/oauth2-jwt'
import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import type { HttpContext } from '@linkspan/connector-kit/http/http-context'
import { AppError } from '@linkspan/core/connector'
import { tokenUrlOf, toRealm } from './account.ts'
import type { NetSuiteCredentials } from './settings.ts'

type Context = HttpContext & { readonly credentials: NetSuiteCredentials }

/** A difference of clocks that may be one of the network. */
const toleratedMs = 5000

/**
 * How to sign in, by the credentials that are there: a certificate (OAuth 2.0, machine to machine), else a token (OAuth 1.0a)
 * (docs/erp/netsuite.md#signing-in). Throws `setup.settings-invalid` if there is neither.
 */
export function netSuiteAuthorizer(context: Context, lastServerTime: ErpHttp['lastServerTime']): Authorizer {
  const { clientId, certificateId, privateKey } = context.credentials
  if (clientId !== undefined && certificateId !== undefined && privateKey !== undefined) {
    const tokenUrl = tokenUrlOf(context.credentials)
    const jwt = {
      privateKey,
      algorithm: algorithmOf(privateKey),
      keyId: certificateId,
      issuer: clientId,
      audience: tokenUrl,
      claims: { scope: 'rest_webservices' },
    }
    return oauth2JwtBearer({ use: 'client', tokenUrl, jwt }, context)
  }
  return tokenBased(context, lastServerTime)
}

/**
 * OAuth 1.0a. A refused call is signed again with a new nonce, by NetSuite's clock: a wrong clock is refused like a wrong signature
 * (docs/erp/netsuite.md#signing-in).
 */
function tokenBased({ credentials, clock }: Context, lastServerTime: ErpHttp['lastServerTime']): Authorizer {
  const { consumerKey, consumerSecret, tokenId, tokenSecret, accountId } = credentials
  if (consumerKey === undefined || consumerSecret === undefined || tokenId === undefined || tokenSecret === undefined)
    throw new AppError(
      'setup.settings-invalid',
      'No complete credentials: enter clientId, certificateId and privateKey, or consumerKey, consumerSecret, tokenId and tokenSecret',
    )
  if (accountId === undefined) throw new AppError('setup.settings-invalid', 'The account is missing: enter accountId, which is signed with')
  let offsetMs = 0
  const serverClock = { now: () => new Date(clock.now().getTime() + offsetMs) }
  return {
    ...oauth1({ consumerKey, consumerSecret, tokenId, tokenSecret, realm: toRealm(accountId) }, serverClock),
    renew() {
      const last = lastServerTime()
      const measured = last === null ? 0 : Date.parse(last.serverTime) - last.seen.getTime()
      offsetMs = Math.abs(measured) > toleratedMs ? measured : 0
      return true
    },
  }
}

/** RS256 is not accepted: RSA keys sign with PS256, elliptic curves by their size. Throws `setup.settings-invalid` if it is no key. */
function algorithmOf(privateKey: string): string {
  let key: ReturnType<typeof createPrivateKey>
  try {
    key = createPrivateKey(privateKey)
  } catch (cause) {
    throw new AppError('setup.settings-invalid', 'privateKey cannot be read: enter a PEM key without a passphrase', { cause })
  }
  const { asymmetricKeyType, asymmetricKeyDetails } = key
  if (asymmetricKeyType?.startsWith('rsa')) return 'PS256'
  const byCurve: Readonly<Record<string, string>> = { prime256v1: 'ES256', secp384r1: 'ES384', secp521r1: 'ES512' }
  const algorithm = byCurve[asymmetricKeyDetails?.namedCurve ?? '']
  if (algorithm !== undefined) return algorithm
  throw new AppError(
    'setup.settings-invalid',
    `A key of the kind ${asymmetricKeyType} is not accepted by NetSuite: use RSA (3072 or 4096) or EC`,
  )
}
