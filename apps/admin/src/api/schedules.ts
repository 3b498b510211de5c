import { ok } from '@linkspan/client'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from './client.ts'

/** What a cron expression means, and its next five times. */
export const cronQuery = (schedule: string, timezone: string) =>
  queryOptions({
    queryKey: ['cron', schedule, timezone],
    placeholderData: keepPreviousData,
    enabled: schedule !== '',
    queryFn: ({ signal }) => ok(api.POST('/erp/schedules/validate-cron', { body: { schedule, timezone }, signal })),
  })
