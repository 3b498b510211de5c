import { ok } from '@linkspan/client'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from './client.ts'
import { liveMs } from './live.ts'
import type { ConflictReason, DataType, Side } from './names.ts'
import { nextOf, readPage } from './read-page.ts'

export interface ConflictFilter {
  readonly status?: 'open' | 'resolved' | undefined
  readonly connection?: string | undefined
  readonly dataType?: DataType | undefined
  readonly reason?: ConflictReason | undefined
  readonly field?: string | undefined
}

export const conflictsQuery = ({ status, connection, dataType, reason, field }: ConflictFilter) =>
  infiniteQueryOptions({
    queryKey: ['conflicts', { status, connection, dataType, reason, field }],
    initialPageParam: '',
    async queryFn({ pageParam, signal }) {
      const query = {
        limit: 50,
        ...(status && { status }),
        ...(connection && { connectionId: connection }),
        ...(dataType && { dataType }),
        ...(reason && { reason }),
        ...(field && { field }),
        ...(pageParam !== '' && { cursor: pageParam }),
      }
      return readPage(api.GET('/erp/conflicts', { params: { query }, signal }))
    },
    getNextPageParam: nextOf,
    refetchInterval: liveMs,
  })

/** An open conflict. One that somebody has resolved is a 404 that says who and how. */
export const conflictQuery = (id: string) =>
  queryOptions({
    queryKey: ['conflicts', id],
    queryFn: ({ signal }) => ok(api.GET('/erp/conflicts/{id}', { params: { path: { id } }, signal })),
    refetchInterval: liveMs,
  })

export interface Decision {
  readonly winner: Side
  readonly fields?: Readonly<Record<string, Side>>
}

/** How many conflicts one request resolves. */
export const maxResolved = 1000

/** Resolves conflicts by one decision, and answers what became of each; with `dryRun`, what would. */
export const resolveConflicts = (ids: readonly string[], { winner, fields }: Decision, dryRun = false) =>
  ok(api.POST('/erp/conflicts/resolve', { body: { ids: [...ids], winner, ...(fields && { fields: { ...fields } }), dryRun } }))

/** What a decision would make of each conflict. Nothing is resolved. */
export const resolutionPreviewQuery = (ids: readonly string[], decision: Decision) =>
  queryOptions({
    queryKey: ['conflicts', 'preview', ids, decision],
    queryFn: () => resolveConflicts(ids, decision, true),
  })
