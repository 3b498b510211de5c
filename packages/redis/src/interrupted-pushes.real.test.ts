import { setTimeout as sleep } from 'node:timers/promises'
import { AppError, type RunSyncPorts, runSync } from '@linkspan/core'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createKeys } from './keys.ts'
import { caller, type Harness, startHarness } from './testing/harness.ts'

let harness: Harness
let connectionId: string
let ledger: Harness['erp']['ledger']
beforeAll(async () => {
  harness = await startHarness(async function* () {})
  ledger = harness.erp.ledger
})
afterAll(() => harness[Symbol.asyncDispose]())
beforeEach(() => {
  for (const list of [ledger.records, ledger.calls, ledger.faults]) list.length = 0
  ledger.onWrite = async () => {}
  harness.erp.limitsWrites = false
  ledger.maxAtOnce = undefined
})

const mug = (id: string, name = `Mug ${id}`) => ({ id, name, price: '12.50', currency: 'EUR' })
const write = (...records: { id: string }[]) => harness.core.records.write(caller, { connectionId, dataType: 'products', records })
const statusOf = async (id: string) => (await harness.core.records.get(connectionId, 'products', id)).syncStatus
const startPush = () => harness.start(connectionId, { direction: 'push' })
/** One execution of a run, by a worker of its own whose ports a test may replace. */
const execute = (runId: string, ports: Partial<RunSyncPorts> = {}) =>
  runSync(
    runId,
    { ...harness.workerPorts(), ...ports },
    { signal: new AbortController().signal, workerId: 'worker', dueAt: new Date(0), report() {} },
  )

async function inRedis(act: (client: Redis) => Promise<unknown>): Promise<void> {
  const client = new Redis(harness.redis.url)
  await act(client)
  client.disconnect()
}

test('what a worker has sent long after it was marked may still arrive after its run was cancelled, and is there once', async () => {
  connectionId = await harness.connect({ timeout: 30_000, pushConcurrency: 1 })
  await write(mug('A'), mug('B'))
  let die = (_: AppError): void => {}
  const dead = new Promise<void>((_, reject) => {
    die = reject
  })
  ledger.onWrite = ({ id }) => (id === 'B' ? dead : Promise.resolve())
  const runId = await startPush()
  const aMinuteAgo = { now: () => new Date(Date.now() - 60_000) } // when both are marked; "B" leaves now
  const neverRenewed = { ...harness.store.runs, renew: async () => {} }
  const dying = execute(runId, { clock: aMinuteAgo, runs: neverRenewed })
  await expect.poll(() => ledger.calls.map(({ record }) => record.reference)).toEqual(['A', 'B'])
  await inRedis((client) => client.zrem(createKeys('').leases(connectionId), runId)) // as if the lease had run out
  expect(await harness.core.runs.cancel(caller, { id: runId })).toMatchObject({ status: 'error' })
  expect(await statusOf('B')).toBe('uncertain')

  ledger.onWrite = async () => {}
  const next = await startPush()
  expect(await execute(next)).toMatchObject({ kind: 'snooze' }) // the "no" of the ERP is not believed yet
  const sent = ledger.calls.find(({ record }) => record.reference === 'B')
  if (sent) await ledger.openSink().write(sent.record)
  await execute(next)
  expect(await harness.core.runs.get(next)).toMatchObject({ status: 'success', recordsPushed: 2 })
  expect([ledger.timesOf('A'), ledger.timesOf('B')]).toEqual([1, 1])
  die(new AppError('remote.unreachable', 'The worker is dead'))
  await dying
})

/** Ports with which the first write that has to wait for a permit does something before it waits. */
function onceAWriteWaits(act: () => Promise<unknown>): Partial<RunSyncPorts> {
  harness.erp.limitsWrites = true
  const { rateLimiter } = harness.store
  let hasActed = false
  const take: typeof rateLimiter.take = async (...call) => {
    const waitMs = await rateLimiter.take(...call)
    if (waitMs > 0 && !hasActed) {
      hasActed = true
      await act()
    }
    return waitMs
  }
  return { rateLimiter: { ...rateLimiter, take } }
}

test('what waits for a permit when its push is cancelled is not sent, and the push ends at once', async () => {
  connectionId = await harness.connect({ pushConcurrency: 3, rateLimit: { max: 3, perMs: 600_000 } })
  const ids = ['A', 'B', 'C', 'D', 'E']
  await write(...ids.map((id) => mug(id)))
  const runId = await startPush()
  const cancel = () => harness.core.runs.cancel(caller, { id: runId })
  await execute(runId, onceAWriteWaits(cancel))
  const sent = ledger.records.map(({ reference }) => reference)
  expect(sent).not.toContain('D')
  expect(await harness.core.runs.get(runId)).toMatchObject({ errorDetails: { code: 'run.cancelled' }, recordsPushed: sent.length })
  expect(await Promise.all(ids.map(statusOf))).toEqual(ids.map((id) => (sent.includes(id) ? 'synced' : 'pending')))
})

