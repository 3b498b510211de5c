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
