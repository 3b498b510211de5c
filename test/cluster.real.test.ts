import type { AuditEvent, ERPRecord, ERPSyncLog } from '@linkspan/core'
import { createDataset, startRedisCluster, startRestErp } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { startStack } from './stack/stack.ts'

interface Described {
  readonly parameters?: readonly { readonly required?: boolean }[]
  readonly responses: Readonly<Record<number, { readonly content?: Readonly<Record<string, unknown>> }>>
}

const pageSize = 20
const products = 12 * pageSize
const [{ sku }] = [...createDataset({ products: 1 }).products] as unknown as [{ sku: string }]
const ordersOf = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    ...{ id: `SHOP-${from + at}`, orderDate: '2026-11-23', currency: 'EUR', total: '25.00', customerId: '17100001' },
    lines: [{ lineNumber: '10', sku, quantity: '2', unitPrice: '12.50' }],
  }))

test('on a Redis Cluster everything works, and a master that is killed in the middle of a sync or a push loses nothing', async () => {
  await using cluster = await startRedisCluster()
  await using erp = await startRestErp({ dataset: { products, orders: 0 }, paging: 'next', pageSize, total: 'header' })
  await using stack = await startStack({ workers: 2, env: { REDIS_CLUSTER_NODES: cluster.nodes, QUEUE_SHARDS: '4' } })
  const { call } = stack.client
  const { id } = await stack.connect({
    credentials: { apiUrl: erp.url },
    settings: { enabledDataTypes: ['products', 'orders'], retryDelay: 50, batchSize: pageSize, timeout: 2000 },
  })
  const { own } = await cluster.pairsFor(`erp_record:{${id}}:products`)

  // A schedule starts the first sync; the board sees its queue.
  const config = await call<{ id: string }>('POST', '/erp/sync-configs', {
    erpConnectionId: id,
    dataType: 'products',
    schedule: '* * * * * *',
  })
  const logs = () => call<ERPSyncLog[]>('GET', `/erp/sync-logs?erpConnectionId=${id}&trigger=schedule&limit=1`)
  await expect.poll(async () => (await logs()).length).toBe(1)
  await call('PATCH', `/erp/sync-configs/${config.id}`, { enabled: false })
  const board = await fetch(`${stack.url}/admin/queues/api/queues?activeQueue=erp-sync&page=1&jobsPerPage=10`, { headers: stack.headers })
  expect(board.status).toBe(200)
  expect(await board.text()).toContain('erp-sync')
  const [first] = await logs()
  expect(await stack.follow(first?.id ?? '')).toMatchObject({ status: 'success', recordsCreated: products })

  // In the middle of a sync the node with the connection's data is killed, and its replica takes over.
  const { id: runId } = await call<ERPSyncLog>('POST', `/erp/connections/${id}/sync`, { dataType: 'products', mode: 'full' })
  const [triggered] = await call<AuditEvent[]>('GET', `/audit-logs?target=${id}&action=erp_manual_sync_triggered`)
  expect(triggered).toMatchObject({ outcome: 'ok', changes: { syncLogId: runId, deduplicated: false } })
  await stack.follow(runId, ({ pages }) => pages >= 3)
  erp.hold()
  await own.master.kill()
  erp.release()
  const ended = () => call<ERPSyncLog>('GET', `/erp/sync-logs/${runId}`).catch(() => null)
  await expect.poll(async () => (await ended())?.status, { timeout: 60_000 }).toBe('success')
  expect(await ended()).toMatchObject({ recordsRead: products, recordsDeleted: 0, balance: { closes: true } })

  // The old master comes back as the replica of the other, which is killed in the middle of a push.
  await own.master.restart()
  await call('POST', `/erp/connections/${id}/records/orders`, ordersOf(0, 30))
  const { id: pushId } = await call<ERPSyncLog>('POST', `/erp/connections/${id}/sync`, { dataType: 'orders', direction: 'push' })
  await expect.poll(() => erp.writeLog.summary().stored).toBeGreaterThan(3)
  await own.replica.kill()
  const pushed = () => call<ERPSyncLog>('GET', `/erp/sync-logs/${pushId}`).catch(() => null)
  await expect.poll(pushed).not.toBeNull() // the other has taken over, so this one comes back as its replica
  await own.replica.restart()
  await expect.poll(async () => (await pushed())?.status, { timeout: 60_000 }).toBe('success')
  expect(erp.writeLog.summary()).toMatchObject({ stored: 30, duplicates: [] })
  expect((await call<ERPRecord[]>('GET', `/erp/connections/${id}/records/orders?limit=100`)).map(({ syncStatus }) => syncStatus)).toEqual(
    Array(30).fill('synced'),
  )

  // Whatever asks about all connections, whose data are on several nodes, is answered.
  await stack.connect({ credentials: { apiUrl: erp.url } })
  await stack.connect({ credentials: { apiUrl: erp.url } })
  const { paths } = (await (await fetch(`${stack.url}/openapi.json`)).json()) as { paths: Record<string, { get?: Described }> }
  const listings = Object.entries(paths).flatMap(([path, { get }]) => {
    const isStream = get?.responses[200]?.content?.['text/event-stream'] !== undefined
    return get && !isStream && !path.includes('{') && !get.parameters?.some(({ required }) => required) ? [path] : []
  })
  expect(listings.length).toBeGreaterThan(20)
  const answers = await Promise.all(
    listings.map(async (path) => [path, (await fetch(`${stack.url}${path}`, { headers: stack.headers })).status] as const),
  )
  expect(answers.filter(([, status]) => status !== 200)).toEqual([])

  await call('DELETE', `/erp/connections/${id}`)
  await expect(call('GET', `/erp/connections/${id}`)).rejects.toThrow('404')
})
