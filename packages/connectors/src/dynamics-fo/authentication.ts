import type { Authorizer } from '@linkspan/connector-kit/authorizers/authorizer'
import { bearer } from '@linkspan/connector-kit/authorizers/bearer'
import { entraClientCredentials } from '@linkspan/connector-kit/authorizers/entra'
import type { HttpContext } from '@linkspan/connector-kit/http/http-context'
import { AppError } from '@linkspan/core/connector'
import type { FoCredentials } from './settings.ts'

/**
 * A token, else client credentials of Microsoft Entra for the environment (docs/erp/dynamics-finance-operations.md#signing-in). Throws
 * `setup.settings-invalid` if there are neither.
 */
export function foAuthorizer(context: HttpContext & { readonly credentials: FoCredentials }): Authorizer {
  const { oauthToken, apiUrl, scope = `${new URL(apiUrl).origin}/.default` } = context.credentials
  if (oauthToken !== undefined) return bearer(oauthToken)
  const client = entraClientCredentials({ ...context.credentials, scope }, context)
  if (client !== null) return client
  throw new AppError('setup.settings-invalid', 'No complete credentials: enter tenantId, clientId and clientSecret')
}
