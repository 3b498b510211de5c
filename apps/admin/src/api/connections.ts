import { type ERPConnectionTestResult, isTestPending, ok } from '@linkspan/client'
import { queryOptions } from '@tanstack/react-query'
import { api } from './client.ts'
import { liveMs } from './live.ts'
import type { DataType, Direction } from './names.ts'

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

/** Tests a connection. Throws if no worker has answered in time. */
export async function testConnection(id: string): Promise<ERPConnectionTestResult> {
  const answer = await ok(api.POST('/erp/connections/{id}/test', { params: { path: { id } } }))
  if (isTestPending(answer)) throw new Error('No worker has answered yet')
  return answer
}

export const syncNow = (id: string, dataType: DataType, direction: Direction) =>
  ok(api.POST('/erp/connections/{id}/sync', { params: { path: { id } }, body: { dataType, direction } }))
