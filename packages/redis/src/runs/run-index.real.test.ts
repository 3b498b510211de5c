import { silentLogger, systemClock, systemStopwatch } from '@linkspan/core'
import { pagesOf } from '@linkspan/core/testing'
import { expect, test } from 'vitest'
import { connect } from '../client.ts'
import { createKeys } from '../keys.ts'
import { caller, startHarness } from '../testing/harness.ts'
import { trackUnreadable } from '../unreadable/tracker.ts'
import { runIndex } from './run-index.ts'

test('a run that ends before it is listed as waiting or at work stays listed as ended', async () => {
  await using harness = await startHarness((request) => pagesOf([], request, 10))
  const client = connect({ kind: 'single', url: harness.redis.url }, 'wait', silentLogger)
  const index = runIndex(client, createKeys(''), systemClock, trackUnreadable(silentLogger, systemStopwatch), () => new Date(0))
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
  client.disconnect()
})
