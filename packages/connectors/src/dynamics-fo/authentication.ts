import type { Authorizer } from '@linkspan/connector-kit/authorizers/authorizer'
import { bearer } from '@linkspan/connector-kit/authorizers/bearer'
import { oauth2ClientCredentials } from '@linkspan/connector-kit/authorizers/oauth2'
import type { HttpContext } from '@linkspan/connector-kit/http/http-context'
import { AppError } from '@linkspan/core/connector'
import type { FoCredentials } from './settings.ts'

/**
 * A token, else client credentials of Microsoft Entra for the environment (docs/erp/dynamics-finance-operations.md#signing-in). Throws
 * `setup.settings-invalid` if there are neither.
 */
export function foAuthorizer(context: HttpContext & { readonly credentials: FoCredentials }): Authorizer {
  const { oauthToken, clientId, clientSecret, tenantId, apiUrl, scope = `${new URL(apiUrl).origin}/.default` } = context.credentials
  if (oauthToken !== undefined) return bearer(oauthToken)
  const tokenUrl = context.credentials.tokenUrl ?? (tenantId === undefined ? undefined : entraTokenUrl(tenantId))
  if (clientId !== undefined && clientSecret !== undefined && tokenUrl !== undefined)
    return oauth2ClientCredentials({ tokenUrl, clientId, clientSecret, scope, secretIn: 'body' }, context)
  throw new AppError('setup.settings-invalid', 'No complete credentials: enter tenantId, clientId and clientSecret')
}

const entraTokenUrl = (tenantId: string): string => `https://login.microsoftonline.com/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`
