import { expect, test } from 'vitest'
import type { OutboxEntry } from './entry.ts'
import { type ConflictResolution, reconcile } from './reconcile.ts'

const agreed = { sku: 'A', price: '10.00', name: 'Mug' }
const entry = (more: Partial<OutboxEntry> = {}): OutboxEntry => ({
  status: 'pending',
  source: 'system',
  erpId: 'ERP-1',
  erpVersion: '1',
  reference: 'A',
  revision: 2,
  changedAt: '2026-03-01T10:00:00.000Z',
  base: { ours: agreed, theirs: agreed, unconfirmed: [] },
  sent: null,
  isEchoAwaited: false,
  pushed: null,
  revertedHashes: [],
  error: null,
  conflictId: null,
  conflictReason: null,
  written: null,
  normalised: {},
  ...more,
})
const ours = { ...agreed, price: '12.00' }
const theirs = (changedAt: string | null) => ({ erpId: 'ERP-1', data: { ...agreed, price: '15.00' }, changedAt, version: '2' })
const priceAfter = (resolution: ConflictResolution, changedAt: string | null, more: Partial<OutboxEntry> = {}) =>
  reconcile(entry(more), ours, theirs(changedAt), resolution).data.price

test.each([
  ['the ERP changed it later', '2026-03-01T10:00:00.001Z', '15.00'],
  ['both changed it at the same time', '2026-03-01T10:00:00.000Z', '15.00'],
  ['the ERP does not say when', null, '15.00'],
  ['the system changed it later', '2026-03-01T09:59:59.999Z', '12.00'],
])('newest_wins: %s', (_, changedAt, price) => {
  expect(priceAfter('newest_wins', changedAt)).toBe(price)
})

test('an open conflict waits for a person, even if the configured resolution has changed since', () => {
  for (const resolution of ['erp_wins', 'system_wins', 'newest_wins', 'manual'] as const) {
    const result = reconcile(entry({ status: 'conflict', conflictId: 'c1' }), ours, theirs('2026-03-02T10:00:00.000Z'), resolution)
    expect(result).toMatchObject({
      data: { price: '12.00' },
      entry: { status: 'conflict', base: { ours: agreed } },
      contested: [{ path: 'price' }],
    })
  }
})

test('what an answer to a write does not show keeps waiting for its form', () => {
  const sent = { ...agreed, price: '10.126' }
  const written = { version: null, serverTime: null }
  const waiting = entry({ status: 'synced', base: { ours: sent, theirs: sent, unconfirmed: ['price', 'name'] }, written })
  const answer = { erpId: 'ERP-1', data: sent, changedAt: null, version: null, shownFields: new Set(['name']) }
  const { entry: after } = reconcile(waiting, sent, answer, 'erp_wins')
  expect(after).toMatchObject({ base: { unconfirmed: ['price'] }, written })

  const rounded = { erpId: 'ERP-1', data: { ...agreed, price: '10.13' }, changedAt: null, version: null }
  expect(reconcile(after, { ...agreed, price: '12.00' }, rounded, 'manual')).toMatchObject({
    data: { price: '12.00' },
    contested: [],
    normalised: [{ path: 'price', sent: '10.126' }],
    entry: { status: 'pending', base: { unconfirmed: [] } },
  })
})

test('an answer to a creation that shows no content confirms nothing', () => {
  const created = entry({ status: 'synced', base: { ours: agreed, theirs: null, unconfirmed: [] } })
  const answer = { erpId: 'ERP-1', data: { sku: 'A' }, changedAt: null, version: null, shownFields: new Set(['sku']) }
  expect(reconcile(created, agreed, answer, 'erp_wins').entry.base?.unconfirmed).toEqual(['price', 'name'])
})

test('a change that never arrived is not taken for one whose value was cut: the old value is still there', () => {
  const before = { sku: 'A', customerReference: 'PO-1' }
  const sent = {
    revision: 2,
    data: { sku: 'A', customerReference: 'PO-12' },
    hash: 'h2',
    epoch: 1,
    runId: 'log_1',
    firstAt: '2026-03-01T10:00:00.000Z',
    at: '2026-03-01T10:00:00.000Z',
    attempts: 1,
  }
  const lost = entry({ status: 'uncertain', base: { ours: before, theirs: before, unconfirmed: [] }, sent })
  const shown = (customerReference: string) => ({ erpId: 'ERP-1', data: { sku: 'A', customerReference }, changedAt: null, version: null })
  expect(reconcile(lost, sent.data, shown('PO-1'), 'erp_wins').entry).toMatchObject({ status: 'pending', sent: { revision: 2 } })
  expect(reconcile(lost, sent.data, shown('PO-12'), 'erp_wins').entry).toMatchObject({ status: 'synced', sent: null })
})

test('a value that the system had replaced before the ERP showed its form can be written again', () => {
  const sent = { ...agreed, price: '10.126' }
  const waiting = entry({ base: { ours: sent, theirs: sent, unconfirmed: ['price'] } })
  const rounded = { erpId: 'ERP-1', data: { ...agreed, price: '10.13' }, changedAt: null, version: null }
  const normalisedBeside = (price: string) => reconcile(waiting, { ...agreed, price }, rounded, 'manual').entry.normalised
  expect(normalisedBeside('10.126')).toEqual({ price: '10.126' })
  expect(normalisedBeside('10.13')).toEqual({ price: '10.126' })
  expect(normalisedBeside('12.00')).toEqual({})
})

test('a value that the ERP drops because of another write can be written again', () => {
  const written = { version: '2', serverTime: null }
  const waiting = entry({ status: 'synced', base: { ours, theirs: ours, unconfirmed: ['price'] }, written })
  const { name: _, ...dropped } = ours
  const result = reconcile(waiting, ours, { erpId: 'ERP-1', data: dropped, changedAt: null, version: '2' }, 'manual')
  expect(result).toMatchObject({ data: dropped, normalised: [{ path: 'name' }] })
  expect(result.entry.normalised).toEqual({})
})

test('what the ERP alone changes while a conflict is open is taken each time, and never contested', () => {
  const shown = (brand: string) => ({ erpId: 'ERP-1', data: { ...agreed, price: '15.00', brand }, changedAt: null, version: null })
  const first = reconcile(entry(), ours, shown('First'), 'manual')
  expect(first).toMatchObject({ data: { price: '12.00', brand: 'First' }, contested: [{ path: 'price', base: '10.00' }] })
  const second = reconcile({ ...first.entry, conflictId: 'c1' }, first.data, shown('Second'), 'manual')
  expect(second.contested).toEqual([{ path: 'price', base: '10.00', erp: '15.00', system: '12.00' }])
  expect(second.data).toMatchObject({ price: '12.00', brand: 'Second' })
})
