import type { ERPRecord, ERPSyncLog, ERPSyncStatistics } from '@linkspan/core'
import { createDataset } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { differencesOfRecords } from '../chaos/compare.ts'
import { differencesOfCounts } from '../chaos/counts.ts'
import { faultsIn } from '../chaos/endings.ts'
import { differencesOfEvents } from '../chaos/events.ts'
import { differenceIn, fieldsOf } from '../chaos/fields.ts'
import { anOrder } from '../chaos/orders.ts'
import { differencesOfDeliveries } from '../chaos/receiver.ts'
import { differencesOfStatistics } from '../chaos/statistics.ts'

const counts = { recordsCreated: 3, recordsUpdated: 1, recordsUnchanged: 0, recordsPushed: 2, recordsFailed: 0, recordsProcessed: 6 }
const log = (id: string, changes: Partial<ERPSyncLog> = {}) =>
  ({
    id,
    dataType: 'orders',
    status: 'success',
    completedAt: '2026-11-23T10:00:02.000Z',
    duration: 2,
    recordsDeleted: 0,
    recordsConflicted: 0,
    ...counts,
    ...changes,
  }) as ERPSyncLog

const failed = log('two', {
  status: 'error',
  completedAt: '2026-11-23T10:00:09.000Z',
  duration: 1,
  errorMessage: 'away',
  errorDetails: { code: 'remote.timeout' } as NonNullable<ERPSyncLog['errorDetails']>,
})
const totals = {
  totalSyncs: 2,
  successfulSyncs: 1,
  failedSyncs: 1,
  lastSyncDate: '2026-11-23T10:00:09.000Z',
  avgSyncDuration: 1.5,
  totalRecordsProcessed: 12,
  successRate: 0.5,
}
const statistics = { ...totals, byDataType: { orders: totals }, daily: [{ date: '2026-11-23', syncs: 2, failed: 1, recordsProcessed: 12 }] }

test('orders with different numbers differ, and the same number always gives the same order', () => {
  const texts = Array.from({ length: 2000 }, (_, number) => JSON.stringify(anOrder('id', number)))
  expect(new Set(texts).size).toBe(2000)
  expect(JSON.stringify(anOrder('id', 7))).toBe(texts[7])
})

test('a field that differs, is missing or is in another line is a difference; decimals are compared by value', () => {
  const expected = fieldsOf({ total: '25.00', shipTo: { city: 'Bern' }, lines: [{ quantity: '2' }, { quantity: '3' }], gone: null })
  const same = { total: '25.0', shipTo: { city: 'Bern', line1: 'Ring 1' }, lines: [{ quantity: '2.0' }, { quantity: '3' }] }
  expect(differenceIn('it', fieldsOf(same), expected)).toEqual([])
  expect(differenceIn('it', fieldsOf({ ...same, total: '25.01' }), expected)).toEqual(['it has total "25.01" instead of "25"'])
  expect(differenceIn('it', fieldsOf({ ...same, shipTo: {} }), expected)).toEqual(['it has shipTo.city missing instead of "Bern"'])
  expect(differenceIn('it', fieldsOf({ ...same, lines: [...same.lines].reverse() }), expected)).toHaveLength(1)
  expect(differenceIn('it', fieldsOf({ ...same, lines: [...same.lines, { quantity: '4' }] }), expected)).toHaveLength(1)
})

test('records that are changed, missing, duplicated, added or not synced differ from the rows of the ERP', () => {
  const dataset = createDataset({ products: 3 })
  const held = [...dataset.products].map((row) => ({ id: row.id, erpId: row.id, syncStatus: 'synced', data: row }) as unknown as ERPRecord)
  const [first, second, third] = held as [ERPRecord, ERPRecord, ERPRecord]
  const compared = (records: readonly ERPRecord[]) => differencesOfRecords('products', { dataset }, records)
  expect(compared(held)).toEqual([])
  expect(compared([{ ...first, data: { ...first.data, price: '0.01' } }, second, third])).toHaveLength(1)
  expect(compared([first, second])).toEqual([`${third.id} of products is in the ERP but not here`])
  expect(compared([...held, { ...first, id: 'other' }])).not.toEqual([])
  expect(compared([...held, { ...first, erpId: 'other' }])).toEqual(['other of products is here but not in the ERP'])
  expect(compared([first, second, { ...third, syncStatus: 'uncertain' }])).toHaveLength(1)
})

test('a run that has not ended, or has an unexpected error, failed records or wrong counts, is a fault', () => {
  expect(faultsIn([log('one'), failed])).toEqual([])
  expect(faultsIn([log('one', { status: 'syncing' })])).toEqual(['one (orders) has not ended: it is "syncing"'])
  const errorDetails = { code: 'internal.bug' } as NonNullable<ERPSyncLog['errorDetails']>
  expect(faultsIn([log('one', { status: 'error', errorMessage: 'oh', errorDetails })])).toEqual([
    'one (orders) ended with internal.bug: oh',
  ])
  expect(faultsIn([log('one', { recordsFailed: 1, recordsProcessed: 7 })])).toEqual(['1 records of one (orders) failed'])
  expect(faultsIn([log('one', { recordsProcessed: 5 })])).toHaveLength(1)
})

test('the runs must not count more or fewer records than the ERP has stored, updated and deleted', () => {
  expect(differencesOfCounts([log('one'), log('two')], { stored: 3, updated: 1 }, 0)).toEqual([])
  expect(differencesOfCounts([log('one')], { stored: 3, updated: 1 }, 0)).toHaveLength(1)
  expect(differencesOfCounts([log('one')], { stored: 1, updated: 0 }, 0)).toHaveLength(1)
  expect(differencesOfCounts([log('one', { recordsDeleted: 2 })], { stored: 2, updated: 0 }, 1)).toHaveLength(1)
  expect(differencesOfCounts([log('one', { dataType: 'products', recordsDeleted: 1 })], { stored: 2, updated: 0 }, 1)).toHaveLength(1)
  expect(differencesOfCounts([log('one', { recordsConflicted: 1 })], { stored: 2, updated: 0 }, 0)).toHaveLength(1)
})

