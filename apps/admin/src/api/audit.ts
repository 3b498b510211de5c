import type { paths } from '@linkspan/client'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { api } from './client.ts'
import { nextOf, readPage } from './read-page.ts'

type Query = NonNullable<paths['/audit-logs']['get']['parameters']['query']>
export type AuditAction = NonNullable<Query['action']>

export interface AuditFilter {
  readonly actor?: string | undefined
  readonly action?: AuditAction | undefined
  readonly target?: string | undefined
  /** ISO 8601. */
  readonly since?: string | undefined
  readonly until?: string | undefined
}

export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter],
    initialPageParam: '',
    async queryFn({ pageParam, signal }) {
      const wanted = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as Query
      const query: Query = { limit: 50, ...wanted, ...(pageParam !== '' && { cursor: pageParam }) }
      return readPage(api.GET('/audit-logs', { params: { query }, signal }))
    },
    getNextPageParam: nextOf,
  })
