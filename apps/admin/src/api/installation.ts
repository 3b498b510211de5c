import { ok } from '@linkspan/client'
import { queryOptions } from '@tanstack/react-query'
import { api } from './client.ts'

export const installationQuery = queryOptions({
  queryKey: ['installation'],
  queryFn: ({ signal }) => ok(api.GET('/installation', { signal })),
  refetchInterval: 30_000,
})
