import { ok } from '@linkspan/client'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from './client.ts'
import { liveMs } from './live.ts'
import type { DataType } from './names.ts'
import { nextOf } from './read-page.ts'

export interface RejectFilter {
  readonly connection?: string | undefined
  readonly dataType?: DataType | undefined
  readonly client?: string | undefined
}

/** The most rejects that one request reprocesses, and that a run's page reads. */
export const maxRejects = 1000

interface RejectPage extends RejectFilter {
  readonly limit: number
  /** Where the page begins; empty for the first one. */
  readonly cursor: string
}

/** One page of the open rejects, where the next one begins, and the headers that it came with. */
export async function readOpenRejects({ limit, cursor, connection, dataType, client }: RejectPage, signal: AbortSignal) {
  const query = {
    limit,
    ...(connection && { connectionId: connection }),
    ...(dataType && { dataType }),
    ...(client && { clientId: client }),
    ...(cursor !== '' && { cursor }),
  }
  const answer = api.GET('/erp/rejects', { params: { query }, signal })
  const items = await ok(answer)
  const { headers } = (await answer).response
  return { items, next: headers.get('x-next-cursor'), headers }
}

export const openRejectsQuery = ({ connection, dataType, client }: RejectFilter) =>
  infiniteQueryOptions({
    queryKey: ['rejects', 'open', { connection, dataType, client }],
    initialPageParam: '',
    async queryFn({ pageParam, signal }) {
      const { items, next } = await readOpenRejects({ limit: 200, cursor: pageParam, connection, dataType, client }, signal)
      return { items, next }
    },
    getNextPageParam: nextOf,
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
