import { ok } from '@linkspan/client'
import { queryOptions } from '@tanstack/react-query'
import { api } from './client.ts'
import { liveMs } from './live.ts'

export const streamsQuery = (connectionId?: string) =>
  queryOptions({
    queryKey: ['streams', connectionId ?? 'all'],
    queryFn: ({ signal }) =>
      ok(api.GET('/erp/streams', { params: { query: { limit: 1000, ...(connectionId !== undefined && { connectionId }) } }, signal })),
    refetchInterval: liveMs,
  })
