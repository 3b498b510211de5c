import { AppError, createJobHandlers, type Logger, noMetrics, systemClock } from '@linkspan/core'
import { pagesOf, products } from '@linkspan/core/testing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { caller, type Harness, startHarness } from '../testing/harness.ts'
import { startConsumer } from './consumer.ts'

interface Line {
  readonly level: string
  readonly message: string
  readonly fields: Readonly<Record<string, unknown>>
}
const lines: Line[] = []
const loggerWith = (base: object): Logger => {
  const at = (level: string) => (fields: object, message: string) => void lines.push({ level, message, fields: { ...base, ...fields } })
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error'), child: (more) => loggerWith({ ...base, ...more }) }
}
const logger = loggerWith({})

let harness: Harness
let consumer: AsyncDisposable
let isAway = false
beforeAll(async () => {
  harness = await startHarness((request) => {
    if (isAway) throw new AppError('remote.unreachable', 'The ERP refuses connections')
    return pagesOf(products(12), request, 10)
  })
  const handlers = createJobHandlers({ ...harness.workerPorts(), logger, scheduleJitterMs: 0 })
  consumer = startConsumer({
    config: harness.config,
    handlers,
    clock: systemClock,
    concurrency: 2,
    workerId: 'w',
    logger,
    metrics: noMetrics,
  })
})
afterAll(async () => {
  await consumer[Symbol.asyncDispose]()
  await harness[Symbol.asyncDispose]()
})
beforeEach(() => {
  lines.length = 0
})

const about = (runId: string, level: string) => lines.filter((line) => line.level === level && line.fields.runId === runId)

test('the end of a sync is one line that says all about it', async () => {
  isAway = false
  const connectionId = await harness.connect()
  const runId = await harness.start(connectionId)
  await harness.ended(runId)
  await expect.poll(() => about(runId, 'info')).toHaveLength(1)
  expect(about(runId, 'info')).toMatchObject([
    {
      message: 'Sync succeeded',
      fields: {
        connectionId,
        connectionName: 'Scripted',
        dataType: 'products',
        direction: 'pull',
        trigger: 'manual',
        outcome: 'success',
        counts: { created: 12 },
      },
    },
  ])
})

test('a failing sync warns at its first failure, and ends with an error that says how often it was tried', async () => {
  isAway = true
  const connectionId = await harness.connect({ retryAttempts: 2 })
  const runId = await harness.start(connectionId)
  const log = await harness.ended(runId)
  await expect.poll(() => about(runId, 'error')).toHaveLength(1)
  expect(about(runId, 'warn')).toHaveLength(2)
  expect(about(runId, 'warn')[0]).toMatchObject({
    message: 'Sync is tried again: The ERP refuses connections',
    fields: { connectionName: 'Scripted', code: 'remote.unreachable', failures: 1, nextTryAt: expect.any(String) },
  })
  expect(about(runId, 'error')[0]).toMatchObject({
    message: 'Sync failed: The ERP refuses connections. Gave up after 3 attempts',
    fields: { outcome: 'error', code: 'remote.unreachable', hint: expect.stringMatching(/^Check the host/) },
  })
  expect(log.errorDetails?.hint).toMatch(/^Check the host/)
  const { items } = await harness.core.runs.entries(runId, { limit: 100 })
  expect(items.at(-1)?.message).toBe(
    'The ERP refuses connections. Gave up after 3 attempts. Check the host, the port, and the firewall between Linkspan and the ERP.',
  )
})

test('a run that gave up says when a schedule tries next, and a failed test promises nothing', async () => {
  isAway = true
  const connectionId = await harness.connect({ retryAttempts: 1, syncSchedule: '0 2 1 1 *' })
  const runId = await harness.start(connectionId)
  await harness.ended(runId)
  const { items } = await harness.core.runs.entries(runId, { limit: 100 })
  expect(items.at(-1)?.message).toMatch(/Gave up after 2 attempts; the next run is due at \d{4}-01-01T02:00:00\.000Z\. Check the host/)
  const { testId } = await harness.core.connections.test(caller, { id: connectionId })
  const result = await harness.core.connections.waitForTest(testId, AbortSignal.timeout(10_000))
  expect(result?.message).toContain('The ERP refuses connections. Check the host')
})
