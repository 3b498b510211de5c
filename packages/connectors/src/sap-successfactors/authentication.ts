import type { Authorizer } from '@linkspan/connector-kit/authorizers/authorizer'
import { basic } from '@linkspan/connector-kit/authorizers/basic'
import { bearer } from '@linkspan/connector-kit/authorizers/bearer'
import { oauth2Assertion, oauth2ClientCredentials, samlBearerGrant } from '@linkspan/connector-kit/authorizers/oauth2'
import { signSamlAssertion } from '@linkspan/connector-kit/authorizers/saml-assertion'
import type { HttpContext } from '@linkspan/connector-kit/http/http-context'
import { AppError } from '@linkspan/core/connector'
import type { SfCredentials, SfSettings } from './settings.ts'

type SfAuthContext = HttpContext & { readonly credentials: SfCredentials; readonly settings: Pick<SfSettings, 'saml'> }

/**
 * How to sign in, by the credentials that are there: a token, else OAuth by a SAML assertion, else client credentials of a gateway's token
 * server, else user and password (docs/erp/sap-successfactors.md#signing-in). Throws `setup.settings-invalid` if none is complete.
 */
export function sfAuthorizer(context: SfAuthContext): Authorizer {
  const { oauthToken, clientId, clientSecret, tokenUrl, scope, companyId, username, password } = context.credentials
  if (oauthToken !== undefined) return bearer(oauthToken)
  const assertion = assertionMaker(context)
  if (clientId !== undefined && companyId !== undefined && assertion) {
    const form = { company_id: companyId }
    return oauth2Assertion(
      { grantType: samlBearerGrant, assertion, clientId, form, scope, tokenUrl: tokenUrlOf(context.credentials) },
      context,
    )
  }
  if (clientId !== undefined && clientSecret !== undefined && tokenUrl !== undefined)
    return oauth2ClientCredentials({ tokenUrl, clientId, clientSecret, scope, form: { company_id: companyId } }, context)
  if (username !== undefined && password !== undefined) return basic(loginOf(username, companyId), password)
  throw new AppError(
    'setup.settings-invalid',
    'No complete credentials: enter companyId, clientId, username and privateKey, or companyId, username and password, or oauthToken',
  )
}

const tokenUrlOf = ({ apiUrl, tokenUrl }: SfCredentials): string => tokenUrl ?? new URL('/oauth/token', apiUrl).href

/** Makes a new assertion for each token; undefined without a key. */
function assertionMaker({ credentials, settings, clock }: SfAuthContext): (() => string) | undefined {
  const { samlAssertion, privateKey, privateKeyPassphrase, clientId = '', username } = credentials
  if (samlAssertion !== undefined) return () => samlAssertion.replace(/\s+/g, '')
  if (privateKey === undefined || username === undefined) return undefined
  const { issuer = clientId, audience, subjectIs } = settings.saml
  const attributes = { api_key: clientId, use_username: subjectIs === 'username' ? 'true' : undefined }
  const told = { issuer, audience, attributes, subject: username, recipient: tokenUrlOf(credentials) }
  return () => signSamlAssertion({ ...told, privateKey, passphrase: privateKeyPassphrase }, clock)
}

/** The user of Basic authentication names the company too: `login@company`. */
const loginOf = (username: string, companyId: string | undefined): string =>
  companyId === undefined || username.endsWith(`@${companyId}`) ? username : `${username}@${companyId}`
