import { AppError, type ERPSyncLog, type SourceRecord } from '@linkspan/core'
import { pagesOf } from '@linkspan/core/testing'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { caller, type Harness, startHarness } from './testing/harness.ts'

let harness: Harness
let connectionId: string
beforeAll(async () => {
  harness = await startHarness((request) => pagesOf(shownByErp(), request, 10))
  harness.startWorker()
})
afterAll(() => harness[Symbol.asyncDispose]())
beforeEach(async () => {
  const { records, calls, faults } = harness.erp.ledger
  for (const list of [records, calls, faults, harness.erp.ledger.batches]) list.length = 0
  harness.erp.ledger.batchSize = 1
  harness.erp.ledger.onWrite = async () => {}
  connectionId = await harness.connect({ timeout: 1000, retryAttempts: 3 })
})

/** What the ERP shows when it is read. */
const shownByErp = (): SourceRecord[] =>
  harness.erp.ledger.records.map(({ erpId, fields, changedAt, version }) => ({
    id: erpId,
    fields: { ...fields, sourceUpdatedAt: changedAt, sourceVersion: String(version) },
    raw: fields,
    changedAt,
  }))

const mug = (id: string, more: Record<string, unknown> = {}) => ({ id, name: `Mug ${id}`, price: '12.50', currency: 'EUR', ...more })
const write = (...records: { id: string }[]) => harness.core.records.write(caller, { connectionId, dataType: 'products', records })
const read = (id: string) => harness.core.records.get(connectionId, 'products', id)
const statusOf = async (id: string) => (await read(id)).syncStatus
const run = async (request: Record<string, unknown>): Promise<ERPSyncLog> => harness.ended(await harness.start(connectionId, request))
const push = () => run({ direction: 'push' })
const pull = () => run({ direction: 'pull', mode: 'full' })
const both = () => run({ direction: 'bidirectional', mode: 'full' })
const resolveBy = async (conflictResolution: string) => {
  await harness.core.syncConfigs.create(caller, {
    erpConnectionId: connectionId,
    dataType: 'products',
    direction: 'bidirectional',
    enabled: false,
    settings: { conflictResolution },
  } as Parameters<typeof harness.core.syncConfigs.create>[1])
}

test('a field that the data type does not have is refused by name, and one that must be there is missing', async () => {
  const issuesOf = async (dataType: 'orders' | 'products', record: { id: string }) => {
    const refusal = await harness.core.records.write(caller, { connectionId, dataType, records: [record] }).catch((error: unknown) => error)
    return (refusal as { readonly details?: { readonly issues?: unknown } }).details?.issues
  }
  expect(await issuesOf('products', mug('A', { unit_price: '1' }))).toEqual([
    { path: '0.unit_price', message: expect.stringContaining('is not a field') },
  ])
  expect(await issuesOf('products', mug('A', { categoryID: '1' }))).toEqual([
    { path: '0.categoryID', message: 'is not a field; did you mean "categoryId"?' },
  ])
  expect(await issuesOf('products', { id: 'A' })).toEqual([{ path: '0.name', message: 'is missing' }])
  expect(harness.erp.ledger.calls).toEqual([])
})

test('a record that was refused by the ERP can be sent back as it was read', async () => {
  await write(mug('A'))
  harness.erp.ledger.faults.push('refused')
  await push()
  const refused = await read('A')
  expect(refused).toMatchObject({ syncStatus: 'error', error: { code: 'record.refused' } })
  const corrected: { id: string } = { ...refused, data: { ...refused.data, name: 'Corrected' } } as { id: string }
  const [again] = await write(corrected)
  expect(again).toMatchObject({ syncStatus: 'pending', data: { name: 'Corrected' } })
})

