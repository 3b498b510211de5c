import { type Core, runSchedule } from '@linkspan/core'
import { pagesOf, products } from '@linkspan/core/testing'
import { Redis } from 'ioredis'
import { expect, test } from 'vitest'
import { caller, startHarness } from './testing/harness.ts'

/** Daily, twelve hours from now, so that no time of its own comes near the due times of the tests. */
const farAway = `0 ${(new Date().getUTCHours() + 12) % 24} * * *`
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)

/** A connection without a worker: the tests handle its due times as a worker would. */
async function startQuietBench(lane?: 'push') {
  const harness = await startHarness((request) => pagesOf(products(5), request, 10), { SCHEDULE_JITTER_MS: '0' })
  const connectionId = await harness.connect()
  const stream = { connectionId, dataType: 'products', lane } as const
  const ports = { ...harness.workerPorts(), scheduleJitterMs: 0 }
  return {
    harness,
    connectionId,
    configure: (change: object) =>
      harness.core.syncConfigs.create(caller, { erpConnectionId: connectionId, dataType: 'products', ...change } as Parameters<
        Core['syncConfigs']['create']
      >[1]),
    due: (dueAt: Date) => runSchedule(stream, ports, { dueAt }),
    slots: () => harness.store.slots.list(stream, { limit: 100 }),
    async workUntilEnded(runId: string) {
      await using _worker = harness.startWorker()
      return await harness.ended(runId)
    },
    [Symbol.asyncDispose]: () => harness[Symbol.asyncDispose](),
  }
}

test('a due time that waited long for its data has run late; one that waited for nothing was missed, and caught up', async () => {
  await using quiet = await startQuietBench('push')
  await quiet.configure({ direction: 'push', schedule: farAway })
  const [missed, waited] = [minutesAgo(20), minutesAgo(10)]
  expect(await quiet.due(missed)).toEqual({ kind: 'done' })
  expect(await quiet.slots()).toMatchObject([{ dueAt: missed.toISOString(), state: 'caught_up' }])
  await quiet.workUntilEnded((await quiet.slots())[0]?.syncLogId ?? '')

  const pulling = await quiet.harness.start(quiet.connectionId)
  expect(await quiet.due(waited)).toMatchObject({ kind: 'snooze' })
  await quiet.workUntilEnded(pulling)
  expect(await quiet.due(waited)).toEqual({ kind: 'done' })
  const [ran] = await quiet.slots()
  expect(ran).toMatchObject({ dueAt: waited.toISOString(), state: 'ran' })
  expect(ran?.lateSeconds).toBeGreaterThanOrEqual(600)
})

test('if several due times wait, one run does the work for all of them, whichever is handled first', async () => {
  await using quiet = await startQuietBench('push')
  await quiet.configure({ direction: 'push', schedule: farAway })
  const [first, second, third] = [minutesAgo(3), minutesAgo(2), minutesAgo(1)]
  const pulling = await quiet.harness.start(quiet.connectionId)
  for (const time of [first, second, third]) expect(await quiet.due(time)).toMatchObject({ kind: 'snooze' })
  await quiet.workUntilEnded(pulling)
  for (const time of [second, third]) expect(await quiet.due(time)).toEqual({ kind: 'done' })
  const pushing = (await quiet.slots())[0]?.syncLogId ?? ''
  expect(await quiet.workUntilEnded(pushing)).toMatchObject({ direction: 'push', status: 'success' })
  expect(await quiet.due(first)).toEqual({ kind: 'done' })
  expect((await quiet.slots()).map(({ dueAt, state, syncLogId }) => [dueAt, state, syncLogId])).toEqual([
    [third.toISOString(), 'joined', pushing],
    [second.toISOString(), 'ran', pushing],
    [first.toISOString(), 'caught_up', pushing],
  ])
  expect((await quiet.harness.core.runs.list({ erpConnectionId: quiet.connectionId, limit: 10 })).items).toHaveLength(2)
})

test('a due time whose worker died after starting a run still recognizes that run as its own', async () => {
  await using quiet = await startQuietBench('push')
  await quiet.configure({ direction: 'push', schedule: farAway })
  const dueAt = minutesAgo(1)
  await quiet.due(dueAt)
  const [before] = await quiet.slots()
  const redis = new Redis(quiet.harness.redis.url)
  await redis.unlink(...(await redis.keys(`erp_sync_config:{${quiet.connectionId}}:products:push:slot*`)))
  redis.disconnect()
  expect(await quiet.slots()).toEqual([])
  await quiet.due(dueAt)
  expect(await quiet.slots()).toMatchObject([{ state: 'ran', syncLogId: before?.syncLogId }])
})

