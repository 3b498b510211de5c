import { ok } from '@linkspan/client'
import { queryOptions } from '@tanstack/react-query'
import { api } from './client.ts'
import { liveMs } from './live.ts'

export const incidentsQuery = queryOptions({
  queryKey: ['incidents'],
  queryFn: ({ signal }) => ok(api.GET('/erp/incidents', { params: { query: { limit: 200 } }, signal })),
  refetchInterval: liveMs,
})

/** Those that nobody takes care of yet. */
export const openIncidentsQuery = queryOptions({
  queryKey: ['incidents', 'open'],
  queryFn: ({ signal }) => ok(api.GET('/erp/incidents', { params: { query: { limit: 200, status: 'open' } }, signal })),
  refetchInterval: liveMs,
})

export const incidentQuery = (id: string) =>
  queryOptions({
    queryKey: ['incidents', id],
    queryFn: ({ signal }) => ok(api.GET('/erp/incidents/{id}', { params: { path: { id } }, signal })),
    refetchInterval: liveMs,
  })

/** `until` is ISO 8601; null ends the snooze. */
export const snoozeIncident = (id: string, until: string | null) =>
  ok(api.POST('/erp/incidents/{id}/snooze', { params: { path: { id } }, body: { until } }))

export const acknowledgeIncident = (id: string) => ok(api.POST('/erp/incidents/{id}/acknowledge', { params: { path: { id } } }))
