import type { SourceRecord } from '@linkspan/core'
import { aProduct, pagesOf, products } from '@linkspan/core/testing'
import fc from 'fast-check'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { caller, type Harness, startHarness } from '../testing/harness.ts'

let harness: Harness
let rows: readonly SourceRecord[] = []
let hasDigests = false
beforeEach(() => {
  hasDigests = false
})
beforeAll(async () => {
  harness = await startHarness(async function* (request) {
    for await (const page of pagesOf(rows, request, 10)) {
      yield { ...page, total: undefined, digest: hasDigests ? JSON.stringify(page.records.map(({ raw }) => raw)) : undefined }
    }
  })
  harness.startWorker()
})
afterAll(() => harness[Symbol.asyncDispose]())

const sync = async (connectionId: string, request: object = {}) =>
  harness.ended(await harness.start(connectionId, { mode: 'full', ...request }))
const feedOf = async (connectionId: string) => (await harness.core.records.changes(connectionId, 'products', 0, 1000)).next

/** Notes each time that its fields are read: once for its fingerprint, more often if it is mapped. */
const watched = (record: SourceRecord, looked: string[]): SourceRecord => ({
  ...record,
  get fields() {
    looked.push(record.id)
    return record.fields
  },
})

test('unchanged rows are not mapped again, and count as unchanged', async () => {
  const connectionId = await harness.connect()
  rows = products(35)
  expect(await sync(connectionId)).toMatchObject({ status: 'success', recordsCreated: 35 })
  const position = await feedOf(connectionId)
  const looked: string[] = []
  const seenLater = (record: SourceRecord) => ({ ...record, fields: { ...record.fields, sourceUpdatedAt: '2026-06-01T00:00:00.000Z' } })
  rows = products(35).map((record, at) => watched(at === 17 ? seenLater(record) : record, looked))
  expect(await sync(connectionId)).toMatchObject({ status: 'success', recordsUnchanged: 35, recordsCreated: 0, recordsDeleted: 0 })
  expect(new Set(looked).size).toBe(35)
  expect(new Set(looked.filter((id, at) => looked.indexOf(id) !== at))).toEqual(new Set(['P18']))
  expect(await feedOf(connectionId)).toBe(position)
})

test('no row of an unchanged page is read, and all count as unchanged', async () => {
  hasDigests = true
  const connectionId = await harness.connect()
  rows = products(75)
  await sync(connectionId)
  const position = await feedOf(connectionId)
  const looked: string[] = []
  rows = products(75).map((record, at) => watched(at === 17 ? aProduct(18, 2) : record, looked))
  expect(await sync(connectionId)).toMatchObject({ recordsUnchanged: 74, recordsUpdated: 1, recordsDeleted: 0 })
  const ofThePageThatChanged = products(75).slice(10, 20)
  expect(looked).toEqual(expect.arrayContaining(ofThePageThatChanged.map(({ id }) => id)))
  expect(looked).not.toContain('P1')
  expect(looked).not.toContain('P75')
  expect(await feedOf(connectionId)).toBe(position + 1)
})

test('an unchanged page whose stored records have changed is mapped again', async () => {
  hasDigests = true
  const connectionId = await harness.connect({ maxDeleteShare: 1 })
  rows = products(12)
  await sync(connectionId)
  hasDigests = false
  rows = [aProduct(3, 2), ...products(12).slice(5)]
  expect(await sync(connectionId)).toMatchObject({ recordsUpdated: 1, recordsDeleted: 4 })
  hasDigests = true
  rows = products(12)
  expect(await sync(connectionId, { dryRun: true })).toMatchObject({ recordsCreated: 4, recordsUpdated: 1 })
  expect(await sync(connectionId)).toMatchObject({ recordsCreated: 4, recordsUpdated: 1, recordsUnchanged: 7 })
})

test('pages that no longer exist are not kept', async () => {
  hasDigests = true
  const connectionId = await harness.connect({ maxDeleteShare: 1 })
  rows = products(35)
  await sync(connectionId)
  rows = products(8)
  await sync(connectionId)
  const client = new Redis(harness.redis.url)
  const [key] = await client.keys(`*{${connectionId}}:products:pages`)
  expect(await client.hkeys(key ?? '')).toEqual(['1'])
  client.disconnect()
})

