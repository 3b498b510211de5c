export type Api = 'fscmRestApi' | 'hcmRestApi'

const defaultVersion = '11.13.18.05'

/**
 * Where the resources of an API are. `apiUrl` may be the host, or go on to the resources of either API
 * (docs/erp/oracle-fusion.md#addresses); then its version counts unless another one is set.
 */
export function serviceRoot(apiUrl: string, api: Api, version: string | undefined): URL {
  const url = new URL(apiUrl)
  const [, prefix = '', given] = /^(.*?)\/+(?:fscm|hcm)RestApi(?:\/resources(?:\/([\w.]+))?)?/.exec(url.pathname) ?? []
  const isBelow = /\/(?:fscm|hcm)RestApi/.test(url.pathname)
  url.pathname = `${isBelow ? prefix : url.pathname.replace(/\/+$/, '')}/${api}/resources/${version ?? given ?? defaultVersion}`
  url.search = ''
  url.hash = ''
  return url
}
