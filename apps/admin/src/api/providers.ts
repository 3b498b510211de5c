import { type components, ok } from '@linkspan/client'
import { queryOptions } from '@tanstack/react-query'
import { api } from './client.ts'
import type { JsonSchema } from './json-schema.ts'

/** What can be connected. The API describes the two schemas as any object. */
export type Provider = Omit<components['schemas']['ERPProvider'], 'credentials' | 'settings'> & {
  readonly credentials: JsonSchema
  readonly settings: JsonSchema
}

/** Everything that can be connected. It changes only with the installation. */
export const providersQuery = queryOptions({
  queryKey: ['providers'],
  queryFn: async ({ signal }) => (await ok(api.GET('/erp/providers', { signal }))) as readonly Provider[],
  staleTime: Number.POSITIVE_INFINITY,
})
