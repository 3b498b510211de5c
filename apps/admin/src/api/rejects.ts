import { ok } from '@linkspan/client'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from './client.ts'
import { liveMs } from './live.ts'
import type { DataType } from './names.ts'

export interface RejectFilter {
  readonly connection?: string | undefined
  readonly dataType?: DataType | undefined
  readonly client?: string | undefined
}

/** The most rejects that one request reprocesses, and that a run's page reads. */
export const maxRejects = 1000

export const openRejectsQuery = ({ connection, dataType, client }: RejectFilter) =>
  infiniteQueryOptions({
    queryKey: ['rejects', 'open', { connection, dataType, client }],
    initialPageParam: '',
    async queryFn({ pageParam, signal }) {
      const query = {
        limit: 200,
        ...(connection && { connectionId: connection }),
        ...(dataType && { dataType }),
        ...(client && { clientId: client }),
        ...(pageParam !== '' && { cursor: pageParam }),
      }
      const answer = api.GET('/erp/rejects', { params: { query }, signal })
      const items = await ok(answer)
      return { items, next: (await answer).response.headers.get('x-next-cursor') }
    },
    getNextPageParam: ({ next }) => next,
    refetchInterval: liveMs,
  })

/** A run's rejects by reason. What has become of them changes after the run has ended, too. */
export const rejectGroupsQuery = (runId: string, isRunning: boolean) =>
  queryOptions({
    queryKey: ['rejects', 'groups', runId],
    placeholderData: keepPreviousData,
    async queryFn({ signal }) {
      const answer = api.GET('/erp/sync-logs/{id}/reject-groups', { params: { path: { id: runId } }, signal })
      const groups = await ok(answer)
      const { headers } = (await answer).response
      return {
        groups,
        rejected: Number(headers.get('x-rejected-count')),
        open: Number(headers.get('x-open-count')),
        hasMore: headers.has('x-next-cursor'),
      }
    },
    refetchInterval: isRunning ? 2000 : liveMs,
  })

/** The rejects themselves, which are read anew when their numbers have changed. */
export const runRejectsQuery = (runId: string, numbers?: { readonly rejected: number; readonly open: number }) =>
  queryOptions({
    queryKey: ['rejects', 'of-run', runId, numbers?.rejected, numbers?.open],
    enabled: numbers !== undefined && numbers.rejected > 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      ok(api.GET('/erp/sync-logs/{id}/rejects', { params: { path: { id: runId }, query: { limit: maxRejects } }, signal })),
  })

export const reprocessRejects = (ids: readonly string[]) => ok(api.POST('/erp/rejects/reprocess', { body: { ids: [...ids] } }))