test('what the system writes waits, is pushed once, and comes back as an echo', async () => {
  const [written] = await write(mug('A'), mug('B'))
  expect(written).toMatchObject({
    id: 'A',
    erpId: null,
    source: 'system',
    syncStatus: 'pending',
    version: 1,
    data: { sku: 'A', price: '12.50' },
  })
  harness.erp.ledger.faults.push('silent', 'silent')
  expect(await push()).toMatchObject({ status: 'success', recordsPushed: 2, recordsSuccess: 2, recordsProcessed: 2, recordsFailed: 0 })
  expect(await read('A')).toMatchObject({ erpId: 'ERP-1', source: 'system', syncStatus: 'synced' })
  expect(harness.erp.ledger.records.map(({ reference }) => reference)).toEqual(['A', 'B'])
  expect(await pull()).toMatchObject({ status: 'success', recordsUnchanged: 2, recordsCreated: 0, recordsUpdated: 0, recordsEchoed: 2 })
  expect(await pull()).toMatchObject({ status: 'success', recordsUnchanged: 2, recordsEchoed: 0 })
  expect(await push()).toMatchObject({ status: 'success', recordsPushed: 0 })
  expect(harness.erp.ledger.calls.filter(({ kind }) => kind === 'write')).toHaveLength(2)
  expect((await harness.core.records.list(connectionId, 'products', { limit: 10 })).items.map(({ id }) => id).sort()).toEqual(['A', 'B'])
})

test('the intent is stored before the ERP hears of it', async () => {
  await write(mug('A'))
  const seen: string[] = []
  harness.erp.ledger.onWrite = async ({ id }) => void seen.push(await statusOf(id))
  await push()
  expect(seen).toEqual(['in_flight'])
})

/** Holds the ERP's answers back until `size` writes wait for theirs; the first of all is answered at once. */
function answerTogether(size: number): readonly string[][] {
  const together: string[][] = []
  let waiting: { readonly id: string; readonly answer: () => void }[] = []
  harness.erp.ledger.onWrite = ({ id }) =>
    new Promise((resolve) => {
      waiting.push({ id, answer: resolve })
      if (together.length > 0 && waiting.length < size) return
      together.push(waiting.map((one) => one.id))
      for (const { answer } of waiting) answer()
      waiting = []
    })
  return together
}

test('the first record of a push is sent alone, then as many at once as the connection allows, each once', async () => {
  connectionId = await harness.connect({ timeout: 60_000, pushConcurrency: 3 })
  const ids = ['A', 'B', 'C', 'D', 'E', 'F', 'G']
  await write(...ids.map((id) => mug(id)))
  const together = answerTogether(3)
  expect(await push()).toMatchObject({ status: 'success', recordsPushed: 7 })
  expect(together).toEqual([['A'], ['B', 'C', 'D'], ['E', 'F', 'G']])
  expect(ids.map((id) => harness.erp.ledger.timesOf(id))).toEqual(ids.map(() => 1))
})

test('once a call has failed for all, what is under way beside it is finished, and nothing more is begun', async () => {
  connectionId = await harness.connect({ timeout: 60_000, pushConcurrency: 3, retryAttempts: 0 })
  const ids = ['A', 'B', 'C', 'D', 'E', 'F', 'G']
  await write(...ids.map((id) => mug(id)))
  answerTogether(3)
  harness.erp.ledger.faults.push('none', 'unreachable')
  expect(await push()).toMatchObject({ status: 'error', recordsPushed: 3 })
  expect(await Promise.all(ids.map(statusOf))).toEqual(['synced', 'pending', 'synced', 'synced', 'pending', 'pending', 'pending'])
})

test('where the ERP takes batches, each record of one has its own intent, outcome and look-up', async () => {
  connectionId = await harness.connect({ timeout: 1000, pushConcurrency: 1 })
  const { ledger } = harness.erp
  ledger.batchSize = 3
  const ids = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']
  await write(...ids.map((id) => mug(id)))
  const seen = new Set<string>()
  ledger.onWrite = async ({ id }) => void seen.add(`${id} ${await statusOf(id)}`)
  ledger.faults.push('none', 'none', 'refused', 'lost-after', 'none', 'lost-before')
  expect(await push()).toMatchObject({ recordsPushed: 7, recordsFailed: 1 })
  expect([...seen].sort()).toEqual(ids.map((id) => `${id} in_flight`))
  expect(ledger.batches).toEqual([3, 3])
  expect(await Promise.all(ids.map(statusOf))).toEqual(ids.map((id) => (id === 'C' ? 'error' : 'synced')))
  expect(ids.map((id) => ledger.timesOf(id))).toEqual(ids.map((id) => (id === 'C' ? 0 : 1)))
  const look = ledger.calls.filter(({ kind }) => kind === 'find').map(({ record }) => record.reference)
  expect([...new Set(look)].sort()).toEqual(['D', 'F'])
})

