import type { Authentication } from '@linkspan/connector-kit/authorizers/authorize'
import type { ApiCredentials } from '@linkspan/connector-kit/authorizers/credentials'
import { AppError } from '@linkspan/core/connector'

/**
 * How to sign in, by the credentials that are there: a token, else OAuth2 client credentials, else user and password; beside them or
 * alone the key of SAP's sandbox in the header `APIKey` (docs/erp/sap-s4hana.md#signing-in). Throws `setup.settings-invalid` if there are
 * none.
 */
export function authenticationOf(credentials: ApiCredentials): readonly Authentication[] {
  const { apiKey } = credentials
  const key: readonly Authentication[] = apiKey === undefined ? [] : [{ kind: 'api-key', name: 'APIKey', in: 'header', value: apiKey }]
  const proofs = [...signIn(credentials), ...key]
  if (proofs.length > 0) return proofs
  throw new AppError(
    'setup.settings-invalid',
    'No complete credentials: enter username and password, or clientId, clientSecret and tokenUrl, or oauthToken, or apiKey',
  )
}

function signIn({ oauthToken, clientId, clientSecret, tokenUrl, scope, username, password }: ApiCredentials): readonly Authentication[] {
  if (oauthToken !== undefined) return [{ kind: 'bearer', token: oauthToken }]
  if (clientId !== undefined && clientSecret !== undefined && tokenUrl !== undefined) {
    return [{ kind: 'oauth2', clientId, clientSecret, tokenUrl, scope, secretIn: 'header' }]
  }
  if (username !== undefined && password !== undefined) return [{ kind: 'basic', username, password }]
  return []
}
