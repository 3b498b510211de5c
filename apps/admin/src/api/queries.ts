import { ok } from '@linkspan/client'
import { queryOptions } from '@tanstack/react-query'
import { api } from './client.ts'

/** What the pages read. The only place with query keys. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => ok(api.GET('/session', { signal })),
  staleTime: 60_000,
})

export const connectionsQuery = queryOptions({
  queryKey: ['connections'],
  queryFn: ({ signal }) => ok(api.GET('/erp/connections', { params: { query: { limit: 1000 } }, signal })),
})
