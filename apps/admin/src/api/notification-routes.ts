import { ok, type paths } from '@linkspan/client'
import { queryOptions } from '@tanstack/react-query'
import { api } from './client.ts'
import { liveMs } from './live.ts'

export type NewRoute = paths['/erp/notification-routes']['post']['requestBody']['content']['application/json']
export type RouteChange = paths['/erp/notification-routes/{id}']['patch']['requestBody']['content']['application/json']

export const routesQuery = queryOptions({
  queryKey: ['notification-routes'],
  queryFn: ({ signal }) => ok(api.GET('/erp/notification-routes', { signal })),
})

export const routeDeliveriesQuery = (id: string) =>
  queryOptions({
    queryKey: ['notification-routes', id, 'deliveries'],
    queryFn: ({ signal }) =>
      ok(api.GET('/erp/notification-routes/{id}/deliveries', { params: { path: { id }, query: { limit: 20 } }, signal })),
    refetchInterval: liveMs,
  })

export const createRoute = (body: NewRoute) => ok(api.POST('/erp/notification-routes', { body }))
export const changeRoute = (id: string, body: RouteChange) =>
  ok(api.PATCH('/erp/notification-routes/{id}', { params: { path: { id } }, body }))
export const deleteRoute = (id: string) => ok(api.DELETE('/erp/notification-routes/{id}', { params: { path: { id } } }))
export const testRoute = (id: string) => ok(api.POST('/erp/notification-routes/{id}/test', { params: { path: { id } } }))
