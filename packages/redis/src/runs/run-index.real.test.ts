import { silentLogger, systemClock, systemStopwatch } from '@linkspan/core'
import { pagesOf } from '@linkspan/core/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type RedisClient } from '../client.ts'
import { createKeys, memberTime } from '../keys.ts'
import { caller, type Harness, startHarness } from '../testing/harness.ts'
import { trackUnreadable } from '../unreadable/tracker.ts'
import { runIndex } from './run-index.ts'

let harness: Harness
let client: RedisClient
let index: ReturnType<typeof runIndex>
beforeAll(async () => {
  harness = await startHarness((request) => pagesOf([], request, 10))
  client = connect({ kind: 'single', url: harness.redis.url }, 'wait', silentLogger)
  index = runIndex(client, createKeys(''), systemClock, trackUnreadable(silentLogger, systemStopwatch), () => new Date(0))
})
afterAll(async () => {
  client.disconnect()
  await harness[Symbol.asyncDispose]()
})

test('a run that ends before it is listed as waiting or at work stays listed as ended', async () => {
  const runId = await harness.start(await harness.connect())
  const listed = async (status: 'scheduled' | 'syncing' | 'error') =>
    (await harness.core.runs.list({ status, limit: 10 })).items.map(({ id }) => id)

  await index.moved({ id: runId }, 'syncing')
  await index.moved({ id: runId }, 'scheduled')
  expect(await listed('scheduled')).toEqual([runId])
  await harness.core.runs.cancel(caller, { id: runId })
  expect(await listed('error')).toEqual([runId])
  for (const late of ['syncing', 'scheduled'] as const) {
    await index.moved({ id: runId }, late)
    expect(await listed('error')).toEqual([runId])
    expect(await client.zcard(`erp_sync_logs:{index}:status:${late}`)).toBe(0)
  }
})

test('a run that was listed and never stored leaves all lists', async () => {
  const run = await harness.store.runs.get(await harness.start(await harness.connect()))
  if (!run) throw new Error('The run is gone')
  const idAt = (time: number) => `${run.id.slice(0, 20)}${memberTime(time)}${run.id.slice(29, -4)}0000`
  await index.opened({ ...run, id: idAt(Date.now() - 3_700_000) })
  await index.opened({ ...run, id: idAt(Date.now()) }) // perhaps about to be stored
  const listed = () =>
    Promise.all(['open', 'all', 'type:products', 'status:scheduled'].map((name) => client.zcard(`erp_sync_logs:{index}:${name}`)))
  const before = await listed()
  await harness.store.runs.unended({ limit: 100 })
  expect(await listed()).toEqual(before.map((count) => count - 1))
})
