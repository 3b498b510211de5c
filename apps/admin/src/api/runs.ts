import { type ERPSyncLog, ok } from '@linkspan/client'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from './client.ts'
import { liveMs } from './live.ts'
import type { DataType, RunStatus } from './names.ts'

export interface RunFilter {
  readonly status?: RunStatus | undefined
  readonly dataType?: DataType | undefined
  readonly connection?: string | undefined
  /** Began at this time or later, or earlier: ISO 8601. */
  readonly since?: string | undefined
  readonly until?: string | undefined
}

export const runsQuery = ({ status, dataType, connection, since, until }: RunFilter) =>
  infiniteQueryOptions({
    queryKey: ['runs', { status, dataType, connection, since, until }],
    initialPageParam: '',
    async queryFn({ pageParam, signal }) {
      const query = {
        limit: 50,
        ...(status && { status }),
        ...(dataType && { dataType }),
        ...(connection && { erpConnectionId: connection }),
        ...(since && { since }),
        ...(until && { until }),
        ...(pageParam !== '' && { cursor: pageParam }),
      }
      const answer = api.GET('/erp/sync-logs', { params: { query }, signal })
      const items = await ok(answer)
      return { items, next: (await answer).response.headers.get('x-next-cursor') }
    },
    getNextPageParam: ({ next }) => next,
    refetchInterval: liveMs,
  })

const isOver = (run: ERPSyncLog | undefined): boolean => run?.status === 'success' || run?.status === 'error'

/** One run. While it works it is read every second; what has ended does not change any more. */
export const runQuery = (id: string) =>
  queryOptions({
    queryKey: ['runs', id],
    queryFn: ({ signal }) => ok(api.GET('/erp/sync-logs/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (isOver(state.data) ? false : 1000),
  })

export const entriesQuery = (id: string, isRunning: boolean) =>
  queryOptions({
    queryKey: ['runs', id, 'entries', isRunning],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => ok(api.GET('/erp/sync-logs/{id}/entries', { params: { path: { id }, query: { limit: 1000 } }, signal })),
    refetchInterval: isRunning ? 1000 : false,
  })

export const retryRun = (id: string) => ok(api.POST('/erp/sync-logs/{id}/retry', { params: { path: { id } } }))
export const cancelRun = (id: string) => ok(api.POST('/erp/sync-logs/{id}/cancel', { params: { path: { id } } }))
