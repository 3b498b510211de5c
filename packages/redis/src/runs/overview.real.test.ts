import { AppError, recountBacklogs, silentLogger } from '@linkspan/core'
import { pagesOf, products } from '@linkspan/core/testing'
import { expect, test } from 'vitest'
import { connect } from '../client.ts'
import { caller, startHarness } from '../testing/harness.ts'

test('shows connections by state, the last day, the last failures, and what comes next', async () => {
  await using harness = await startHarness((request) => pagesOf(products(5), request, 10))
  const [good, bad, idle] = [
    await harness.connect({ syncSchedule: '0 2 * * *', enabledDataTypes: ['products'] }),
    await harness.connect(),
    await harness.connect(),
  ]
  await harness.core.connections.update(caller, { id: idle, change: { status: 'inactive' } })
  harness.startWorker()
  await harness.ended(await harness.start(good))
  harness.erp.pages = () => {
    throw new AppError('setup.credentials-rejected', 'GET /products answered 401')
  }
  const failed = await harness.start(bad)
  await harness.ended(failed)
  await expect
    .poll(() => harness.core.overview())
    .toMatchObject({
      connections: { total: 3, byStatus: { active: 1, inactive: 1, error: 1, testing: 0 } },
      last24Hours: { syncs: 2, failed: 1, successRate: 0.5 },
      lastFailures: [{ id: failed, errorDetails: { code: 'setup.credentials-rejected', hint: expect.any(String) } }],
      running: [],
      waiting: [],
      upcoming: [{ erpConnectionId: good, dataType: 'products', at: expect.stringContaining('T02:00:00.000Z') }],
    })
})

test('shows the connections that are degraded', async () => {
  await using harness = await startHarness((request) => pagesOf([], request, 10))
  harness.startWorker()
  const [bad, off] = [await harness.connect({ retryAttempts: 0 }), await harness.connect({ retryAttempts: 0 })]
  expect(await harness.core.overview()).toMatchObject({ degraded: [] })

  harness.erp.pages = () => {
    throw new AppError('remote.unavailable', 'GET /products answered 503')
  }
  for (const id of [bad, bad, bad, off, off, off]) await harness.ended(await harness.start(id))
  await harness.core.connections.update(caller, { id: off, change: { status: 'inactive' } })
  const reason = '3 runs of products in a row have failed: GET /products answered 503'
  expect(await harness.core.overview()).toMatchObject({
    degraded: [{ erpConnectionId: bad, name: 'Scripted', since: expect.any(String), reason }],
  })
})

test('counts what waits, is refused or in conflict in all connections, and makes up for what is not indexed', async () => {
  await using harness = await startHarness((request) => pagesOf([], request, 10))
  const worker = harness.startWorker()
  const [one, other] = [await harness.connect(), await harness.connect()]
  const write = (connectionId: string, ...ids: string[]) =>
    harness.core.records.write(caller, {
      connectionId,
      dataType: 'products',
      records: ids.map((id) => ({ id, sku: id, name: id, price: '1', currency: 'EUR' })),
    })
  const counts = async () => (await harness.core.overview()).records
  expect(await counts()).toEqual({ waiting: 0, refused: 0, conflicts: 0, openRejects: 0 })
  await write(one, 'A', 'B')
  await write(other, 'C')
  expect(await counts()).toEqual({ waiting: 3, refused: 0, conflicts: 0, openRejects: 0 })

  harness.erp.ledger.faults.push('refused')
  await harness.ended(await harness.start(one, { direction: 'push' }))
  expect(await counts()).toEqual({ waiting: 1, refused: 1, conflicts: 0, openRejects: 0 })
  await worker[Symbol.asyncDispose]()

  await using redis = await openClient(harness.redis.url)
  await redis.client.del(
    'erp_connections:{index}:backlog',
    'erp_connections:{index}:backlog_totals',
    `erp_record:{${one}}:products:troubled`,
  )
  await redis.client.hdel(`erp_record:{${one}}:products:stream`, 'backlog', 'countsTrouble')
  expect(await counts()).toEqual({ waiting: 0, refused: 0, conflicts: 0, openRejects: 0 })
  await recountBacklogs(harness.store)
  expect(await counts()).toEqual({ waiting: 1, refused: 1, conflicts: 0, openRejects: 0 })

  await redis.client.del(`erp_connection:{${other}}`)
  await harness.core.connections.remove(caller, { id: one })
  expect(await counts()).toEqual({ waiting: 1, refused: 0, conflicts: 0, openRejects: 0 })
  await recountBacklogs(harness.store)
  expect(await counts()).toEqual({ waiting: 0, refused: 0, conflicts: 0, openRejects: 0 })
})

async function openClient(url: string) {
  const client = connect({ kind: 'single', url }, 'wait', silentLogger)
  return { client, [Symbol.asyncDispose]: async () => client.disconnect() }
}
