import { ok } from '@linkspan/client'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from './client.ts'
import type { DataType } from './names.ts'

const dayMs = 86_400_000

/** Ranges as they stand in the address, and what they mean. */
export const activityRanges = {
  '-24h': { ms: dayMs, bucket: 'hour' },
  '-7d': { ms: 7 * dayMs, bucket: 'day' },
  '-30d': { ms: 30 * dayMs, bucket: 'day' },
} as const
export type ActivityRange = keyof typeof activityRanges

export interface ActivityFilter {
  readonly connection?: string | undefined
  readonly dataType?: DataType | undefined
  readonly since?: ActivityRange | undefined
}

/** What became of the runs of a range that ends now. */
export const activityQuery = ({ connection, dataType, since = '-24h' }: ActivityFilter, now: () => Date) =>
  queryOptions({
    queryKey: ['runs', 'activity', { connection, dataType, since }],
    placeholderData: keepPreviousData,
    queryFn({ signal }) {
      const { ms, bucket } = activityRanges[since]
      const query = {
        since: new Date(now().getTime() - ms + 1).toISOString(),
        bucket,
        ...(connection !== undefined && { connection }),
        ...(dataType !== undefined && { dataType }),
      }
      return ok(api.GET('/erp/statistics', { params: { query }, signal }))
    },
    refetchInterval: 30_000,
  })

export const totalsQuery = (id: string) =>
  queryOptions({
    queryKey: ['runs', 'totals', id],
    queryFn: ({ signal }) => ok(api.GET('/erp/connections/{id}/statistics', { params: { path: { id } }, signal })),
  })
