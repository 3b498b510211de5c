import { type components, type ERPConnection, ok, type paths } from '@linkspan/client'
import { queryOptions } from '@tanstack/react-query'
import { api } from './client.ts'
import { liveMs } from './live.ts'
import type { ConflictPolicy, DataType, Direction } from './names.ts'

export const connectionsQuery = queryOptions({
  queryKey: ['connections'],
  queryFn: ({ signal }) => ok(api.GET('/erp/connections', { params: { query: { limit: 1000 } }, signal })),
  refetchInterval: liveMs,
})

export const connectionQuery = (id: string) =>
  queryOptions({
    queryKey: ['connections', id],
    queryFn: ({ signal }) => ok(api.GET('/erp/connections/{id}', { params: { path: { id } }, signal })),
    refetchInterval: liveMs,
  })

export type NewConnection = paths['/erp/connections']['post']['requestBody']['content']['application/json']
export type ConnectionChange = components['schemas']['ERPConnectionChangeInput']

/** A connection as it is now, with the tag that guards its next change. */
export interface Versioned {
  readonly connection: ERPConnection
  readonly etag: string
}

const versioned = async (answer: Promise<{ data?: ERPConnection; error?: unknown; response: Response }>): Promise<Versioned> => ({
  connection: await ok(answer),
  etag: (await answer).response.headers.get('etag') ?? '',
})

export const readConnection = (id: string) => versioned(api.GET('/erp/connections/{id}', { params: { path: { id } } }))

/** A connection that is going to be changed: it is read once, so that nothing that is typed is overwritten. */
export const connectionToEditQuery = (id: string) =>
  queryOptions({
    queryKey: ['connections', id, 'edit'],
    queryFn: () => readConnection(id),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnMount: 'always',
  })

export const createConnection = (body: NewConnection) => ok(api.POST('/erp/connections', { body }))

/** Changes a connection. With `etag` it fails with 412 if somebody else has changed it since. */
export const changeConnection = (id: string, body: ConnectionChange, etag?: string) =>
  versioned(
    api.PATCH('/erp/connections/{id}', {
      params: { path: { id }, ...(etag !== undefined && { header: { 'if-match': etag } }) },
      body,
    }),
  )

export const deleteConnection = (id: string) => ok(api.DELETE('/erp/connections/{id}', { params: { path: { id } } }))

/** The latest changes of a connection, and who made them. */
export const changesQuery = (id: string, since: string) =>
  queryOptions({
    queryKey: ['connections', id, 'changes', since],
    queryFn: () => ok(api.GET('/audit-logs', { params: { query: { target: id, action: 'erp_connection_updated', limit: 10 } } })),
  })

/** The first records of a data type, as the ERP has them and as they would be stored. */
export const previewRecords = (id: string, dataType: DataType) =>
  ok(api.POST('/erp/connections/{id}/preview', { params: { path: { id } }, body: { dataType, limit: 5 } }))

export const startFullSync = (id: string, dataType: DataType) =>
  ok(api.POST('/erp/connections/{id}/sync', { params: { path: { id } }, body: { dataType, direction: 'pull', mode: 'full' } }))

/** Says what wins if both sides change the same, for a data type that is exchanged both ways. */
export const exchangeBothWays = (erpConnectionId: string, dataType: DataType, conflictResolution: ConflictPolicy) =>
  ok(api.POST('/erp/sync-configs', { body: { erpConnectionId, dataType, direction: 'bidirectional', settings: { conflictResolution } } }))

export const assignClient = (clientId: string, erpConnectionId: string) =>
  ok(api.POST('/clients/{clientId}/erp-assignments', { params: { path: { clientId } }, body: { erpConnectionId } }))

export const syncNow = (id: string, dataType: DataType, direction: Direction) =>
  ok(api.POST('/erp/connections/{id}/sync', { params: { path: { id } }, body: { dataType, direction } }))
