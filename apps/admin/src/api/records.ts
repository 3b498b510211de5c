import { ok } from '@linkspan/client'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from './client.ts'
import { liveMs } from './live.ts'
import type { DataType, RecordState } from './names.ts'
import { nextOf, readPage } from './read-page.ts'

/** Records of all connections by their business keys. */
export const searchQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['search', q],
    enabled: q !== '',
    initialPageParam: '',
    async queryFn({ pageParam, signal }) {
      const query = { q, limit: 50, ...(pageParam !== '' && { cursor: pageParam }) }
      const answer = api.GET('/erp/search', { params: { query }, signal })
      const hits = await ok(answer)
      const { headers } = (await answer).response
      return { hits, next: headers.get('x-next-cursor'), isIncomplete: headers.get('x-search-incomplete') === 'true' }
    },
    getNextPageParam: nextOf,
  })

export interface RecordPlace {
  readonly connectionId: string
  readonly dataType: DataType
  readonly recordId: string
}

/** What has happened to a record. */
export const journeyQuery = ({ connectionId, dataType, recordId }: RecordPlace) =>
  queryOptions({
    queryKey: ['journeys', connectionId, dataType, recordId],
    queryFn: ({ signal }) =>
      ok(
        api.GET('/erp/connections/{id}/records/{dataType}/{recordId}/journey', {
          params: { path: { id: connectionId, dataType, recordId } },
          signal,
        }),
      ),
    refetchInterval: liveMs,
  })

export interface RecordFilter {
  readonly dataType?: DataType | undefined
  readonly status?: RecordState | undefined
  readonly q?: string | undefined
  readonly deleted?: true | undefined
}

/** The records of a connection, the latest change first. */
export const recordsQuery = (connectionId: string, dataType: DataType, { status, q, deleted }: RecordFilter) =>
  infiniteQueryOptions({
    queryKey: ['records', connectionId, dataType, { status, q, deleted }],
    initialPageParam: '',
    async queryFn({ pageParam, signal }) {
      const query = {
        limit: 50,
        ...(deleted ? { deleted } : { ...(status && { syncStatus: status }), ...(q && { q }) }),
        ...(pageParam !== '' && { cursor: pageParam }),
      }
      return readPage(
        api.GET('/erp/connections/{id}/records/{dataType}', { params: { path: { id: connectionId, dataType }, query }, signal }),
      )
    },
    getNextPageParam: nextOf,
  })
