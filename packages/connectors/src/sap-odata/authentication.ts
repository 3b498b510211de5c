import { apiKey } from '@linkspan/connector-kit/authorizers/api-key'
import type { Authorizer } from '@linkspan/connector-kit/authorizers/authorizer'
import { basic } from '@linkspan/connector-kit/authorizers/basic'
import { bearer } from '@linkspan/connector-kit/authorizers/bearer'
import { clientCertificates } from '@linkspan/connector-kit/authorizers/client-certificate'
import type { ApiCredentials } from '@linkspan/connector-kit/authorizers/credentials'
import { oauth2ClientCredentials } from '@linkspan/connector-kit/authorizers/oauth2'
import type { HttpContext } from '@linkspan/connector-kit/http/http-context'
import { AppError } from '@linkspan/core/connector'

type SapAuthContext = HttpContext & { readonly credentials: ApiCredentials }

/**
 * How to sign in, by the credentials that are there: a token, else OAuth2 client credentials, else user and password; beside them or alone
 * the key of SAP's API hub in the header `APIKey` (docs/erp/sap-s4hana.md#signing-in). Throws `setup.settings-invalid` if there are none.
 */
export function sapAuthorizers(context: SapAuthContext): readonly Authorizer[] {
  const { apiKey: key } = context.credentials
  const signedIn = [...signIn(context), ...(key === undefined ? [] : [apiKey({ name: 'APIKey', in: 'header', value: key })])]
  const authorizers = [...clientCertificates(context.credentials), ...signedIn]
  if (authorizers.length > 0) return authorizers
  throw new AppError(
    'setup.settings-invalid',
    'No complete credentials: enter username and password, or clientId, clientSecret and tokenUrl, or oauthToken, or apiKey, or clientCertificate and clientKey',
  )
}

function signIn(context: SapAuthContext): readonly Authorizer[] {
  const { oauthToken, clientId, clientSecret, tokenUrl, scope, username, password } = context.credentials
  if (oauthToken !== undefined) return [bearer(oauthToken)]
  if (clientId !== undefined && clientSecret !== undefined && tokenUrl !== undefined)
    return [
      oauth2ClientCredentials({ clientId, clientSecret, tokenUrl, scope, authorizer: clientCertificates(context.credentials)[0] }, context),
    ]
  if (username !== undefined && password !== undefined) return [basic(username, password)]
  return []
}