test('a push that comes every second waits for a long pull, and each second has one fate', async () => {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  await using harness = await startHarness(
    async function* (request) {
      await opened
      yield* pagesOf(products(5), request, 10)
    },
    { SCHEDULE_JITTER_MS: '0' },
  )
  harness.startWorker()
  const connectionId = await harness.connect()
  const pulling = await harness.start(connectionId)
  const input = { erpConnectionId: connectionId, dataType: 'products', direction: 'push', schedule: '* * * * * *' }
  const config = await harness.core.syncConfigs.create(caller, input as Parameters<Core['syncConfigs']['create']>[1])
  const due = Date.parse(config.nextSyncAt ?? '')
  const read = () => harness.core.syncConfigs.slots(config.id, { limit: 1000 })
  await expect.poll(() => Date.now()).toBeGreaterThan(due + 3000)
  expect(await read()).toEqual([])
  open()
  await harness.ended(pulling)
  const seconds = Math.ceil((Date.now() - due) / 1000) + 3
  await expect.poll(async () => (await read()).length).toBeGreaterThan(seconds)
  await harness.core.syncConfigs.update(caller, { id: config.id, change: { enabled: false } })

  const slots = (await read()).filter(({ state }) => state !== 'skipped').reverse()
  expect(slots.map(({ dueAt }) => Date.parse(dueAt))).toEqual(slots.map((_, at) => due + at * 1000))
  const ran = slots.filter(({ state }) => state === 'ran').map(({ syncLogId }) => syncLogId)
  expect(new Set(ran).size).toBe(ran.length)
  const { items } = await harness.core.runs.list({ erpConnectionId: connectionId, limit: 100 })
  const pushes = items.filter(({ direction }) => direction === 'push').map(({ id }) => id)
  expect(new Set(slots.map(({ syncLogId }) => syncLogId))).toEqual(new Set(pushes))
})

test('a run in both directions counts for requests to pull or push, but waits for a run in one direction', async () => {
  await using quiet = await startQuietBench()
  const { harness, connectionId } = quiet
  const config = await quiet.configure({ direction: 'bidirectional', schedule: farAway })
  for (const direction of ['pull', 'push', 'bidirectional'])
    await expect(quiet.configure({ direction })).rejects.toMatchObject({
      code: 'request.conflict',
      message: expect.stringContaining(`${config.id} (bidirectional)`),
    })

  const dueAt = minutesAgo(1)
  const pulling = await harness.start(connectionId)
  await expect(harness.start(connectionId, { direction: 'bidirectional' })).rejects.toMatchObject({
    code: 'request.conflict',
    message: expect.stringContaining(pulling),
  })
  expect(await quiet.due(dueAt)).toMatchObject({ kind: 'snooze' })
  await quiet.workUntilEnded(pulling)
  expect(await quiet.due(dueAt)).toEqual({ kind: 'done' })
  const [slot] = await quiet.slots()
  expect(slot?.state).toBe('ran')
  const both = slot?.syncLogId ?? ''
  for (const direction of ['pull', 'push', 'bidirectional']) expect(await harness.start(connectionId, { direction })).toBe(both)
  expect(await quiet.workUntilEnded(both)).toMatchObject({ direction: 'bidirectional', syncConfigId: config.id, status: 'success' })
  expect(await harness.core.syncConfigs.get(config.id)).toMatchObject({ status: 'success', lastSyncAt: expect.any(String) })
})

test('a run in both directions follows the configurations of each direction', async () => {
  await using quiet = await startQuietBench()
  const { harness, connectionId } = quiet
  const pulling = await quiet.configure({ settings: { fieldMapping: { description: 'name' } } })
  const log = await quiet.workUntilEnded(await harness.start(connectionId, { direction: 'bidirectional' }))
  expect(log).toMatchObject({ status: 'success', syncConfigId: pulling.id })
  expect((await harness.core.records.get(connectionId, 'products', 'P3')).data).toMatchObject({ description: 'Mug 3, revision 0' })
  await quiet.configure({ direction: 'push', settings: { syncOnDemand: false } })
  for (const direction of ['push', 'bidirectional'])
    await expect(harness.start(connectionId, { direction })).rejects.toMatchObject({ code: 'schedule.not-on-demand' })
  expect(await quiet.workUntilEnded(await harness.start(connectionId))).toMatchObject({ direction: 'pull', status: 'success' })
})

test("a configuration's state costs the same, however many runs of another direction came since", async () => {
  await using quiet = await startQuietBench()
  const { harness, connectionId } = quiet
  const config = await quiet.configure({ direction: 'push' })
  const pushing = await harness.start(connectionId, { direction: 'push' })
  await harness.core.runs.cancel(caller, { id: pushing })
  for (let at = 0; at < 30; at += 1) await harness.core.runs.cancel(caller, { id: await harness.start(connectionId) })

  const redis = new Redis(harness.redis.url)
  await redis.config('RESETSTAT')
  expect(await harness.core.syncConfigs.get(config.id)).toMatchObject({ status: 'error', lastSyncAt: expect.any(String) })
  const calls = [...(await redis.info('commandstats')).matchAll(/cmdstat_hgetall:calls=(\d+)/g)].map(([, count]) => Number(count))
  redis.disconnect()
  expect(calls[0] ?? 0).toBeLessThan(10)
})