test('what a batch says of all records ends the push; what it took of them is kept, and the others wait', async () => {
  connectionId = await harness.connect({ timeout: 1000, pushConcurrency: 1, retryAttempts: 0 })
  const { ledger } = harness.erp
  ledger.batchSize = 3
  const ids = ['A', 'B', 'C', 'D', 'E', 'F']
  await write(...ids.map((id) => mug(id)))
  ledger.faults.push('none', 'none', 'unreachable')
  expect(await push()).toMatchObject({ status: 'error', recordsPushed: 3 })
  expect(await Promise.all(ids.map(statusOf))).toEqual(['synced', 'synced', 'pending', 'synced', 'pending', 'pending'])
  expect(ids.map((id) => ledger.timesOf(id))).toEqual([1, 1, 0, 1, 0, 0])
})

test('a worker that stood still while another took its run over sends nothing more, and stores nothing of what it sent', async () => {
  await write(mug('A'), mug('B'))
  const runId = await harness.start(connectionId, { direction: 'push' })
  harness.erp.ledger.onWrite = async () => {
    harness.erp.ledger.onWrite = async () => {}
    expect(await harness.store.runs.claim(runId, 'another')).toMatchObject({ kind: 'claimed' })
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3500) // blocks this thread, including its timers
  }
  const jobs = new Redis(harness.redis.url)
  await expect.poll(() => harness.erp.ledger.calls.length).toBeGreaterThan(0)
  await expect.poll(() => jobs.llen('{linkspan}:erp-sync:active')).toBe(0)
  jobs.disconnect()
  expect(harness.erp.ledger.calls.filter(({ kind }) => kind === 'write')).toHaveLength(1)
  expect([await statusOf('A'), await statusOf('B')]).toEqual(['in_flight', 'in_flight'])
  await harness.store.runs.forceEnd(runId, { code: 'run.worker-lost', message: 'Over', retryable: true, hint: '', details: {} })
  expect(await push()).toMatchObject({ status: 'success', recordsPushed: 2 })
  expect([harness.erp.ledger.timesOf('A'), harness.erp.ledger.timesOf('B')]).toEqual([1, 1])
})

test('if an answer never arrived, the ERP is asked first, and no record is created twice', async () => {
  await write(...Array.from({ length: 12 }, (_, at) => mug(`M${at}`)))
  harness.erp.ledger.faults.push('lost-after', 'none', 'lost-after', 'lost-after')
  expect(await push()).toMatchObject({ status: 'success', recordsPushed: 12 })
  for (let at = 0; at < 12; at += 1) expect(harness.erp.ledger.timesOf(`M${at}`)).toBe(1)
})

test('a "no" of the ERP is believed only when an answer cannot be under way any more', async () => {
  await write(mug('A'))
  harness.erp.ledger.faults.push('late')
  expect(await push()).toMatchObject({ status: 'success', recordsPushed: 1 })
  expect(harness.erp.ledger.timesOf('A')).toBe(1)
  expect(harness.erp.ledger.calls.map(({ kind }) => kind)).toEqual(['write', 'find', 'find', 'find'])
})

test('a "no" of the ERP is believed only when an answer cannot be under way any more, however long the record has waited for its turn', async () => {
  connectionId = await harness.connect({ timeout: 250, pushConcurrency: 1 })
  await write(mug('A'), mug('B'))
  harness.erp.ledger.faults.push('none', 'late')
  harness.erp.ledger.onWrite = ({ id }) => new Promise((resolve) => setTimeout(resolve, id === 'A' ? 2000 : 0)) // both are marked before
  expect(await push()).toMatchObject({ status: 'success', recordsPushed: 2 })
  expect([harness.erp.ledger.timesOf('A'), harness.erp.ledger.timesOf('B')]).toEqual([1, 1])
})

