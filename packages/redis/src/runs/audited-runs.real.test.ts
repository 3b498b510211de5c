import { silentLogger } from '@linkspan/core'
import { pagesOf } from '@linkspan/core/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../client.ts'
import { createKeys } from '../keys.ts'
import { caller, type Harness, startHarness } from '../testing/harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness((request) => pagesOf([], request, 10))
})
afterAll(() => harness[Symbol.asyncDispose]())

const keys = createKeys('')
const trigger = (connectionId: string) => harness.core.runs.start(caller, { connectionId, dataType: 'products' })
const eventsOf = async (connectionId: string) =>
  (await harness.store.audit.list({ target: connectionId, action: 'erp_manual_sync_triggered', limit: 30 })).items

test('a run is stored with the event of who asked for it, and not without it', async () => {
  const connectionId = await harness.connect()
  const client = connect(harness.config.redis, 'wait', silentLogger)
  await client.rename(keys.audit, 'kept')
  await client.set(keys.audit, 'not a stream')
  await expect(trigger(connectionId)).rejects.toThrow('WRONGTYPE')
  expect((await harness.store.runs.list({ erpConnectionId: connectionId, limit: 10 })).items).toEqual([])
  expect(await harness.store.runs.underWay(connectionId, 'products')).toBeNull()
  await client.rename('kept', keys.audit)

  const { run } = await trigger(connectionId)
  expect(await eventsOf(connectionId)).toMatchObject([{ outcome: 'ok', changes: { syncLogId: run.id, deduplicated: false } }])
  expect(await client.xlen(keys.auditIntents)).toBe(0)
  client.disconnect()
})

test('each of twenty triggers at once has one event, and one of them says that it is of a new run', async () => {
  const connectionId = await harness.connect()
  const [first] = await Promise.all(Array.from({ length: 20 }, () => trigger(connectionId)))
  const events = await eventsOf(connectionId)
  expect(events.map(({ changes }) => changes.syncLogId)).toEqual(Array(20).fill(first?.run.id))
  expect(events.filter(({ changes }) => changes.deduplicated === false)).toHaveLength(1)
})
