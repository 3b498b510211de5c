import { AppError, asCursor, type Page, type PullRequest, type SourceRecord } from '@linkspan/core'
import { pagesOf, products } from '@linkspan/core/testing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { caller, type Harness, startHarness } from '../testing/harness.ts'

let harness: Harness
let connectionId: string
let shown: readonly SourceRecord[]
let isPartial = false
async function* pages(request: PullRequest): AsyncGenerator<Page> {
  for await (const page of pagesOf(shown, request, 10)) yield { ...page, partial: isPartial && page.next !== null }
}
beforeAll(async () => {
  harness = await startHarness(pages)
  harness.startWorker()
})
afterAll(() => harness[Symbol.asyncDispose]())
beforeEach(async () => {
  shown = products(25)
  isPartial = false
  connectionId = await harness.connect()
  expect(await full()).toMatchObject({ status: 'success', recordsCreated: 25, recordsDeleted: 0 })
})

const sync = async (request: Record<string, unknown>) => harness.ended(await harness.start(connectionId, request))
const full = () => sync({ mode: 'full' })
const without = (...numbers: number[]) => products(25).filter(({ id }) => !numbers.includes(Number(id.slice(1))))
const held = async () => (await harness.core.records.list(connectionId, 'products', { limit: 100 })).items.map(({ id }) => id)
const changes = (after = 0) => harness.core.records.changes(connectionId, 'products', after, 100)

test('records that a full run does not see are deleted, with a tombstone in the change feed', async () => {
  const { next } = await changes()
  shown = without(3, 24)
  expect(await full()).toMatchObject({ status: 'success', recordsDeleted: 2, recordsUnchanged: 23 })
  expect(await held()).toHaveLength(23)
  expect((await changes(next)).changes).toMatchObject([
    { id: 'P3', deleted: true },
    { id: 'P24', deleted: true },
  ])
  expect(await full()).toMatchObject({ recordsDeleted: 0 })
  expect((await changes(next)).changes).toHaveLength(2)
})

test('missing records are deleted even if as many are new, or one appears twice in place of another', async () => {
  shown = [...without(3, 24), ...products(27).slice(25)]
  expect(await full()).toMatchObject({ recordsCreated: 2, recordsDeleted: 2 })
  shown = [...shown.slice(1), ...shown.slice(1, 2)]
  harness.erp.pages = async function* (request) {
    for await (const page of pagesOf(shown, request, 10)) yield { ...page, total: undefined }
  }
  expect(await full()).toMatchObject({ recordsDeleted: 1 })
  harness.erp.pages = pages
})

test('a record that comes back is created again', async () => {
  shown = without(3)
  await full()
  const { next } = await changes()
  shown = products(25)
  expect(await full()).toMatchObject({ recordsCreated: 1, recordsUnchanged: 24, recordsDeleted: 0 })
  expect((await changes(next)).changes).toMatchObject([{ id: 'P3', deleted: false }])
})

test('an incremental run deletes nothing', async () => {
  shown = []
  expect(await sync({ mode: 'incremental' })).toMatchObject({ status: 'success', recordsDeleted: 0 })
  expect(await held()).toHaveLength(25)
})

test('if a page says that not everything is shown, a full run deletes nothing', async () => {
  shown = without(3, 24)
  isPartial = true
  expect(await full()).toMatchObject({ status: 'success', recordsDeleted: 0, recordsUnchanged: 23 })
  expect(await held()).toHaveLength(25)
  isPartial = false
  expect(await full()).toMatchObject({ recordsDeleted: 2 })
})

test('if too much would be deleted, nothing is, and the run says so with the figures', async () => {
  shown = without(1, 2, 3, 4, 5, 6, 7, 8)
  const log = await full()
  expect(log).toMatchObject({
    status: 'error',
    recordsDeleted: 0,
    errorDetails: { code: 'run.too-many-deletions', details: { gone: 8, live: 25 } },
  })
  expect(log.errorMessage).toBe(
    '8 of 25 records (32 %) are no longer in the ERP, more than the 30 % that may be deleted at once. None was deleted',
  )
  expect(await held()).toHaveLength(25)
  shown = []
  expect(await full()).toMatchObject({ status: 'error', errorDetails: { code: 'run.too-many-deletions' } })

  await harness.core.connections.update(caller, { id: connectionId, change: { settings: { maxDeleteShare: 1 } } })
  expect(await full()).toMatchObject({ status: 'success', recordsDeleted: 25 })
})

test('a run that began with changes only deletes nothing, though the source is no longer asked for changes', async () => {
  await harness.core.connections.update(caller, { id: connectionId, change: { settings: { maxDeleteShare: 1 } } })
  let failures = 0
  harness.erp.pages = async function* (request) {
    const rows = request.since === null ? shown : shown.slice(0, 20)
    for await (const page of pagesOf(rows, request, 10)) {
      if (page.next !== asCursor('10') && failures++ === 0) {
        harness.erp.isIncremental = false // somebody changes the settings of the connection while the run waits
        throw new AppError('remote.unreachable', 'GET /products: no connection')
      }
      yield { records: page.records, next: page.next }
    }
  }
  expect(await sync({ mode: 'incremental' })).toMatchObject({ status: 'success', attempts: 2, recordsDeleted: 0 })
  expect(await held()).toHaveLength(25)
  harness.erp.isIncremental = true
  harness.erp.pages = pages
})

test('an incomplete full run deletes nothing', async () => {
  shown = without(3)
  harness.erp.pages = async function* (request) {
    for await (const page of pagesOf(shown, request, 10)) yield { ...page, total: 25 }
  }
  expect(await full()).toMatchObject({ status: 'error', recordsDeleted: 0, errorDetails: { code: 'run.incomplete' } })
  expect(await held()).toHaveLength(25)
  harness.erp.pages = (request) => pagesOf(shown, request, 10)
})

test('a record that is rejected this time is not deleted', async () => {
  shown = products(25).map((record) => (record.id === 'P3' ? { ...record, fields: { ...record.fields, price: 'abc' } } : record))
  expect(await full()).toMatchObject({ status: 'success', recordsFailed: 1, recordsDeleted: 0 })
  expect(await held()).toContain('P3')
})

test('a dry run says how many it would delete, and deletes none', async () => {
  shown = without(3)
  expect(await sync({ mode: 'full', dryRun: true })).toMatchObject({ status: 'success', recordsUnchanged: 24, recordsDeleted: 1 })
  expect(await held()).toHaveLength(25)
})

test('a record that the system has written and the ERP does not have yet stays', async () => {
  await harness.core.syncConfigs.create(caller, {
    erpConnectionId: connectionId,
    dataType: 'products',
    direction: 'pull',
    enabled: false,
    settings: { conflictResolution: 'manual' }, // under erp_wins the ERP's deletion of P3 would win
  } as Parameters<typeof harness.core.syncConfigs.create>[1])
  await harness.core.records.write(caller, {
    connectionId,
    dataType: 'products',
    records: [
      { id: 'OURS', name: 'Ours' },
      { id: 'P3', name: 'Ours too' },
    ],
  })
  shown = without(3, 4)
  expect(await full()).toMatchObject({ status: 'success', recordsDeleted: 1 })
  expect(await held()).toEqual(expect.arrayContaining(['OURS', 'P3']))
})