test('what a worker has sent just before it died may arrive after another one has asked for it, and is there once', async () => {
  connectionId = await harness.connect({ timeout: 250, pushConcurrency: 1 })
  const { ledger } = harness.erp
  await write(mug('A'), mug('B'))
  let die = (_: AppError): void => {}
  const dead = new Promise<void>((_, reject) => {
    die = reject
  })
  ledger.onWrite = ({ id }) => (id === 'B' ? dead : Promise.resolve())
  const runId = await harness.start(connectionId, { direction: 'push' })
  await expect.poll(() => ledger.calls.map(({ record }) => record.reference)).toEqual(['A', 'B'])
  await new Promise((resolve) => setTimeout(resolve, 1500)) // far longer than an answer may take
  await harness.store.runs.forceEnd(runId, { code: 'run.worker-lost', message: 'Over', retryable: true, hint: '', details: {} })
  ledger.onWrite = async () => {}
  const next = await harness.start(connectionId, { direction: 'push' })
  await expect.poll(() => ledger.calls.at(-1)?.kind).toBe('find')
  const sent = ledger.calls.find(({ record }) => record.reference === 'B')
  if (sent) await ledger.openSink().write(sent.record)
  expect(await harness.ended(next)).toMatchObject({ status: 'success', recordsPushed: 2 })
  expect([ledger.timesOf('A'), ledger.timesOf('B')]).toEqual([1, 1])
  die(new AppError('remote.unreachable', 'The worker is dead'))
})

test('what turns out to be missing while the others are sent is sent again by the same run', async () => {
  connectionId = await harness.connect({ timeout: 250, pushConcurrency: 1 })
  await write(mug('A'), mug('B'))
  harness.erp.ledger.faults.push('lost-before')
  harness.erp.ledger.onWrite = ({ id }) => new Promise((resolve) => setTimeout(resolve, id === 'B' ? 3000 : 0)) // until "A" cannot be under way any more
  const ended = await push()
  expect(ended).toMatchObject({ status: 'success', attempts: 1, recordsPushed: 2 })
  expect([harness.erp.ledger.timesOf('A'), harness.erp.ledger.timesOf('B')]).toEqual([1, 1])
})

test('what the ERP never received is sent again, but not forever', async () => {
  await write(mug('A'), mug('B'))
  harness.erp.ledger.faults.push('lost-before')
  expect(await push()).toMatchObject({ status: 'success', recordsPushed: 2 })
  expect([harness.erp.ledger.timesOf('A'), harness.erp.ledger.timesOf('B')]).toEqual([1, 1])

  await write(mug('C'))
  harness.erp.ledger.faults.push('lost-before', 'lost-before', 'lost-before', 'lost-before')
  const ended = push()
  await expect.poll(() => statusOf('C'), { interval: 20 }).toBe('uncertain') // visible to people while it is unknown
  expect(await ended).toMatchObject({ status: 'success', recordsPushed: 0, recordsFailed: 1 })
  const sent = harness.erp.ledger.calls.filter(({ kind, record }) => kind === 'write' && record.id === 'C')
  expect(sent).toHaveLength(4)
  expect(new Set(sent.map(({ record }) => record.idempotencyKey)).size).toBe(1)
  expect(await read('C')).toMatchObject({ syncStatus: 'error', error: { message: expect.stringMatching(/Sent 4 times/) } })
})

