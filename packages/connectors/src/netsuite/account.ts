import { urlBelow } from '@linkspan/connector-kit/http/url'
import { AppError } from '@linkspan/core/connector'
import type { NetSuiteCredentials } from './settings.ts'

const servicesPath = '/services/rest'

/** An account as its host name has it: `1234567_SB1` is `1234567-sb1` (docs/erp/netsuite.md#addresses). */
export const toHostName = (accountId: string): string => accountId.toLowerCase().replaceAll('_', '-')

/** An account as the realm of OAuth 1.0a has it: `1234567_SB1`. */
export const toRealm = (accountId: string): string => accountId.toUpperCase().replaceAll('-', '_')

/** Where the account answers. Throws `setup.settings-invalid` if neither the account nor an address is known. */
export function apiUrlOf({ apiUrl, accountId }: NetSuiteCredentials): URL {
  if (apiUrl !== undefined) {
    const url = new URL(apiUrl)
    url.pathname = url.pathname.replace(/\/services(\/.*)?$/, '/')
    return url
  }
  if (accountId !== undefined) return new URL(`https://${toHostName(accountId)}.suitetalk.api.netsuite.com`)
  throw new AppError('setup.settings-invalid', 'The account is missing: enter accountId, as in 1234567 or 1234567_SB1')
}

/** The address of a REST service, as in `query/v1/suiteql`. */
export const serviceUrl = (credentials: NetSuiteCredentials, path: string): URL =>
  urlBelow(apiUrlOf(credentials), `${servicesPath}/${path}`)

export const tokenUrlOf = (credentials: NetSuiteCredentials): string =>
  credentials.tokenUrl ?? serviceUrl(credentials, 'auth/oauth2/v1/token').href
