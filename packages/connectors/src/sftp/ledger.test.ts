import { expect, test } from 'vitest'
import { createMemory } from '../testing/open-context.ts'
import { createLedger, type LedgerEntry } from './ledger.ts'

const entry = (at: string, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  size: 10,
  mtime: 1000,
  sha256: `hash-of-${at}`,
  at,
  rows: 1,
  as: 'stored',
  ...more,
})
const now = new Date('2026-11-23T00:00:00Z')
const [old, recent] = ['2025-01-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z']

test('what is old and lies there no more is forgotten, with its content; the rest is kept', async () => {
  const memory = createMemory()
  const ledger = createLedger(memory, 'products')
  await ledger.note('gone.csv', entry(old))
  await ledger.note('there.csv', entry(old, { sha256: 'another' }))
  await ledger.note('new.csv', entry(recent))
  await createLedger(memory, 'inventory').note('gone.csv', entry(old))
  await memory.write({ 'sent:products:R1': JSON.stringify({ name: 'x', state: 'sent', at: old }) })
  await ledger.prune(new Set(['there.csv']), now)
  expect([...(await ledger.read(['gone.csv', 'there.csv', 'new.csv'])).keys()]).toEqual(['there.csv', 'new.csv'])
  expect(await ledger.knows(`hash-of-${old}`)).toEqual({ ever: false, latest: false })
  expect(memory.values.has('sent:products:R1')).toBe(false)
  expect(memory.values.has('file:inventory:gone.csv')).toBe(true)
})

test('it is looked through once a week, not in every sync', async () => {
  const memory = createMemory()
  const ledger = createLedger(memory, 'products')
  await ledger.prune(new Set(), now)
  await ledger.note('gone.csv', entry(old))
  await ledger.prune(new Set(), new Date(now.getTime() + 6 * 86_400_000))
  expect((await ledger.read(['gone.csv'])).size).toBe(1)
  await ledger.prune(new Set(), new Date(now.getTime() + 8 * 86_400_000))
  expect((await ledger.read(['gone.csv'])).size).toBe(0)
})

test('a file that could not be read is known by its name, and its content is not taken for stored', async () => {
  const ledger = createLedger(createMemory(), 'products')
  await ledger.note('bad.csv', entry(recent, { as: 'unreadable' }))
  expect(await ledger.knowsSize(10)).toBe(false)
  expect((await ledger.read(['bad.csv'])).get('bad.csv')?.as).toBe('unreadable')
})
