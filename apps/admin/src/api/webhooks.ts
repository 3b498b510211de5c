import { ok, type paths } from '@linkspan/client'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from './client.ts'
import { liveMs } from './live.ts'
import { nextOf, readPage } from './read-page.ts'

export type NewWebhook = paths['/erp/webhooks']['post']['requestBody']['content']['application/json']
export type WebhookChange = paths['/erp/webhooks/{id}']['patch']['requestBody']['content']['application/json']
export type DeliveryStatus = 'pending' | 'delivered' | 'failed'

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: ({ signal }) => ok(api.GET('/erp/webhooks', { params: { query: { limit: 1000 } }, signal })),
  refetchInterval: liveMs,
})

export const webhookQuery = (id: string) =>
  queryOptions({
    queryKey: ['webhooks', id],
    queryFn: ({ signal }) => ok(api.GET('/erp/webhooks/{id}', { params: { path: { id } }, signal })),
    refetchInterval: liveMs,
  })

export const webhookDeliveriesQuery = (id: string, status?: DeliveryStatus) =>
  infiniteQueryOptions({
    queryKey: ['webhooks', id, 'deliveries', status ?? 'all'],
    initialPageParam: '',
    async queryFn({ pageParam, signal }) {
      const query = { limit: 50, ...(status && { status }), ...(pageParam !== '' && { cursor: pageParam }) }
      return readPage(api.GET('/erp/webhooks/{id}/deliveries', { params: { path: { id }, query }, signal }))
    },
    getNextPageParam: nextOf,
    refetchInterval: liveMs,
  })

export const webhookDeliveryQuery = (id: string, deliveryId: string) =>
  queryOptions({
    queryKey: ['webhooks', id, 'delivery', deliveryId],
    queryFn: ({ signal }) => ok(api.GET('/erp/webhooks/{id}/deliveries/{deliveryId}', { params: { path: { id, deliveryId } }, signal })),
    refetchInterval: liveMs,
  })

export const createWebhook = (body: NewWebhook) => ok(api.POST('/erp/webhooks', { body }))
export const changeWebhook = (id: string, body: WebhookChange) => ok(api.PATCH('/erp/webhooks/{id}', { params: { path: { id } }, body }))
export const deleteWebhook = (id: string) => ok(api.DELETE('/erp/webhooks/{id}', { params: { path: { id } } }))
export const rotateWebhookSecret = (id: string) => ok(api.POST('/erp/webhooks/{id}/rotate-secret', { params: { path: { id } } }))
export const testWebhook = (id: string) => ok(api.POST('/erp/webhooks/{id}/test', { params: { path: { id } } }))
export const resendDelivery = (id: string, deliveryId: string) =>
  ok(api.POST('/erp/webhooks/{id}/deliveries/{deliveryId}/resend', { params: { path: { id, deliveryId } } }))
