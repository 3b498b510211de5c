import type { Authorizer } from '@linkspan/connector-kit/authorizers/authorizer'
import { basic } from '@linkspan/connector-kit/authorizers/basic'
import { bearer } from '@linkspan/connector-kit/authorizers/bearer'
import { oauth2ClientCredentials } from '@linkspan/connector-kit/authorizers/oauth2'
import { oauth2JwtBearer } from '@linkspan/connector-kit/authorizers/oauth2-jwt'
import { selfSignedToken } from '@linkspan/connector-kit/authorizers/self-signed-token'
import type { JwtOptions } from '@linkspan/connector-kit/authorizers/sign-jwt'
import type { HttpContext } from '@linkspan/connector-kit/http/http-context'
import { AppError } from '@linkspan/core/connector'
import type { FusionCredentials, FusionSettings } from './settings.ts'

interface SignIn extends HttpContext {
  readonly credentials: FusionCredentials
  readonly settings: Pick<FusionSettings, 'jwtAlgorithm'>
}

/** The audience of all identity domains of Oracle. */
const identityDomains = 'https://identity.oraclecloud.com/'

/**
 * How to sign in, by the credentials that are there: a token, a JWT that we sign, client credentials, else user and password
 * (docs/erp/oracle-fusion.md#signing-in). Throws `setup.settings-invalid` if none is complete.
 */
export function fusionAuthorizer(context: SignIn): Authorizer {
  const { oauthToken, privateKey, clientId, clientSecret, tokenUrl, scope, username, password } = context.credentials
  if (oauthToken !== undefined) return bearer(oauthToken)
  if (privateKey !== undefined) return signed(privateKey, context)
  if (tokenUrl !== undefined && clientId !== undefined && clientSecret !== undefined)
    return oauth2ClientCredentials({ tokenUrl, clientId, clientSecret, scope }, context)
  if (username !== undefined && password !== undefined) return basic(username, password)
  throw new AppError(
    'setup.settings-invalid',
    'No complete credentials: enter username and password, or tokenUrl, clientId and clientSecret of the identity domain, or a privateKey',
  )
}

/**
 * With a token server the JWT stands for the user if one is named, else for the client. Without one it is the token itself, which Fusion
 * takes from issuers that it trusts.
 */
function signed(privateKey: string, context: SignIn): Authorizer {
  const {
    apiUrl,
    certificate,
    certificateId,
    clientId,
    clientSecret,
    tokenUrl,
    scope,
    username,
    issuer = clientId,
    audience,
  } = context.credentials
  if (issuer === undefined || (tokenUrl === undefined && username === undefined))
    throw new AppError('setup.settings-invalid', 'A privateKey needs clientId and tokenUrl of the identity domain, or issuer and username')
  const jwt = {
    privateKey,
    certificate,
    keyId: certificateId,
    algorithm: context.settings.jwtAlgorithm,
    issuer,
    audience: audience ?? audienceOf(tokenUrl ?? apiUrl),
  } satisfies JwtOptions
  if (tokenUrl === undefined) return selfSignedToken({ ...jwt, subject: username, claims: { prn: username } }, context)
  const client = { tokenUrl, clientId, clientSecret, scope }
  const clientJwt = { ...jwt, subject: clientId }
  if (username === undefined) return oauth2JwtBearer({ ...client, clientSecret: undefined, use: 'client', jwt: clientJwt }, context)
  const proof = clientSecret === undefined ? { clientJwt } : {}
  return oauth2JwtBearer({ ...client, use: 'grant', jwt: { ...jwt, subject: username }, ...proof }, context)
}

const audienceOf = (url: string): string => (/\.identity\.[\w.]*oraclecloud\.com$/.test(new URL(url).hostname) ? identityDomains : url)
