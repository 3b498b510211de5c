import { type ApiKey, apiKey as apiKeyIn } from '@linkspan/connector-kit/authorizers/api-key'
import type { Authorizer } from '@linkspan/connector-kit/authorizers/authorizer'
import { basic } from '@linkspan/connector-kit/authorizers/basic'
import { bearer } from '@linkspan/connector-kit/authorizers/bearer'
import { clientCertificates } from '@linkspan/connector-kit/authorizers/client-certificate'
import type { ApiCredentials } from '@linkspan/connector-kit/authorizers/credentials'
import { oauth2ClientCredentials } from '@linkspan/connector-kit/authorizers/oauth2'
import { AppError } from '@linkspan/core/connector'
import type { RestAuthentication } from './settings.ts'
import type { RestContext } from './source.ts'

type Kind = NonNullable<RestAuthentication['kind']>

const defaultKeyName = 'X-API-Key'
const keyInHeader = (value: string): Authorizer => apiKeyIn({ value, in: 'header', name: defaultKeyName })

/**
 * How calls prove who they are (docs/erp/home-made-rest.md#signing-in). Without a configured kind it is the first of these that the
 * credentials allow: `oauthToken` as Bearer; `clientId`, `clientSecret` and `tokenUrl` as OAuth 2.0 client credentials; `username` and
 * `password` as Basic; `apiKey` with `apiSecret` as Basic; `apiKey` alone as Bearer. An `apiKey` is also sent in `X-API-Key`, unless a kind
 * other than `api-key` is configured. Throws `setup.settings-invalid` if a configured kind lacks its credentials.
 */
export function restAuthorizers(context: RestContext): readonly Authorizer[] {
  const { credentials } = context
  const settings = context.settings.authentication ?? {}
  const { apiKey, apiSecret } = credentials
  if (settings.kind === 'none') return []
  if (settings.kind === 'api-key') return [apiKeyIn(configuredKey(required('api-key', apiKey, 'apiKey'), settings))]
  if (settings.kind !== undefined) return [authorizerOf(settings.kind, context)]
  const found = (['bearer', 'oauth2', 'basic'] as const).find((kind) => isPossible(kind, credentials))
  const first = found ? [authorizerOf(found, context)] : []
  if (apiKey === undefined) return first
  if (settings.name !== undefined || settings.in !== undefined) return [...first, apiKeyIn(configuredKey(apiKey, settings))]
  if (first.length > 0) return [...first, keyInHeader(apiKey)]
  return [apiSecret === undefined ? bearer(apiKey) : basic(apiKey, apiSecret), keyInHeader(apiKey)]
}

const configuredKey = (key: string, { name = defaultKeyName, in: place = 'header', prefix = '' }: RestAuthentication): ApiKey => ({
  name,
  in: place,
  value: `${prefix}${key}`,
})

function isPossible(kind: Kind, { oauthToken, clientId, clientSecret, tokenUrl, username, password }: ApiCredentials): boolean {
  if (kind === 'bearer') return oauthToken !== undefined
  if (kind === 'oauth2') return clientId !== undefined && clientSecret !== undefined && tokenUrl !== undefined
  return username !== undefined && password !== undefined
}

function authorizerOf(kind: Exclude<Kind, 'api-key' | 'none'>, context: RestContext): Authorizer {
  const { oauthToken, apiKey, apiSecret, clientId, clientSecret, tokenUrl, username, password, scope } = context.credentials
  switch (kind) {
    case 'bearer':
      return bearer(required(kind, oauthToken ?? apiKey, 'oauthToken or apiKey'))
    case 'basic':
      return basic(required(kind, username ?? apiKey, 'username or apiKey'), required(kind, password ?? apiSecret, 'password or apiSecret'))
    case 'oauth2': {
      const { secretIn, audience, resource } = context.settings.authentication ?? {}
      const client = {
        tokenUrl: required(kind, tokenUrl, 'tokenUrl'),
        clientId: required(kind, clientId, 'clientId'),
        clientSecret: required(kind, clientSecret, 'clientSecret'),
      }
      const [authorizer] = clientCertificates(context.credentials)
      return oauth2ClientCredentials({ ...client, secretIn, scope, audience, resource, authorizer }, context)
    }
  }
}

function required(kind: Kind, value: string | undefined, field: string): string {
  if (value !== undefined) return value
  throw new AppError('setup.settings-invalid', `The authentication "${kind}" needs ${field} in the credentials`)
}
