import type { Authorizer } from '@linkspan/connector-kit/authorizers/authorizer'
import { basic } from '@linkspan/connector-kit/authorizers/basic'
import { bearer } from '@linkspan/connector-kit/authorizers/bearer'
import { oauth2ClientCredentials } from '@linkspan/connector-kit/authorizers/oauth2'
import type { HttpContext } from '@linkspan/connector-kit/http/http-context'
import { AppError } from '@linkspan/core/connector'
import type { BcCredentials } from './settings.ts'

const defaultScope = 'https://api.businesscentral.dynamics.com/.default'

/**
 * How to sign in, by the credentials that are there: a token, else client credentials of Microsoft Entra, else user and password of a
 * server on premises (docs/erp/dynamics-business-central.md#signing-in). Throws `setup.settings-invalid` if there are none.
 */
export function bcAuthorizer(context: HttpContext & { readonly credentials: BcCredentials }): Authorizer {
  const { oauthToken, clientId, clientSecret, tenantId, username, password, scope = defaultScope } = context.credentials
  if (oauthToken !== undefined) return bearer(oauthToken)
  if (clientId !== undefined && clientSecret !== undefined) {
    const tokenUrl = context.credentials.tokenUrl ?? (tenantId === undefined ? undefined : entraTokenUrl(tenantId))
    if (tokenUrl !== undefined) return oauth2ClientCredentials({ tokenUrl, clientId, clientSecret, scope, secretIn: 'body' }, context)
  }
  if (username !== undefined && password !== undefined) return basic(username, password)
  throw new AppError(
    'setup.settings-invalid',
    'No complete credentials: enter tenantId, clientId and clientSecret, or username and password for a server on premises',
  )
}

const entraTokenUrl = (tenantId: string): string => `https://login.microsoftonline.com/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`