test('every figure of the statistics is compared', () => {
  const compared = (told: object) => differencesOfStatistics({ ...statistics, ...told } as ERPSyncStatistics, [log('one'), failed])
  expect(compared({})).toEqual([])
  for (const [name, value] of Object.entries(totals)) {
    const wrong = { [name]: typeof value === 'number' ? value + 0.001 : '2026-11-23T10:00:02.000Z' }
    expect(compared(wrong)).toHaveLength(1)
    expect(compared({ byDataType: { orders: { ...totals, ...wrong } } })).toHaveLength(1)
  }
  expect(compared({ byDataType: {} })).toHaveLength(1)
  expect(compared({ byDataType: { orders: totals, products: totals } })).not.toEqual([])
  expect(compared({ daily: [{ date: '2026-11-23', syncs: 2, failed: 0, recordsProcessed: 12 }] })).toHaveLength(1)
  expect(compared({ daily: [{ date: '2026-11-24', syncs: 0, failed: 0, recordsProcessed: 0 }] })).toHaveLength(1)
})

test('an end, a change or an order that events tell never, twice, wrongly or too late is a difference', () => {
  const changed = (from: number, to: number, more: object = {}) => ({
    type: 'records.changed' as const,
    data: { dataType: 'orders', from, to, counts: { created: to - from, updated: 0, deleted: 0, ...more } },
  })
  const order = (recordId: string, erpId = `ERP-${recordId}`) => ({
    type: 'order.pushed' as const,
    data: { syncLogId: 'one', dataType: 'orders', recordId, erpId },
  })
  const end = (type: 'sync.succeeded' | 'sync.failed', id = 'one', pushed = 2) => ({
    type,
    data: { syncLogId: id, dataType: 'orders', counts: { pushed } },
  })
  const records = ['a', 'b'].map((id) => ({ id, erpId: `ERP-${id}` }))
  const told = [changed(0, 1), order('a'), changed(1, 2), order('b'), end('sync.succeeded')] as const
  const [first, pushedA, second, pushedB, ended] = told
  const compared = (events: Parameters<typeof differencesOfEvents>[0], logs = [log('one')]) =>
    differencesOfEvents(events, logs, [{ dataType: 'orders', records, end: 2 }], ['a', 'b'])

  expect(compared(told)).toEqual([])
  expect(compared([first, pushedA, second, pushedB])).toEqual(['the end of one was told 0 times'])
  expect(compared([...told, ended])).toEqual(['the end of one was told 2 times'])
  expect(compared([first, pushedA, second, pushedB, end('sync.failed')])).toHaveLength(1)
  expect(compared([first, pushedA, second, pushedB, end('sync.succeeded', 'one', 1)])).toHaveLength(1)
  expect(compared([first, pushedA, second, ended, pushedB])).toEqual(['one told something behind its end'])
  expect(compared([...told, end('sync.succeeded', 'other')])).toEqual(['the end of other was told, but there is no such run'])
  expect(compared([pushedA, second, pushedB, ended])).toContain('the events of orders go on from position 1 behind 0')
  expect(compared([first, first, pushedA, second, pushedB, ended])).toContain('the events of orders go on from position 0 behind 1')
  expect(compared([first, pushedA, pushedB, ended])).toContain('the events of orders end at position 1, the feed at 2')
  expect(compared([first, pushedA, changed(1, 2, { created: 0, updated: 1 }), pushedB, ended])).toEqual([
    'the events of orders lead to 1 records, but there are 2',
  ])
  expect(compared([first, second, pushedB, ended])).toContain('order a was never told as pushed')
  expect(compared([first, pushedA, pushedA, second, pushedB, ended])).toHaveLength(1)
  expect(compared([first, order('a', 'ERP-7'), second, pushedB, ended])).toEqual([`order a was told with the ERP's id ERP-7`])
  expect(compared([...told.slice(0, 4), { type: 'order.refused', data: { recordId: 'a' } }, ended])).toEqual([
    'order a was told as refused',
  ])
  expect(compared(told, [log('one', { status: 'syncing' })])).toEqual([])
})

test('deliveries may come again, but none may be missing, out of order or made up', () => {
  const got = (...ids: string[]) => ids.map((id) => ({ id: id.replace('!', ''), body: '', isAccepted: !id.endsWith('!') }))
  expect(differencesOfDeliveries([['a', 'b', 'c']], got('a!', 'a', 'a', 'b', 'a', 'c'))).toEqual([])
  expect(differencesOfDeliveries([['a', 'b', 'c']], got('a', 'c', 'b', 'c'))).toEqual(['the receiver got c before b'])
  expect(differencesOfDeliveries([['a', 'b']], got('a!', 'b', 'a'))).toEqual([
    'the receiver got b before a',
    'the receiver never got b and what is behind it: 1 of 2 events',
  ])
  expect(differencesOfDeliveries([['a'], ['b', 'c']], got('b', 'a', 'c'))).toEqual([])
  expect(differencesOfDeliveries([['a'], ['b', 'c']], got('c', 'a', 'b', 'c'))).toEqual(['the receiver got c before b'])
  expect(differencesOfDeliveries([['a'], ['b']], got('a', 'b', 'x'))).toEqual(['the receiver got x, which is in no event log: '])
})
