import { ok } from '@linkspan/client'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from './client.ts'
import { liveMs } from './live.ts'
import type { DataType, Direction } from './names.ts'

export const syncConfigsQuery = (connectionId: string) =>
  queryOptions({
    queryKey: ['sync-configs', connectionId],
    queryFn: ({ signal }) => ok(api.GET('/erp/connections/{id}/sync-configs', { params: { path: { id: connectionId } }, signal })),
    refetchInterval: liveMs,
  })

/** Names a stream, and the sync configuration that it follows if it has one. */
export interface SlotsOf {
  readonly connectionId: string
  readonly dataType: DataType
  readonly direction: Direction
  readonly syncConfigId?: string | undefined
}

/** How many due times of one day are read: one each minute, at most. */
const maxSlots = 1000

/** What became of the due times of a stream from one time to another. A push without a configuration has no schedule. */
export const slotsQuery = ({ connectionId, dataType, direction, syncConfigId }: SlotsOf, from: string, to: string) =>
  queryOptions({
    queryKey: ['slots', connectionId, dataType, direction, syncConfigId ?? '', from],
    queryFn({ signal }) {
      const query = { from, to, limit: maxSlots }
      if (syncConfigId !== undefined)
        return ok(api.GET('/erp/sync-configs/{id}/slots', { params: { path: { id: syncConfigId }, query }, signal }))
      return ok(api.GET('/erp/connections/{id}/slots/{dataType}', { params: { path: { id: connectionId, dataType }, query }, signal }))
    },
    refetchInterval: 30_000,
  })

/** What a cron expression means, and its next five times. */
export const cronQuery = (schedule: string, timezone: string) =>
  queryOptions({
    queryKey: ['cron', schedule, timezone],
    enabled: schedule !== '',
    queryFn: ({ signal }) => ok(api.POST('/erp/schedules/validate-cron', { body: { schedule, timezone }, signal })),
    placeholderData: keepPreviousData,
  })

export interface ScheduleChange {
  readonly schedule?: string
  readonly timezone?: string
  readonly enabled?: boolean
  /** ISO 8601; null ends the pause. */
  readonly pausedUntil?: string | null
}

export const changeSyncConfig = (id: string, change: ScheduleChange) =>
  ok(api.PATCH('/erp/sync-configs/{id}', { params: { path: { id } }, body: change }))

export const createSyncConfig = (erpConnectionId: string, dataType: DataType, change: Pick<ScheduleChange, 'schedule' | 'timezone'>) =>
  ok(api.POST('/erp/sync-configs', { body: { erpConnectionId, dataType, direction: 'pull', enabled: true, settings: {}, ...change } }))
