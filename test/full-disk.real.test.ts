import type { ERPConnection } from '@linkspan/core'
import { startRedis, startRestErp } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { startStack } from './stack/stack.ts'

const order = (id: string) => ({
  id,
  orderDate: '2026-11-23',
  currency: 'EUR',
  total: '10.00',
  lines: [{ lineNumber: '1', sku: 'A1', quantity: '1', unitPrice: '10.00' }],
})

test('while the disk of Redis is full, changes get 503 and syncs wait; with room again both go on, and nothing acknowledged is lost', async () => {
  await using redis = await startRedis({ extraArgs: ['--appendonly', 'yes', '--appendfsync', 'everysec'], fillable: true })
  await using erp = await startRestErp({ dataset: { products: 200 }, pageSize: 10 })
  await using stack = await startStack({ redis })
  const { id } = await stack.connect({
    credentials: { apiUrl: erp.url },
    settings: { enabledDataTypes: ['products', 'orders'], batchSize: 10, retryAttempts: 20, retryDelay: 50 },
  })
  const post = async (body: object) => {
    const headers = { ...stack.headers, 'content-type': 'application/json' }
    return (
      await fetch(`${stack.url}/api/v1/erp/connections/${id}/records/orders`, { method: 'POST', headers, body: JSON.stringify(body) })
    ).status
  }
  const readiness = async () => (await fetch(`${stack.url}/readyz`)).status
  const acknowledged: string[] = []
  const write = async (number: number) => {
    const status = await post([order(`W-${number}`)])
    if (status < 300) acknowledged.push(`W-${number}`)
    return status
  }
  erp.latencyMs = 50
  const { id: runId } = await stack.client.call<{ readonly id: string }>('POST', `/erp/connections/${id}/sync`, { dataType: 'products' })
  await stack.follow(runId, ({ recordsCreated }) => recordsCreated > 0)

  await redis.fillDisk()
  let number = 0
  for (let status = 200; status !== 503; ) status = await write(++number) // the first write that fails shows that the disk is full
  expect(await readiness()).toBe(503)
  expect(await stack.client.call<ERPConnection>('GET', `/erp/connections/${id}`)).toMatchObject({ id })

  await redis.freeDisk()
  await expect.poll(readiness).toBe(200)
  while ((await write(++number)) === 503);
  expect(await stack.follow(runId)).toMatchObject({ status: 'success', recordsCreated: 200 })
  await new Promise((resolve) => setTimeout(resolve, 1200)) // what was written in the last second may be lost with "everysec"
  await redis.kill()
  await redis.restart()
  await expect.poll(readiness).toBe(200)
  const kept = await stack.client.call<{ readonly id: string }[]>('GET', `/erp/connections/${id}/records/orders?limit=500`)
  expect(kept.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged))
})
