import type { HttpContext } from '../http/http-context.ts'
import type { Authorizer } from './authorizer.ts'
import { oauth2ClientCredentials } from './oauth2.ts'

/** The credentials of an application in Microsoft Entra. */
export interface EntraClient {
  readonly tenantId?: string | undefined
  readonly clientId?: string | undefined
  readonly clientSecret?: string | undefined
  /** In place of the tenant's own token server. */
  readonly tokenUrl?: string | undefined
  readonly scope: string
}

/** Client credentials of Microsoft Entra; null if they are not complete. */
export function entraClientCredentials(
  { tenantId, clientId, clientSecret, scope, ...given }: EntraClient,
  context: HttpContext,
): Authorizer | null {
  const tokenUrl = given.tokenUrl ?? (tenantId === undefined ? undefined : tokenUrlOf(tenantId))
  if (clientId === undefined || clientSecret === undefined || tokenUrl === undefined) return null
  return oauth2ClientCredentials({ tokenUrl, clientId, clientSecret, scope, secretIn: 'body' }, context)
}

const tokenUrlOf = (tenantId: string): string => `https://login.microsoftonline.com/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`
