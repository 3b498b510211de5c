import { AppError } from '@linkspan/core'
import { pagesOf, products } from '@linkspan/core/testing'
import { expect, test } from 'vitest'
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
  expect(await harness.core.overview()).toMatchObject({
    connections: { total: 3, byStatus: { active: 2, inactive: 1, error: 0, testing: 0 } },
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
