import type { ERPSyncLog } from '@linkspan/core'
import { Redis } from 'ioredis'
import { expect, test } from 'vitest'
import { aConnection, type Harness, startHarness } from './testing/harness.ts'
import { multiply } from './testing/multiply.ts'

interface Cost {
  readonly commands: number
  readonly bytes: number
}

/** Measures some work once its scripts are cached in Redis: the number of commands, including those in scripts, and the bytes of the answers. */
async function costOfWork(operator: Redis, work: () => Promise<void>): Promise<Cost> {
  const bytesSent = async () => Number(/total_net_output_bytes:(\d+)/.exec(await operator.info('stats'))?.[1])
  await work()
  await operator.config('RESETSTAT')
  const before = await bytesSent()
  await work()
  const bytes = (await bytesSent()) - before
  const calls = [...(await operator.info('commandstats')).matchAll(/cmdstat_(\S+):calls=(\d+)/g)]
  const ours = calls.filter(([, name = '']) => !/^(info|config)/.test(name))
  return { commands: ours.reduce((sum, [, , count]) => sum + Number(count), 0), bytes }
}

const costOf = (harness: Harness, operator: Redis, url: string): Promise<Cost> =>
  costOfWork(operator, async () => {
    expect((await harness.as('viewer', { url })).statusCode, url).toBe(200)
  })

/** Makes each kind of change once, on a connection of its own. */
async function changes(harness: Harness): Promise<void> {
  const change = async (method: 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object) => {
    const answer = await harness.as('admin', { method, url: `/api/v1${url}`, ...(payload && { payload }) })
    expect(answer.statusCode, `${method} ${url}: ${answer.body}`).toBeLessThan(300)
    return answer.statusCode === 204 ? {} : answer.json()
  }
  const { id } = await change('POST', '/erp/connections', aConnection)
  const path = `/erp/connections/${id}`
  await change('PATCH', path, { name: 'Other' })
  const config = await change('POST', '/erp/sync-configs', { erpConnectionId: id, dataType: 'products', schedule: '0 2 * * *' })
  await change('PATCH', `/erp/sync-configs/${config.id}`, { schedule: '0 3 * * *' })
  const assignment = await change('POST', '/sites/one/erp-assignments', { erpConnectionId: id, clientId: 'acme' })
  const log = await change('POST', `${path}/sync`, { dataType: 'products' })
  await change('POST', `/erp/sync-logs/${log.id}/cancel`)
  await change('DELETE', `/sites/one/erp-assignments/${assignment.id}`)
  await change('DELETE', `/erp/sync-configs/${config.id}`)
  await change('DELETE', path)
}

async function endedRun(harness: Harness, id: string, dataType: string): Promise<string> {
  const url = `/api/v1/erp/connections/${id}/sync`
  const log = (
    await harness.as('operator', { method: 'POST', url, payload: { dataType }, headers: { prefer: 'wait=30' } })
  ).json<ERPSyncLog>()
  expect(['success', 'error']).toContain(log.status)
  return log.id
}

test('requests cost Redis little, and the same with 10 connections as with 10,000 that have 100,000 logs', async () => {
  await using harness = await startHarness()
  const { id: connectionId } = (await harness.as('admin', { method: 'POST', url: '/api/v1/erp/connections', payload: aConnection })).json()
  const worker = harness.work()
  const runIds = [await endedRun(harness, connectionId, 'products'), await endedRun(harness, connectionId, 'inventory')]
  harness.gate.close()
  const url = `/api/v1/erp/connections/${connectionId}/sync`
  const { id: cancelled } = (await harness.as('operator', { method: 'POST', url, payload: { dataType: 'products' } })).json()
  await harness.as('operator', { method: 'POST', url: `/api/v1/erp/sync-logs/${cancelled}/cancel` })
  harness.gate.open()
  await worker[Symbol.asyncDispose]()
  const models = { connectionId, runIds: [...runIds, cancelled] }

  const one = 'erp_0000000000000003'
  const paths = [
    '/erp/connections?limit=5',
    '/erp/connections?limit=5&status=active&provider=Custom&connectionMethod=api',
    `/erp/connections/${one}`,
    `/erp/connections/${one}/statistics`,
    `/erp/connections/${one}/sync-configs`,
    `/erp/connections/${one}/records/products?limit=5`,
    `/erp/connections/${one}/changes/products?limit=5`,
    '/erp/sync-logs?limit=5',
    '/erp/sync-logs?limit=5&status=error',
    '/erp/sync-logs?limit=5&since=2020-01-01',
    `/erp/sync-logs?limit=5&erpConnectionId=${one}&dataType=products&status=success`,
    `/erp/sync-logs/${runIds[0]}`,
    `/erp/sync-logs/${runIds[0]}/entries?limit=5`,
    `/erp/sync-logs/${runIds[0]}/rejects?limit=5`,
    '/erp/overview',
    '/erp/providers',
    '/audit-logs?limit=1',
    '/clients/acme/erp-assignments',
    '/sites/one/effective-erp?clientId=acme',
  ]
  const operator = new Redis(harness.redis.url)
  const costs = async () => {
    const found: Cost[] = []
    for (const path of paths) found.push(await costOf(harness, operator, `/api/v1${path}`))
    return { reads: found, changes: await costOfWork(operator, () => changes(harness)) }
  }
  await multiply(harness.redis.url, { ...models, from: 1, to: 10, logsEach: 10 })
  const few = await costs()
  await multiply(harness.redis.url, { ...models, from: 11, to: 10_000, logsEach: 10 })
  const many = await costs()

  paths.forEach((path, at) => {
    const [little, much] = [few.reads[at] as Cost, many.reads[at] as Cost]
    expect(much.commands, path).toBeLessThanOrEqual(path === '/erp/overview' ? 110 : 60) // it counts 24 hours
    expect(much.commands, path).toBe(little.commands)
    expect(much.bytes, path).toBeLessThan(little.bytes * 1.2 + 500)
  })
  expect(many.changes.commands).toBeLessThan(few.changes.commands * 1.1)
  expect(many.changes.bytes).toBeLessThan(few.changes.bytes * 1.2)
  const { connections, last24Hours, records } = (await harness.as('viewer', { url: '/api/v1/erp/overview' })).json()
  expect([connections.total, last24Hours.syncs >= 100_000]).toEqual([10_001, true])
  expect(records).toEqual({ waiting: 10_000, refused: 0, conflicts: 0, openRejects: 1 })

  const unfit = '/api/v1/erp/sync-logs?limit=5&dataType=inventory&status=error'
  expect((await costOf(harness, operator, unfit)).commands).toBeLessThan(3000)
  const found: ERPSyncLog[] = []
  for (let page = unfit; page !== ''; ) {
    const answer = await harness.as('viewer', { url: page })
    found.push(...answer.json<ERPSyncLog[]>())
    page = /<(.+)>/.exec(String(answer.headers.link ?? ''))?.[1] ?? ''
  }
  expect(found).toEqual([])
  operator.disconnect()
})
