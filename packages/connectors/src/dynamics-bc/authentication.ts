import type { Authorizer } from '@linkspan/connector-kit/authorizers/authorizer'
import { basic } from '@linkspan/connector-kit/authorizers/basic'
import { bearer } from '@linkspan/connector-kit/authorizers/bearer'
import { entraClientCredentials } from '@linkspan/connector-kit/authorizers/entra'
import type { HttpContext } from '@linkspan/connector-kit/http/http-context'
import { AppError } from '@linkspan/core/connector'
import type { BcCredentials } from './settings.ts'

const defaultScope = 'https://api.businesscentral.dynamics.com/.default'

/**
 * How to sign in, by the credentials that are there: a token, else client credentials of Microsoft Entra, else user and password of a
 * server on premises (docs/erp/dynamics-business-central.md#signing-in). Throws `setup.settings-invalid` if there are none.
 */
export function bcAuthorizer(context: HttpContext & { readonly credentials: BcCredentials }): Authorizer {
  const { oauthToken, username, password, scope = defaultScope } = context.credentials
  if (oauthToken !== undefined) return bearer(oauthToken)
  const client = entraClientCredentials({ ...context.credentials, scope }, context)
  if (client !== null) return client
  if (username !== undefined && password !== undefined) return basic(username, password)
  throw new AppError(
    'setup.settings-invalid',
    'No complete credentials: enter tenantId, clientId and clientSecret, or username and password for a server on premises',
  )
}
