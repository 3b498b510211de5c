import type { ERPSyncLog } from '@linkspan/client'
import { useInfiniteQuery, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { liveMs } from '../../api/live.ts'
import { isOver, latestRunsQuery, type RunFilter, runQuery, runsQuery } from '../../api/runs.ts'

/** So many runs that work are followed, the latest ones. */
const maxFollowed = 20

/** The runs of a filter. Rows stay where they are and change in place; what is new waits until somebody asks for it. */
export function useRuns(filter: RunFilter, now: () => Date) {
  const queries = useQueryClient()
  const list = useInfiniteQuery(runsQuery(filter, now))
  const latest = useQuery(latestRunsQuery(filter, now))
  const loaded = useMemo(() => list.data?.pages.flatMap(({ items }) => items), [list.data])
  const open = (loaded ?? []).filter((run) => !isOver(run)).slice(0, maxFollowed)
  const followed = useQueries({ queries: open.map(({ id }) => runQuery(id, liveMs)) })
  const current = new Map(followed.flatMap(({ data }) => (data ? [[data.id, data]] : [])))
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = list
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [fetchNextPage, hasNextPage, isFetchingNextPage])
  return {
    view: { ...list, data: loaded?.map((run) => current.get(run.id) ?? run) },
    loadMore,
    hasMore: hasNextPage,
    isLoadingMore: isFetchingNextPage,
    total: list.data?.pages[0]?.total ?? undefined,
    newRuns: countNew(loaded, latest.data?.items),
    showNew: () => void queries.resetQueries({ queryKey: runsQuery(filter, now).queryKey, exact: true }),
  }
}

/** How many of the latest runs stand above the first one that is shown. */
function countNew(shown: readonly ERPSyncLog[] | undefined, latest: readonly ERPSyncLog[] | undefined): number {
  if (!shown || !latest) return 0
  const known = new Set(shown.map(({ id }) => id))
  const first = latest.findIndex(({ id }) => known.has(id))
  return first === -1 && shown.length > 0 && latest.length === 0 ? 0 : first === -1 ? latest.length : first
}
