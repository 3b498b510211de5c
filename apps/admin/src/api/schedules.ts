import { ok } from '@linkspan/client'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from './client.ts'
import { liveMs } from './live.ts'
import type { DataType, Direction, Slot } from './names.ts'

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

const maxSlots = 1000

/** What became of the due times of a stream, newest first. A push without a configuration has no schedule. */
export const slotsQuery = (stream: SlotsOf, from: string, to: string) =>
  queryOptions({
    queryKey: ['slots', stream.connectionId, stream.dataType, stream.direction, stream.syncConfigId ?? '', from],
    async queryFn({ signal }) {
      const found = new Map<string, Slot>()
      for (let until = to; ; ) {
        const page = await readSlots(stream, { from, to: until, limit: maxSlots }, signal)
        for (const slot of page) found.set(slot.dueAt, slot)
        const last = page.at(-1)
        if (page.length < maxSlots || !last) return [...found.values()]
        until = last.dueAt // both ends belong to a range
      }
    },
    refetchInterval: 30_000,
  })

interface SlotRange {
  readonly from: string
  readonly to: string
  readonly limit: number
}

function readSlots({ connectionId: id, dataType, syncConfigId }: SlotsOf, query: SlotRange, signal: AbortSignal): Promise<Slot[]> {
  return syncConfigId === undefined
    ? ok(api.GET('/erp/connections/{id}/slots/{dataType}', { params: { path: { id, dataType }, query }, signal }))
    : ok(api.GET('/erp/sync-configs/{id}/slots', { params: { path: { id: syncConfigId }, query }, signal }))
}

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