test('an unchanged row is mapped again if its result depends on the time or on other rows', async () => {
  const connectionId = await harness.connect()
  rows = products(12)
  await sync(connectionId)
  rows = products(12).map((record) => (record.id === 'P7' ? { ...record, fields: { ...record.fields, active: false } } : record))
  expect(await sync(connectionId)).toMatchObject({ status: 'success', recordsUnchanged: 11, recordsUpdated: 1 })
})

test('an unchanged row is mapped again if an expression of the mapping asks for the time', async () => {
  const connectionId = await harness.connect()
  hasDigests = true
  await harness.core.syncConfigs.create(caller, {
    erpConnectionId: connectionId,
    dataType: 'products',
    direction: 'pull',
    settings: { transformations: [{ field: 'name', operation: 'jsonata', value: '$string($millis())' }] },
  } as Parameters<Harness['core']['syncConfigs']['create']>[1])
  rows = products(3)
  await sync(connectionId)
  expect(await sync(connectionId)).toMatchObject({ status: 'success', recordsUpdated: 3 })
})

test('after a change of the mapping or the settings every row is mapped again', async () => {
  const connectionId = await harness.connect()
  rows = products(12)
  await sync(connectionId)
  await harness.core.syncConfigs.create(caller, {
    erpConnectionId: connectionId,
    dataType: 'products',
    direction: 'pull',
    settings: { fieldMapping: { description: 'name' } },
  } as Parameters<Harness['core']['syncConfigs']['create']>[1])
  expect(await sync(connectionId)).toMatchObject({ recordsUpdated: 12 })
  expect(await sync(connectionId)).toMatchObject({ recordsUnchanged: 12 })
})

test('an unchanged row that was rejected is rejected again', async () => {
  const connectionId = await harness.connect()
  rows = [...products(3), { ...aProduct(4), fields: { sku: 'S4' } }]
  for (let time = 0; time < 3; time += 1) expect(await sync(connectionId)).toMatchObject({ recordsFailed: 1, recordsDeleted: 0 })
})

test('what the system has written since is merged although the row is unchanged', async () => {
  const connectionId = await harness.connect()
  rows = products(3)
  await sync(connectionId)
  await harness.core.records.write(caller, {
    connectionId,
    dataType: 'products',
    records: [{ id: 'P2', sku: 'SKU-2', name: 'Ours', price: '12.50', currency: 'EUR' }],
  })
  expect(await sync(connectionId)).toMatchObject({ status: 'success', recordsUnchanged: 3 })
  expect(await harness.core.records.get(connectionId, 'products', 'P2')).toMatchObject({ syncStatus: 'pending', data: { name: 'Ours' } })
})

test('whatever changes, is repeated, deleted or rejected between syncs, the records are the same as if every row were mapped', async () => {
  const aRow = fc.record({
    id: fc.integer({ min: 1, max: 15 }),
    revision: fc.integer({ min: 0, max: 2 }),
    isBad: fc.boolean(),
    note: fc.nat(1),
  })
  const times = fc.array(fc.array(aRow, { maxLength: 25 }), { minLength: 2, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(times, fc.boolean(), fc.boolean(), async (all, dryRun, digests) => {
      hasDigests = digests
      const connectionId = await harness.connect({ maxDeleteShare: 1, maxRejectShare: 1 })
      const expected = new Map<string, unknown>()
      for (const one of all) {
        const made = one.map(({ id, revision, isBad, note }) => {
          const record = aProduct(id, revision)
          const fields = isBad ? { ...record.fields, price: 'none' } : record.fields
          return { ...record, fields, raw: { ...fields, note } }
        })
        rows = [...made, aProduct(99)] // a pull of which all is rejected is an error
        if (dryRun) await sync(connectionId, { dryRun: true })
        expect(await sync(connectionId)).toMatchObject({ status: 'success' })
        const ids = new Set(rows.map(({ id }) => id))
        for (const id of expected.keys()) if (!ids.has(id)) expected.delete(id)
        for (const { id, fields } of rows) if (fields.price !== 'none') expected.set(id, fields.name)
      }
      const { items } = await harness.core.records.list(connectionId, 'products', { limit: 100 })
      expect(new Map(items.map(({ id, data }) => [id, data.name]))).toEqual(expected)
    }),
    { numRuns: 40 },
  )
})
