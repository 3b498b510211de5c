import { ok } from '@linkspan/client'
import { startRestErp } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { startStack } from '../stack/stack.ts'

test('a data type can be pulled by one schedule and pushed by another, each with its own times and status', async () => {
  await using stack = await startStack()
  await using erp = await startRestErp({ dataset: { products: 10 } })
  const { id } = await stack.connect({
    credentials: { apiUrl: erp.url },
    settings: { enabledDataTypes: ['products'], syncSchedule: '0 2 * * *' },
  })
  const configure = (erpConnectionId: string, direction: 'pull' | 'push' | 'bidirectional', schedule?: string) =>
    stack.api.POST('/erp/sync-configs', { body: { erpConnectionId, dataType: 'products', direction, ...(schedule && { schedule }) } })
  const pushing = await ok(configure(id, 'push', '* * * * * *'))
  const path = { id: pushing.id }
  const slots = () => ok(stack.api.GET('/erp/sync-configs/{id}/slots', { params: { path } }))
  await expect.poll(async () => (await slots()).filter(({ state }) => state === 'ran').length).toBeGreaterThan(1)
  await ok(stack.api.PATCH('/erp/sync-configs/{id}', { params: { path }, body: { enabled: false } }))
  const [ran] = (await slots()).filter(({ state }) => state === 'ran')
  expect(await stack.follow(ran?.syncLogId ?? '')).toMatchObject({ direction: 'push', trigger: 'schedule', syncConfigId: pushing.id })

  const ofConnection = { params: { path: { id, dataType: 'products' as const } } }
  expect(await ok(stack.api.GET('/erp/connections/{id}/slots/{dataType}', ofConnection))).toEqual([])
  const pulling = await ok(configure(id, 'pull', '30 3 * * *'))
  expect(pulling).toMatchObject({ status: 'idle', nextSyncAt: expect.stringContaining('T03:30:00.000Z') })
  expect(pulling.lastSyncAt).toBeUndefined()
  expect(await stack.sync(id, 'products')).toMatchObject({ direction: 'pull', status: 'success', recordsCreated: 10 })
  const [pushed, pulled] = await ok(stack.api.GET('/erp/connections/{id}/sync-configs', { params: { path: { id } } }))
  expect(pushed).toMatchObject({ id: pushing.id, status: 'success' })
  expect(pulled).toMatchObject({ id: pulling.id, status: 'success' })
  expect(String(pulled?.lastSyncAt) > String(pushed?.lastSyncAt)).toBe(true)
})

test('a bidirectional configuration excludes the separate ones, and nothing can be pushed to a read-only data type', async () => {
  await using stack = await startStack({ workers: 0 })
  const configure = (erpConnectionId: string, dataType: 'products' | 'inventory', direction: 'pull' | 'push' | 'bidirectional') =>
    stack.as('admin').call<{ id: string }>('POST', '/erp/sync-configs', { erpConnectionId, dataType, direction })
  const { id } = await stack.connect({ credentials: { apiUrl: 'http://127.0.0.1:9' }, settings: { enabledDataTypes: ['products'] } })
  const pulling = await configure(id, 'products', 'pull')
  await expect(configure(id, 'products', 'bidirectional')).rejects.toThrow(new RegExp(`answered 409.*${pulling.id}.*does a part of`, 's'))
  await ok(stack.api.DELETE('/erp/sync-configs/{id}', { params: { path: { id: pulling.id } } }))
  await configure(id, 'products', 'bidirectional')
  for (const direction of ['pull', 'push', 'bidirectional'] as const)
    await expect(configure(id, 'products', direction)).rejects.toThrow(/answered 409/)

  const sap = await stack.connect({
    provider: 'SAP',
    credentials: { apiUrl: 'http://127.0.0.1:9', username: 'u', password: 'p' },
    settings: { enabledDataTypes: ['inventory'] },
  })
  for (const direction of ['push', 'bidirectional'] as const)
    await expect(configure(sap.id, 'inventory', direction)).rejects.toThrow(/answered 422/)
})
