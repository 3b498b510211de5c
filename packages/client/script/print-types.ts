import openapiTypes, { astToString, type OpenAPI3 } from 'openapi-typescript'

const mount = '/api/v1'

/** Returns a module with the types of all routes. Paths are relative to the base path, so that one client works with every base path. */
export async function printTypes(document: { readonly paths: object }): Promise<string> {
  const routes = Object.entries(document.paths).filter(([path]) => path.startsWith(`${mount}/`))
  const relative = Object.fromEntries(routes.map(([path, route]) => [path.slice(mount.length), route]))
  const types = await openapiTypes({ ...document, paths: relative } as unknown as OpenAPI3, {
    alphabetize: true,
    defaultNonNullable: false,
  })
  return `// Generated from the OpenAPI document by "pnpm generate".\n\n${astToString(types)}`
}
