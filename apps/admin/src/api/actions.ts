import { type ERPConnectionTestResult, isTestPending, ok } from '@linkspan/client'
import { api } from './client.ts'
import type { DataType, Direction } from './names.ts'

/** What the pages change: one function an action. */
export const signIn = (key: string) => ok(api.POST('/session', { body: { key } }))
export const signOut = () => ok(api.DELETE('/session'))

/** Tests a connection. Throws if no worker has answered in time. */
export async function testConnection(id: string): Promise<ERPConnectionTestResult> {
  const answer = await ok(api.POST('/erp/connections/{id}/test', { params: { path: { id } } }))
  if (isTestPending(answer)) throw new Error('No worker has answered yet')
  return answer
}

export const syncNow = (id: string, dataType: DataType, direction: Direction) =>
  ok(api.POST('/erp/connections/{id}/sync', { params: { path: { id } }, body: { dataType, direction } }))

export const acknowledgeIncident = (id: string) => ok(api.POST('/erp/incidents/{id}/acknowledge', { params: { path: { id } } }))

export const retryRun = (id: string) => ok(api.POST('/erp/sync-logs/{id}/retry', { params: { path: { id } } }))
export const cancelRun = (id: string) => ok(api.POST('/erp/sync-logs/{id}/cancel', { params: { path: { id } } }))
