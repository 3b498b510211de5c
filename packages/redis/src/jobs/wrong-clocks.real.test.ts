import { repairSchedules, runSchedule } from '@linkspan/core'
import { pagesOf, products } from '@linkspan/core/testing'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, startHarness } from '../testing/harness.ts'

let harness: Harness
let raw: Redis
beforeAll(async () => {
  harness = await startHarness((request) => pagesOf(products(5), request, 10), { SCHEDULE_JITTER_MS: '0' })
  raw = new Redis(harness.redis.url)
})
afterAll(async () => {
  raw.disconnect()
  await harness[Symbol.asyncDispose]()
})

const hour = 3_600_000
const schedules = '{linkspan}:erp-schedule:repeat'
const nextOf = async (id: string) => (await harness.store.scheduler.find(id))?.next ?? null

test('a slot in the future settles nothing before it, and does not stay', async () => {
  const connectionId = await harness.connect({ syncSchedule: '0 2 * * *' })
  const stream = { connectionId, dataType: 'products' } as const
  const future = new Date(Date.now() + hour)
  const [fates, times] = ['slots', 'slot_times'].map((name) => `erp_sync_config:{${connectionId}}:products:${name}`) as [string, string]
  await raw.hset(fates, future.getTime(), JSON.stringify({ dueAt: future.toISOString(), state: 'ran', syncLogId: 'log_of_the_future' }))
  await raw.zadd(times, future.getTime(), String(future.getTime()))

  const dueAt = new Date()
  await runSchedule(stream, { ...harness.workerPorts(), scheduleJitterMs: 0 }, { dueAt })
  const slots = await harness.store.slots.list(stream, { limit: 10 })
  expect(slots).toEqual([expect.objectContaining({ dueAt: dueAt.toISOString(), state: 'ran' })])
})

test('a schedule that differs from what its connection asks for is put back', async () => {
  const connectionId = await harness.connect({ syncSchedule: '0 2 * * *' })
  const [moved, removed] = [`${connectionId}-products`, `${connectionId}-inventory`]
  const next = await nextOf(moved)
  const ports = harness.workerPorts()
  expect(await repairSchedules(ports)).toBe(0)

  await raw.zadd(schedules, Date.now() + 1000 * hour, moved)
  await harness.store.scheduler.drop(removed)
  await harness.store.scheduler.put(
    'erp_of_nobody-products',
    { everyMs: hour },
    { connectionId: 'erp_of_nobody', dataType: 'products' },
    'Old',
  )
  expect(await repairSchedules(ports)).toBe(3)
  expect([await nextOf(moved), await nextOf(removed), await nextOf('erp_of_nobody-products')]).toEqual([next, next, null])

  await harness.store.scheduler.put(moved, { everyMs: hour }, { connectionId, dataType: 'products' }, 'Edited at the board')
  await raw.hset(`${schedules}:${removed}`, 'data', JSON.stringify({ connectionId, dataType: 'orders' }))
  expect(await repairSchedules(ports)).toBe(2)
  expect([await nextOf(moved), await nextOf(removed)]).toEqual([next, next])
  expect(await repairSchedules(ports)).toBe(0)
})

test('a run that began at a clock that was ahead has no negative duration', async () => {
  const connectionId = await harness.connect()
  const runId = await harness.start(connectionId)
  const began = Date.now() + hour
  await raw.hset(`erp_sync_log:{${connectionId}}:${runId}`, 'startedAt', began)
  harness.startWorker()
  const log = await harness.ended(runId)
  expect(log).toMatchObject({ status: 'success', startedAt: new Date(began).toISOString(), duration: 0 })
  expect(Date.parse(log.completedAt ?? '')).toBe(began)
})
