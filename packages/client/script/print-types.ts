import openapiTypes, { astToString, type OpenAPI3 } from 'openapi-typescript'

const mount = '/api/v1'

/** The types of all routes below the mount, as a module. Paths are relative to it, so that one client speaks to every mount. */
export async function printTypes(document: { readonly paths: object }): Promise<string> {
  const routes = Object.entries(document.paths).filter(([path]) => path.startsWith(`${mount}/`))
  const relative = Object.fromEntries(routes.map(([path, route]) => [path.slice(mount.length), route]))
  const types = await openapiTypes({ ...document, paths: relative } as unknown as OpenAPI3, {
    alphabetize: true,
    defaultNonNullable: false,
  })
  return `// Printed from the OpenAPI document by "pnpm generate".\n\n${astToString(types)}`
}
