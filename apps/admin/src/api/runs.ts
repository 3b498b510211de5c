import { type ERPSyncLog, ok } from '@linkspan/client'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from './client.ts'
import { liveMs } from './live.ts'
import type { DataType, RunStatus, Trigger } from './names.ts'
import { nextOf, readPage } from './read-page.ts'
import { sinceOf } from './since.ts'
import { stillData } from './stale-marks.ts'

export interface RunFilter {
  readonly status?: RunStatus | undefined
  readonly dataType?: DataType | undefined
  readonly connection?: string | undefined
  readonly client?: string | undefined
  readonly trigger?: Trigger | undefined
  /** ISO 8601, or how long ago, as in `-24h`. */
  readonly since?: string | undefined
  readonly until?: string | undefined
  readonly q?: string | undefined
}

export interface RunPage {
  readonly items: readonly ERPSyncLog[]
  readonly next: string | null
  /** How many there are in all, if the server knows. */
  readonly total: number | null
}

const pageSize = 50

interface ReadOptions {
  /** The time that a filter like `-24h` counts from. */
  readonly now: () => Date
  readonly limit?: number
  readonly signal?: AbortSignal
}

/** One page of the runs that a filter lets through, newest first. */
export async function readRuns(filter: RunFilter, cursor: string, { now, limit = pageSize, signal }: ReadOptions): Promise<RunPage> {
  const { status, dataType, connection, client, trigger, since, until, q } = filter
  const query = {
    limit,
    ...(status && { status }),
    ...(dataType && { dataType }),
    ...(connection && { erpConnectionId: connection }),
    ...(client && { clientId: client }),
    ...(trigger && { trigger }),
    ...(since && { since: sinceOf(since, now()) }),
    ...(until && { until }),
    ...(q && { q }),
    ...(cursor !== '' && { cursor }),
  }
  return readPage(api.GET('/erp/sync-logs', { params: { query }, ...(signal && { signal }) }))
}

/** A list that is opened again after this time is read anew. */
const listMs = 30_000

/** The runs as they were when the list was opened: rows do not move while somebody looks at them. */
export const runsQuery = (filter: RunFilter, now: () => Date) =>
  infiniteQueryOptions({
    queryKey: ['runs', filter],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => readRuns(filter, pageParam, { now, signal }),
    getNextPageParam: nextOf,
    meta: stillData,
    staleTime: listMs,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

/** The latest runs of a list, to tell how many are new. */
export const latestRunsQuery = (filter: RunFilter, now: () => Date) =>
  queryOptions({
    queryKey: ['runs', 'latest', filter],
    queryFn: ({ signal }) => readRuns(filter, '', { now, signal }),
    refetchInterval: liveMs,
  })

export const isOver = (run: ERPSyncLog | undefined): boolean => run?.status === 'success' || run?.status === 'error'

/** One run. While it works it is read every second; what has ended does not change any more. */
export const runQuery = (id: string, everyMs: () => number = () => 1000) =>
  queryOptions({
    queryKey: ['runs', id],
    queryFn: ({ signal }) => ok(api.GET('/erp/sync-logs/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (isOver(state.data) ? false : everyMs()),
  })

export const timelineQuery = (id: string, isRunning: boolean) =>
  queryOptions({
    queryKey: ['runs', id, 'timeline', isRunning], // read anew once it has ended
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => ok(api.GET('/erp/sync-logs/{id}/timeline', { params: { path: { id } }, signal })),
    refetchInterval: isRunning ? 2000 : false,
  })

/** A run in English, which whoever helps reads, and the id of the request that read it, to find it in the logs. */
export async function readForSupport(id: string): Promise<{ readonly run: ERPSyncLog; readonly requestId: string | null }> {
  const answer = api.GET('/erp/sync-logs/{id}', { params: { path: { id } }, headers: { 'accept-language': 'en' } })
  const run = await ok(answer)
  return { run, requestId: (await answer).response.headers.get('x-request-id') }
}

/** A run that was asked for. `joined`: one that was under way already. */
export interface Asked {
  readonly run: ERPSyncLog
  readonly joined: boolean
}

/** The run of an answer that starts one or joins one. Throws as `ok` does. */
export async function asked(answer: Promise<{ data?: ERPSyncLog; error?: unknown; response: Response }>): Promise<Asked> {
  const run = await ok(answer)
  return { run, joined: (await answer).response.headers.get('x-deduplicated') === 'true' }
}

export const retryRun = (id: string): Promise<Asked> => asked(api.POST('/erp/sync-logs/{id}/retry', { params: { path: { id } } }))

export const runFull = ({ erpConnectionId, dataType, direction }: ERPSyncLog): Promise<Asked> =>
  asked(api.POST('/erp/connections/{id}/sync', { params: { path: { id: erpConnectionId } }, body: { dataType, direction, mode: 'full' } }))

export const cancelRun = (id: string) => ok(api.POST('/erp/sync-logs/{id}/cancel', { params: { path: { id } } }))