test('a worker that loses its run while a record waits for a permit does not send the record', async () => {
  connectionId = await harness.connect({ rateLimit: { max: 1, perMs: 1000 } })
  await write(mug('A'), mug('B'))
  const runId = await startPush()
  const takeOver = () => harness.store.runs.claim(runId, 'another')
  await execute(runId, onceAWriteWaits(takeOver))
  expect(ledger.calls.map(({ record }) => record.reference)).toEqual(['A'])
})

/** An outbox with replicas that acknowledge, but something happens first, once. */
function onceMarked(act: () => Promise<unknown>): Partial<RunSyncPorts> {
  let hasActed = false
  const replicated = async () => {
    if (!hasActed) {
      hasActed = true
      await act()
    }
    return true
  }
  return { outbox: { ...harness.store.outbox, replicated } }
}

const sentReferences = () => ledger.calls.filter(({ kind }) => kind === 'write').map(({ record }) => record.reference)

test('what the system writes while a replica is told of the marks leaves no record in doubt', async () => {
  connectionId = await harness.connect()
  await write(mug('A'), mug('B'), mug('C'))
  const runId = await startPush()
  await execute(
    runId,
    onceMarked(() => write(mug('B', 'New name'))),
  )
  expect(await harness.core.runs.get(runId)).toMatchObject({ status: 'success', recordsPushed: 4 })
  expect(sentReferences()).toEqual(['A', 'B', 'C', 'B'])
  expect(ledger.records.find(({ reference }) => reference === 'B')?.fields).toMatchObject({ name: 'New name' })
})

test('if a failover has lost a mark, the records that still have theirs are sent without being looked up', async () => {
  connectionId = await harness.connect()
  await write(mug('A'), mug('B'), mug('C'))
  const runId = await startPush()
  const stream = { connectionId, dataType: 'products' } as const
  const [before] = await harness.store.outbox.read(stream, ['A'])
  const loseMark = async () => {
    const [held] = await harness.store.outbox.read(stream, ['A'])
    if (!held || !before?.entry) throw new Error('There is no record A')
    await harness.store.outbox.change(stream, [{ id: 'A', version: held.version, entry: before.entry, content: null }])
  }
  await execute(runId, onceMarked(loseMark))
  expect(await harness.core.runs.get(runId)).toMatchObject({ status: 'success', recordsPushed: 3 })
  expect(ledger.calls.map(({ kind }) => kind)).toEqual(['write', 'write', 'write'])
  expect(sentReferences().sort()).toEqual(['A', 'B', 'C'])
})

/** Thirty records for a sink that takes them in their order, more than are in flight together; returns their ids. */
async function writeInOrder(): Promise<readonly string[]> {
  connectionId = await harness.connect({ retryAttempts: 3 })
  ledger.maxAtOnce = 1
  const ids = Array.from({ length: 30 }, (_, at) => `R${at + 10}`)
  await write(...ids.map((id) => mug(id)))
  return ids
}

test('records reach a sink in their order although its ERP was away for a while', async () => {
  const ids = await writeInOrder()
  ledger.faults.push('none', 'unreachable')
  const runId = await startPush()
  expect(await execute(runId)).toMatchObject({ kind: 'snooze' })
  await execute(runId)
  expect(await harness.core.runs.get(runId)).toMatchObject({ status: 'success', recordsPushed: 30 })
  expect(ledger.records.map(({ reference }) => reference)).toEqual(ids)
})

test('records reach a sink in their order although the push has made room for another run', async () => {
  const ids = await writeInOrder()
  const runId = await startPush()
  const { queue } = harness.workerPorts()
  let hasMadeRoom = false
  const hasWaiting = async () => {
    const makesRoom = !hasMadeRoom && ledger.records.length > 2
    hasMadeRoom ||= makesRoom
    return makesRoom
  }
  ledger.onWrite = ({ id }) => sleep(id === 'R12' ? 250 : 0) // until it is asked again whether others wait
  expect(await execute(runId, { queue: { ...queue, hasWaiting }, timeSliceMs: -1 })).toMatchObject({ kind: 'snooze', yields: true })
  await execute(runId)
  expect(await harness.core.runs.get(runId)).toMatchObject({ status: 'success', recordsPushed: 30 })
  expect(ledger.records.map(({ reference }) => reference)).toEqual(ids)
})

test('a record that an earlier version had in flight does not wait behind all that is written later', async () => {
  connectionId = await harness.connect()
  await write(mug('A'))
  const stream = { connectionId, dataType: 'products' } as const
  const keys = createKeys('')
  await inRedis((client) =>
    client
      .multi()
      .zrem(keys.pending(connectionId, 'products'), 'A')
      .zadd(keys.unsettled(connectionId, 'products'), Date.now(), 'A') // it kept the time there
      .exec(),
  )
  const [held] = await harness.store.outbox.read(stream, ['A'])
  if (!held?.entry) throw new Error('There is no record A')
  await harness.store.outbox.change(stream, [{ id: 'A', version: held.version, entry: held.entry, content: null }])
  await write(mug('B'))
  expect(await harness.store.outbox.pending(stream, 10)).toEqual(['A', 'B'])
  expect(await harness.store.outbox.unsettled(stream, 10)).toEqual([])
})
