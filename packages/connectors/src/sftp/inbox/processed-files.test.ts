import { createState } from '@linkspan/connector-kit/testing/open-context'
import { expect, test } from 'vitest'
import { createProcessedFiles, type ProcessedFile } from './processed-files.ts'

const entry = (at: string, more: Partial<ProcessedFile> = {}): ProcessedFile => ({
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

test('old entries of files that are gone are deleted, with their content hash; the rest is kept', async () => {
  const state = createState()
  const processedFiles = createProcessedFiles(state, 'products')
  await processedFiles.add('gone.csv', entry(old))
  await processedFiles.add('there.csv', entry(old, { sha256: 'another' }))
  await processedFiles.add('new.csv', entry(recent))
  await createProcessedFiles(state, 'inventory').add('gone.csv', entry(old))
  await state.write({ 'sent:products:R1': JSON.stringify({ name: 'x', state: 'sent', at: old }) })
  await processedFiles.prune(new Set(['there.csv']), now)
  expect([...(await processedFiles.read(['gone.csv', 'there.csv', 'new.csv'])).keys()]).toEqual(['there.csv', 'new.csv'])
  expect(await processedFiles.knows(`hash-of-${old}`)).toEqual({ ever: false, latest: false })
  expect(state.values.has('sent:products:R1')).toBe(false)
  expect(state.values.has('file:inventory:gone.csv')).toBe(true)
})

test('pruning happens once a week, not in every sync', async () => {
  const state = createState()
  const processedFiles = createProcessedFiles(state, 'products')
  await processedFiles.prune(new Set(), now)
  await processedFiles.add('gone.csv', entry(old))
  await processedFiles.prune(new Set(), new Date(now.getTime() + 6 * 86_400_000))
  expect((await processedFiles.read(['gone.csv'])).size).toBe(1)
  await processedFiles.prune(new Set(), new Date(now.getTime() + 8 * 86_400_000))
  expect((await processedFiles.read(['gone.csv'])).size).toBe(0)
})

test('an unreadable file is remembered by name, but its content does not count as stored', async () => {
  const processedFiles = createProcessedFiles(createState(), 'products')
  await processedFiles.add('bad.csv', entry(recent, { as: 'unreadable' }))
  expect(await processedFiles.knowsSize(10)).toBe(false)
  expect((await processedFiles.read(['bad.csv'])).get('bad.csv')?.as).toBe('unreadable')
})
