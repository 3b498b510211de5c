import { ok } from '@linkspan/client'
import { queryOptions } from '@tanstack/react-query'
import { api } from './client.ts'

/** What each error code means. It changes only with the version. */
export const errorCatalogQuery = queryOptions({
  queryKey: ['error-catalog'],
  queryFn: ({ signal }) => ok(api.GET('/erp/error-catalog', { signal })),
  staleTime: Infinity,
})