test('a change that is never accepted is sent again after a pause, but not forever, and says why', async () => {
  connectionId = await harness.connect({ timeout: 200, retryAttempts: 2 })
  await write(mug('A'))
  await push()
  await write(mug('A', { price: '13.00' }))
  harness.erp.ledger.faults.push('lost-before')
  expect(await push()).toMatchObject({ status: 'success', recordsPushed: 1 })
  expect(harness.erp.ledger.records).toMatchObject([{ fields: { price: '13.00' } }])

  await write(mug('A', { price: '14.00' }))
  harness.erp.ledger.calls.length = 0
  harness.erp.ledger.faults.push(...Array<'lost-before'>(10).fill('lost-before'))
  const begun = Date.now()
  expect(await push()).toMatchObject({ status: 'success', recordsPushed: 0, recordsFailed: 1 })
  expect(Date.now() - begun).toBeGreaterThan(3 * 1200)
  expect(harness.erp.ledger.calls.filter(({ kind }) => kind === 'write')).toHaveLength(3)
  expect(await read('A')).toMatchObject({
    syncStatus: 'error',
    error: { code: 'remote.timeout', message: expect.stringMatching(/Sent 3 times.*POST \/products: no answer/) },
  })
  harness.erp.ledger.faults.length = 0
  await write(mug('A', { price: '15.00' }))
  expect(await push()).toMatchObject({ recordsPushed: 1 })
})

test('a change whose answer was lost is found to have arrived, and is counted once', async () => {
  await write(mug('A'))
  await push()
  await write(mug('A', { price: '13.00' }))
  harness.erp.ledger.calls.length = 0
  harness.erp.ledger.faults.push('lost-after')
  expect(await push()).toMatchObject({ status: 'success', recordsPushed: 1 })
  expect(harness.erp.ledger.calls.map(({ kind }) => kind)).toEqual(['find', 'write', 'find'])
  expect(await statusOf('A')).toBe('synced')
})

test('what the ERP refuses says so in its words, holds nobody up, and is sent again when it is written again', async () => {
  await write(mug('A'), mug('B'))
  harness.erp.ledger.faults.push('refused')
  const log = await push()
  expect(log).toMatchObject({ status: 'success', recordsPushed: 1, recordsFailed: 1 })
  expect(await read('A')).toMatchObject({ syncStatus: 'error', error: { code: 'record.refused', message: 'Material 4711 does not exist' } })
  expect((await harness.core.runs.rejects(log.id, { limit: 10 })).items).toMatchObject([
    { recordId: 'A', errors: [{ message: 'Material 4711 does not exist' }] },
  ])
  expect(await push()).toMatchObject({ recordsPushed: 0 })
  await write(mug('A'))
  expect(await push()).toMatchObject({ recordsPushed: 1 })
  expect(await statusOf('A')).toBe('synced')
})

test('while the ERP cannot be reached, the records wait', async () => {
  await write(mug('A'), mug('B'))
  harness.erp.ledger.faults.push('unreachable')
  expect(await push()).toMatchObject({ status: 'success', recordsPushed: 2, attempts: 2 })
  expect([harness.erp.ledger.timesOf('A'), harness.erp.ledger.timesOf('B')]).toEqual([1, 1])
})

test('a run that goes on after a failure does not delete what it pushed before', async () => {
  await write(...Array.from({ length: 25 }, (_, at) => mug(`M${at}`)))
  harness.erp.ledger.faults.push(...Array<'none'>(20).fill('none'), 'unreachable')
  expect(await both()).toMatchObject({ status: 'success', attempts: 2, recordsPushed: 25, recordsDeleted: 0 })
  expect((await harness.core.records.list(connectionId, 'products', { limit: 100 })).items).toHaveLength(25)
})

