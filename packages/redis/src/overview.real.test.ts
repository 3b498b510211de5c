import { AppError } from '@linkspan/core'
import { pagesOf, products } from '@linkspan/core/testing'
import { expect, test } from 'vitest'
import { caller, startBench } from './testing/bench.ts'

test('shows connections by state, the last day, the last failures, and what comes next', async () => {
  await using bench = await startBench((request) => pagesOf(products(5), request, 10))
  const [good, bad, idle] = [
    await bench.connect({ syncSchedule: '0 2 * * *', enabledDataTypes: ['products'] }),
    await bench.connect(),
    await bench.connect(),
  ]
  await bench.core.connections.update(caller, { id: idle, change: { status: 'inactive' } })
  bench.startWorker()
  await bench.ended(await bench.start(good))
  bench.erp.pages = () => {
    throw new AppError('setup.credentials-rejected', 'GET /products answered 401')
  }
  const failed = await bench.start(bad)
  await bench.ended(failed)
  expect(await bench.core.overview()).toMatchObject({
    connections: { total: 3, byStatus: { active: 2, inactive: 1, error: 0, testing: 0 } },
    last24Hours: { syncs: 2, failed: 1, successRate: 0.5 },
    lastFailures: [{ id: failed, errorDetails: { code: 'setup.credentials-rejected', hint: expect.any(String) } }],
    running: [],
    waiting: [],
    upcoming: [{ erpConnectionId: good, dataType: 'products', at: expect.stringContaining('T02:00:00.000Z') }],
  })
})
