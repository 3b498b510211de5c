import { expect, test } from 'vitest'
import { atTheBeginning, noCounts } from '../runs/run.ts'
import { assertBalanced } from './balance.ts'

const counts = { ...noCounts, read: 10, created: 4, updated: 2, unchanged: 1, filtered: 2, rejected: 1 }
const checkpoint = { ...atTheBeginning, pages: 2, complete: true }
const incomplete = expect.objectContaining({ code: 'run.incomplete' })

test('a run in which every record is accounted for once is balanced', () => {
  expect(() => assertBalanced(counts, checkpoint)).not.toThrow()
  expect(() => assertBalanced(counts, { ...checkpoint, total: 10, distinct: 7 })).not.toThrow()
})

test('a record that is not accounted for, or twice, is an error', () => {
  expect(() => assertBalanced({ ...counts, read: 11 }, checkpoint)).toThrow(incomplete)
  expect(() => assertBalanced({ ...counts, created: 5 }, checkpoint)).toThrow(incomplete)
})

test('a run that never saw the last page is an error', () => {
  expect(() => assertBalanced(counts, { ...checkpoint, complete: false })).toThrow(incomplete)
})

test('fewer distinct records than the ERP announced are an error that shows the figures', () => {
  expect(() => assertBalanced(counts, { ...checkpoint, total: 11, distinct: 7 })).toThrow(/announced 11 records, but only 10 distinct ones/)
})