test('a push makes room for a waiting run between two records, and leaves none in flight', async () => {
  await using own = await startHarness((request) => pagesOf([], request, 10), { SYNC_TIME_SLICE_MS: '100' })
  const [slow, short] = [await own.connect(), await own.connect()]
  const records = Array.from({ length: 20 }, (_, at) => mug(`M${at}`))
  await own.core.records.write(caller, { connectionId: slow, dataType: 'products', records })
  let askedForShort = () => {}
  const waiting = new Promise<void>((resolve) => {
    askedForShort = resolve
  })
  own.erp.ledger.onWrite = async () => {
    await waiting
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  own.startWorker('only', 1)
  const pushing = await own.start(slow, { direction: 'push' })
  await expect.poll(() => own.erp.ledger.calls.length, { interval: 5 }).toBeGreaterThan(0)
  const shortRun = await own.start(short)
  askedForShort()
  await own.ended(shortRun)
  const { recordsPushed } = await own.core.runs.get(pushing)
  const { items } = await own.core.records.list(slow, 'products', { limit: 100 })
  expect(recordsPushed).toBeLessThan(20)
  expect(own.erp.ledger.records).toHaveLength(recordsPushed)
  expect(items.map(({ syncStatus }) => syncStatus).sort()).toEqual([
    ...Array(20 - recordsPushed).fill('pending'),
    ...Array(recordsPushed).fill('synced'),
  ])
  expect(await own.ended(pushing)).toMatchObject({ status: 'success', recordsPushed: 20 })
})

test('what the system changes while it is being sent is sent afterwards', async () => {
  await write(mug('A'))
  harness.erp.ledger.onWrite = async () => {
    harness.erp.ledger.onWrite = async () => {}
    await write(mug('A', { price: '13.00' }))
  }
  expect(await push()).toMatchObject({ status: 'success', recordsPushed: 2 })
  expect(harness.erp.ledger.records).toMatchObject([{ erpId: 'ERP-1', fields: { price: '13.00' } }])
})

test('writing back what was read is no change', async () => {
  await write(mug('A'))
  await both()
  const before = await harness.core.records.changes(connectionId, 'products', 0, 10)
  await write(mug('A'))
  expect(await statusOf('A')).toBe('synced')
  expect((await harness.core.records.changes(connectionId, 'products', 0, 10)).next).toBe(before.next)
})

test('fields that only one side changed merge by themselves', async () => {
  await resolveBy('erp_wins')
  await write(mug('A', { brand: 'Ours' }))
  await both()
  harness.erp.ledger.change('ERP-1', { price: '14.00' })
  await write(mug('A', { brand: 'Our new one' }))
  expect(await both()).toMatchObject({ status: 'success', recordsUpdated: 1, recordsPushed: 1 })
  expect((await read('A')).data).toMatchObject({ price: '14.00', brand: 'Our new one' })
  expect(harness.erp.ledger.records[0]?.fields).toMatchObject({ price: '14.00', brand: 'Our new one' })
})

test.each([
  ['erp_wins', '14.00'],
  ['system_wins', '15.00'],
])('%s: if both sides changed the same field, both end with %s', async (resolution, price) => {
  await resolveBy(resolution)
  await write(mug('A'))
  await both()
  harness.erp.ledger.change('ERP-1', { price: '14.00' })
  await write(mug('A', { price: '15.00' }))
  await both()
  expect((await read('A')).data.price).toBe(price)
  expect(harness.erp.ledger.records[0]?.fields.price).toBe(price)
  expect(await statusOf('A')).toBe('synced')
})

test.each([
  ['the ERP', '2030-01-01T00:00:00.000Z', '14.00'],
  ['the system', '2020-01-01T00:00:00.000Z', '15.00'],
])('newest_wins: %s changed it last', async (_, changedAt, price) => {
  await resolveBy('newest_wins')
  await write(mug('A'))
  await both()
  harness.erp.ledger.change('ERP-1', { price: '14.00' }, changedAt)
  await write(mug('A', { price: '15.00' }))
  await both()
  expect(harness.erp.ledger.records[0]?.fields.price).toBe(price)
})

test('manual: both sides are kept, neither is pushed, and a person picks field by field', async () => {
  await resolveBy('manual')
  await write(mug('A', { brand: 'Base' }))
  await both()
  harness.erp.ledger.change('ERP-1', { price: '14.00', brand: 'Theirs', category: 'Cups' })
  await write(mug('A', { price: '15.00', brand: 'Ours' }))
  expect(await both()).toMatchObject({ status: 'success', recordsConflicted: 1, recordsPushed: 0 })
  expect((await read('A')).data).toMatchObject({ price: '15.00', brand: 'Ours', category: 'Cups' })
  expect(harness.erp.ledger.records[0]?.fields).toMatchObject({ price: '14.00', brand: 'Theirs' })

  const [conflict, ...more] = (await harness.core.conflicts.list(connectionId, { limit: 10 })).items
  expect(more).toEqual([])
  expect(conflict).toMatchObject({
    recordId: 'A',
    reason: 'both_changed',
    fields: [
      { path: 'price', base: '12.50', erp: '14.00', system: '15.00' },
      { path: 'brand', base: 'Base', erp: 'Theirs', system: 'Ours' },
    ].sort(byPath),
  })
  expect(await both()).toMatchObject({ recordsConflicted: 0, recordsPushed: 0 })
  const resolved = await harness.core.conflicts.resolve(caller, { id: conflict?.id ?? '', winner: 'erp', fields: { price: 'system' } })
  expect(resolved).toMatchObject({ syncStatus: 'pending', data: { price: '15.00', brand: 'Theirs' } })
  expect(await both()).toMatchObject({ recordsPushed: 1 })
  expect(harness.erp.ledger.records[0]?.fields).toMatchObject({ price: '15.00', brand: 'Theirs', category: 'Cups' })
  expect((await harness.core.conflicts.list(connectionId, { limit: 10 })).items).toEqual([])
  expect((await harness.core.audit.list({ limit: 50, action: 'erp_conflict_resolved', target: conflict?.id })).items).toHaveLength(1)
})

test('a record that the ERP changes back three times stops as a conflict', async () => {
  await resolveBy('system_wins')
  await write(mug('A', { brand: 'ERP' }))
  await both()
  for (let round = 0; round < 3; round += 1) {
    await write(mug('A', { brand: 'System' }))
    expect(await statusOf('A')).toBe('pending')
    await both()
    harness.erp.ledger.change('ERP-1', { brand: 'ERP' })
    await both()
  }
  await write(mug('A', { brand: 'System' }))
  expect(await statusOf('A')).toBe('conflict')
  expect((await harness.core.conflicts.list(connectionId, { limit: 10 })).items).toMatchObject([
    { reason: 'back_and_forth', fields: [{ path: 'brand' }] },
  ])
  expect(await push()).toMatchObject({ recordsPushed: 0 })
})

test('a record that came from the ERP is updated there, not created', async () => {
  harness.erp.ledger.records.push({
    erpId: 'P1',
    reference: '',
    fields: { sku: 'P1', name: 'Theirs' },
    version: 1,
    changedAt: '2026-01-01T00:00:00.000Z',
  })
  await pull()
  await write({ id: 'P1', name: 'Ours' } as { id: string })
  expect(await push()).toMatchObject({ recordsPushed: 1 })
  expect(harness.erp.ledger.calls.find(({ kind }) => kind === 'write')?.record).toMatchObject({ erpId: 'P1', changed: ['name'] })
  expect(harness.erp.ledger.records).toMatchObject([{ erpId: 'P1', fields: { name: 'Ours' } }])
})

test('an update of a record that the ERP has changed meanwhile is made of what it is now', async () => {
  await resolveBy('system_wins')
  await write(mug('A'))
  await both()
  await write(mug('A', { brand: 'Ours' }))
  harness.erp.ledger.change('ERP-1', { price: '14.00' })
  expect(await push()).toMatchObject({ status: 'success', recordsPushed: 1 })
  expect(harness.erp.ledger.records[0]?.fields).toMatchObject({ price: '14.00', brand: 'Ours' })
})

test('a dry run says how many would be pushed, and pushes none', async () => {
  await write(mug('A'))
  const log = await run({ direction: 'push', dryRun: true })
  expect(log).toMatchObject({ status: 'success', dryRun: true, recordsPushed: 1 })
  expect(await statusOf('A')).toBe('pending')
  expect((await harness.core.runs.entries(log.id, { limit: 10 })).items.map(({ message }) => message)).toContain('Would push 1 record')
  expect(harness.erp.ledger.records).toEqual([])
})

test('records that are not valid are refused together, with the paths', async () => {
  const wrong = write(mug('A'), mug('B', { price: 'much' }))
  await expect(wrong).rejects.toMatchObject({ code: 'request.invalid', details: { issues: [{ path: '1.price' }] } })
  await expect(read('A')).rejects.toMatchObject({ code: 'request.not-found' })
})

const byPath = (one: { path: string }, other: { path: string }) => one.path.localeCompare(other.path) * -1
