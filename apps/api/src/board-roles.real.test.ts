import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, startHarness, type Who } from './testing/harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness[Symbol.asyncDispose]())

const act = async (who: Who, method: 'PUT' | 'PATCH' | 'POST', path: string, payload?: object) =>
  (await harness.as(who, { method, url: `/admin/queues/api/queues/${path}`, ...(payload && { payload }) })).statusCode
const latestEvent = async () => (await harness.as('viewer', { url: '/api/v1/audit-logs?limit=1' })).json()[0]

type Action = [method: 'PUT' | 'PATCH' | 'POST', path: string, payload: object | undefined]

const adminActions: readonly (readonly ['PUT' | 'PATCH' | 'POST', string, object?])[] = [
  ['PUT', 'pause'],
  ['PUT', 'resume'],
  ['PUT', 'erp-sync/pause'],
  ['PUT', 'erp-sync/resume'],
  ['PUT', 'erp-sync/empty'],
  ['PUT', 'erp-sync/clean/completed'],
  ['PUT', 'erp-test/obliterate', { force: false }],
  ['PUT', 'erp-sync/concurrency', { concurrency: 3 }],
  ['PUT', 'erp-sync/rate-limit', { max: 1, duration: 1000 }],
  ['PUT', 'erp-sync/rate-limit/release'],
  ['PUT', 'erp-schedule/job-schedulers/some-id/remove'],
  ['PUT', 'erp-schedule/job-schedulers/some-id/run'],
  ['PATCH', 'erp-schedule/job-schedulers/some-id', { pattern: '* * * * *' }],
  ['POST', 'erp-sync/add', { name: 'x', data: {}, options: {} }],
  ['PUT', 'erp-sync/some-job/clean'],
  ['PATCH', 'erp-sync/some-job/update-data', { jobData: {} }],
  ['PATCH', 'erp-sync/some-job/delay', { delay: 1 }],
  ['PATCH', 'erp-sync/some-job/priority', { priority: 1 }],
]

test.each(adminActions.map(([method, path, payload]): Action => [method, path, payload]))(
  '%s %s is for admins, and refusing it is audited',
  async (method, path, payload) => {
    expect(await act('viewer', method, path, payload)).toBe(403)
    expect(await act('operator', method, path, payload)).toBe(403)
    expect(await latestEvent()).toMatchObject({
      action: 'job_board_used',
      actor: { id: 'operator-key' },
      target: `queues/${path}`,
      outcome: 'request.forbidden',
    })
  },
)

test.each([
  ['PUT', 'erp-sync/retry/failed'],
  ['PUT', 'erp-sync/promote'],
  ['PUT', 'erp-sync/some-job/retry'],
  ['PUT', 'erp-sync/some-job/promote'],
] as const)('%s %s is for operators, and audited', async (method, path) => {
  expect(await act('viewer', method, path)).toBe(403)
  expect(await act('operator', method, path)).not.toBe(403)
  expect(await latestEvent()).toMatchObject({
    action: 'job_board_used',
    actor: { id: 'operator-key' },
    target: `queues/${path}`,
    outcome: 'requested',
  })
})

test('what an admin did is in the audit trail in its own words, and a paused or limited queue is warned of', async () => {
  const ofQueues = ({ warnings = [] }: { warnings?: string[] }) => warnings.filter((text) => !text.startsWith('No worker'))
  const warnings = async () => ofQueues((await harness.app.inject('/readyz')).json())
  const overview = async () => ofQueues((await harness.as('viewer', { url: '/api/v1/erp/overview' })).json())
  expect([await warnings(), await overview()]).toEqual([[], []])

  expect(await act('admin', 'PUT', 'erp-sync/pause')).toBe(200)
  expect(await act('admin', 'PUT', 'erp-test/concurrency', { concurrency: 3 })).toBe(200)
  expect(await latestEvent()).toMatchObject({
    actor: { id: 'admin-key' },
    target: 'queues/erp-test/concurrency',
    outcome: 'requested',
    changes: { method: 'PUT', body: '{"concurrency":3}' },
  })
  const both = [expect.stringContaining('erp-sync is paused'), expect.stringContaining('erp-test is limited to 3 jobs at once')]
  expect(await warnings()).toEqual(both)
  expect(await overview()).toEqual(both)
  expect((await harness.app.inject('/readyz')).json().status).toBe('degraded')

  await act('admin', 'PUT', 'erp-sync/resume')
  await act('admin', 'PUT', 'erp-test/concurrency', { concurrency: 0 })
  expect([await warnings(), await overview()]).toEqual([[], []])
})
