import { urlBelow } from '@linkspan/connector-kit/http/url'
import { AppError } from '@linkspan/core/connector'
import type { BcCredentials, BcSettings } from './settings.ts'

const cloud = 'https://api.businesscentral.dynamics.com'
const standardApi = 'api/v2.0'
/** A service root ends like this: the standard API, or a custom one. */
const apiRoot = /\/api\/(v\d+\.\d+|[^/]+\/[^/]+\/v\d+\.\d+)\/?$/

/** Where the connection's calls go: scheme, host and port. Throws `setup.settings-invalid` if that cannot be told. */
export function hostOf({ apiUrl, tenantId, clientId, oauthToken }: BcCredentials): URL {
  if (apiUrl !== undefined) return new URL(apiUrl)
  if (tenantId !== undefined || clientId !== undefined || oauthToken !== undefined) return new URL(cloud)
  throw new AppError('setup.settings-invalid', 'A server on premises needs apiUrl, as in https://erp.example.com:7048/BC')
}

/**
 * Where the service root may be, the likeliest first (docs/erp/dynamics-business-central.md#addresses). One in the cloud is known; an
 * `apiUrl` may name the host, a server instance on premises, or the root itself.
 */
export function possibleRoots(credentials: BcCredentials, { environment }: BcSettings): readonly URL[] {
  const host = hostOf(credentials)
  const path = host.pathname.replace(/\/+$/, '')
  if (apiRoot.test(path)) return [urlBelow(host, '')]
  const { tenantId, apiUrl } = credentials
  const place = [tenantId, environment].flatMap((part) => (part === undefined ? [] : [encodeURIComponent(part)])).join('/')
  const inCloud = urlBelow(host, `${/\/v2\.0$/.test(path) ? '' : 'v2.0/'}${place}/${standardApi}`)
  if (apiUrl === undefined) return [inCloud]
  const below = urlBelow(host, standardApi)
  const isHostOnly = path === '' || path === '/v2.0'
  const isCloud = credentials.username === undefined
  const roots = isHostOnly && isCloud ? [inCloud, below] : isHostOnly ? [below, inCloud] : [below]
  return [...roots, urlBelow(host, '')]
}
