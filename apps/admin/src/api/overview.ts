import { ok } from '@linkspan/client'
import { queryOptions } from '@tanstack/react-query'
import { api } from './client.ts'
import { liveMs } from './live.ts'

/** The numbers of the whole installation: the shell shows some of them, the page Now the others. */
export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => ok(api.GET('/erp/overview', { signal })),
  refetchInterval: liveMs,
})
