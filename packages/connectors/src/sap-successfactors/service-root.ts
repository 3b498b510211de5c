/** The root of the OData service: `apiUrl` names the host of the data centre, or the root itself (docs/erp/sap-successfactors.md#addresses). */
export function serviceRoot(apiUrl: string): URL {
  const { origin, pathname } = new URL(apiUrl)
  const path = pathname.replace(/\/+$/, '')
  return new URL(`${origin}${/\/odata\/v\d$/.test(path) ? path : `${path}/odata/v2`}/`)
}
