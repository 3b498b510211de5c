import type { Authentication } from '@linkspan/connector-kit/authorizers/authorize'
import type { ApiCredentials } from '@linkspan/connector-kit/authorizers/credentials'
import { AppError } from '@linkspan/core/connector'
import type { RestAuthentication } from './settings.ts'

type Kind = NonNullable<RestAuthentication['kind']>
type Header = Extract<Authentication, { kind: 'api-key' }>

const defaultKeyName = 'X-API-Key'
const inHeader = (value: string, name = defaultKeyName): Header => ({ kind: 'api-key', in: 'header', name, value })

/**
 * How calls prove who they are. If no kind is configured, the first of these that the credentials allow: `oauthToken` as Bearer;
 * `clientId`, `clientSecret` and `tokenUrl` as OAuth 2.0 client credentials; `username` and `password` as Basic; `apiKey` with `apiSecret`
 * as Basic; `apiKey` alone as Bearer. An `apiKey` is also sent in `X-API-Key`, unless a kind other than `api-key` is configured. Throws
 * `setup.settings-invalid` if a configured kind lacks its credentials (docs/erp/home-made-rest.md#signing-in).
 */
export function restAuthentication(credentials: ApiCredentials, settings: RestAuthentication = {}): readonly Authentication[] {
  const { apiKey, apiSecret } = credentials
  if (settings.kind === 'api-key') return [configuredKey(required('api-key', apiKey, 'apiKey'), settings)]
  if (settings.kind !== undefined) return [proof(settings.kind, credentials, settings)]
  const found = (['bearer', 'oauth2', 'basic'] as const).find((kind) => isPossible(kind, credentials))
  const first: readonly Authentication[] = found ? [proof(found, credentials, settings)] : []
  if (apiKey === undefined) return first
  if (settings.name !== undefined || settings.in !== undefined) return [...first, configuredKey(apiKey, settings)]
  if (first.length > 0) return [...first, inHeader(apiKey)]
  const inAuthorization: Authentication =
    apiSecret === undefined ? { kind: 'bearer', token: apiKey } : { kind: 'basic', username: apiKey, password: apiSecret }
  return [inAuthorization, inHeader(apiKey)]
}

function configuredKey(apiKey: string, { name = defaultKeyName, in: place = 'header', prefix = '' }: RestAuthentication): Header {
  return { kind: 'api-key', in: place, name, value: `${prefix}${apiKey}` }
}

function isPossible(kind: Kind, { oauthToken, clientId, clientSecret, tokenUrl, username, password }: ApiCredentials): boolean {
  if (kind === 'bearer') return oauthToken !== undefined
  if (kind === 'oauth2') return clientId !== undefined && clientSecret !== undefined && tokenUrl !== undefined
  return username !== undefined && password !== undefined
}

function proof(kind: Exclude<Kind, 'api-key'>, credentials: ApiCredentials, settings: RestAuthentication): Authentication {
  const { oauthToken, apiKey, apiSecret, clientId, clientSecret, tokenUrl, username, password, scope } = credentials
  switch (kind) {
    case 'none':
      return { kind }
    case 'bearer':
      return { kind, token: required(kind, oauthToken ?? apiKey, 'oauthToken or apiKey') }
    case 'basic':
      return {
        kind,
        username: required(kind, username ?? apiKey, 'username or apiKey'),
        password: required(kind, password ?? apiSecret, 'password or apiSecret'),
      }
    case 'oauth2': {
      const { secretIn = 'header', audience, resource } = settings
      return {
        kind,
        tokenUrl: required(kind, tokenUrl, 'tokenUrl'),
        clientId: required(kind, clientId, 'clientId'),
        clientSecret: required(kind, clientSecret, 'clientSecret'),
        secretIn,
        scope,
        audience,
        resource,
      }
    }
  }
}

function required(kind: Kind, value: string | undefined, field: string): string {
  if (value !== undefined) return value
  throw new AppError('setup.settings-invalid', `The authentication "${kind}" needs ${field} in the credentials`)
}
