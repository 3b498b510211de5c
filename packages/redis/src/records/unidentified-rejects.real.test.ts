import type { SourceRecord } from '@linkspan/core'
import { pagesOf, products } from '@linkspan/core/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caller, type Harness, startHarness } from '../testing/harness.ts'

/** Full runs that reject rows of which nobody knows which records they are. */
let harness: Harness
let rows: readonly SourceRecord[] = []
beforeAll(async () => {
  harness = await startHarness((request) => pagesOf(rows, request, 10))
  harness.startWorker()
})
afterAll(() => harness[Symbol.asyncDispose]())

type Change = (row: SourceRecord, at: number) => SourceRecord

/** A full run over 40 records, and one over what they have become. */
async function syncedAgain(connectionId: string, before: Change, after: Change) {
  const full = async (change: Change) => {
    rows = products(40).map(change)
    return harness.ended(await harness.start(connectionId, { mode: 'full' }))
  }
  await full(before)
  const log = await full(after)
  const { items } = await harness.core.runs.entries(log.id, { limit: 50 })
  const kept = await harness.core.records.list(connectionId, 'products', { limit: 100 })
  return {
    log,
    told: items.map(({ message }) => message).filter((message) => message.includes('None was deleted')),
    kept: kept.items.length,
  }
}

const unchanged: Change = (row) => row
const doubt = [
  '8 records did not come. None was deleted, because 8 rejected rows have no id that can be relied on, and may be what is missing',
]

test('rows without an id delete no record', async () => {
  const { log, told, kept } = await syncedAgain(await harness.connect(), unchanged, (row, at) => (at < 8 ? { ...row, id: '' } : row))
  expect(log).toMatchObject({ status: 'success', recordsFailed: 8, recordsDeleted: 0 })
  expect(told).toEqual(doubt)
  expect(kept).toBe(40)
})

test('rows with a damaged id delete no record', async () => {
  const damaged: Change = (row, at) =>
    at < 8 ? { ...row, id: `4.0${at}E+12`, hasDamagedId: true, rejection: { path: 'sku', message: 'is rounded' } } : row
  const { log, told, kept } = await syncedAgain(await harness.connect(), unchanged, damaged)
  expect(log).toMatchObject({ recordsFailed: 8, recordsDeleted: 0 })
  expect(told).toEqual(doubt)
  expect(kept).toBe(40)
})

test.each([[], [{ field: 'price', operation: 'number' }]])(
  'rows to which the mapping gives no id delete no record, whatever else is wrong with them',
  async (...transformations) => {
    const connectionId = await harness.connect()
    await harness.core.syncConfigs.create(caller, {
      erpConnectionId: connectionId,
      dataType: 'products',
      settings: { fieldMapping: { id: 'code' }, transformations },
    } as never)
    const coded =
      (bad: number): Change =>
      (row, at) => ({
        ...row,
        fields: { ...row.fields, ...(at < bad && { price: 'abc' }) },
        raw: { code: at < bad ? null : `C${at}` },
      })
    const { log, told, kept } = await syncedAgain(connectionId, coded(0), coded(8))
    expect(log).toMatchObject({ recordsFailed: 8, recordsDeleted: 0 })
    expect(told).toEqual(doubt)
    expect(kept).toBe(40)
  },
)

test('a rejected row with its id does not keep others from being deleted', async () => {
  const { log, told, kept } = await syncedAgain(await harness.connect(), unchanged, (row, at) => {
    if (at === 0) return { ...row, fields: { ...row.fields, price: 'abc' } }
    return at === 1 ? { ...row, id: 'P100' } : row
  })
  expect(log).toMatchObject({ recordsFailed: 1, recordsCreated: 1, recordsDeleted: 1 })
  expect(told).toEqual([])
  expect(kept).toBe(40)
})
