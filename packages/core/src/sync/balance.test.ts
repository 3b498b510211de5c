import { expect, test } from 'vitest'
import { atTheBeginning, noCounts } from '../runs/run.ts'
import { assertBalanced } from './balance.ts'

const counts = { ...noCounts, read: 10, created: 4, updated: 2, unchanged: 1, filtered: 2, rejected: 1 }
const checkpoint = { ...atTheBeginning, pages: 2, complete: true }
const incomplete = expect.objectContaining({ code: 'run.incomplete' })

test('a run whose every record has one fate is a success', () => {
  expect(() => assertBalanced(counts, checkpoint)).not.toThrow()
  expect(() => assertBalanced(counts, { ...checkpoint, total: 10, distinct: 7 })).not.toThrow()
})

test('a record without a fate, or with two, is not', () => {
  expect(() => assertBalanced({ ...counts, read: 11 }, checkpoint)).toThrow(incomplete)
  expect(() => assertBalanced({ ...counts, created: 5 }, checkpoint)).toThrow(incomplete)
})

test('a run that never saw the last page is not', () => {
  expect(() => assertBalanced(counts, { ...checkpoint, complete: false })).toThrow(incomplete)
})

test('fewer different records than the ERP announced are not, and the figures are told', () => {
  expect(() => assertBalanced(counts, { ...checkpoint, total: 11, distinct: 7 })).toThrow(
    /announced 11 records, but only 10 different ones/,
  )
})
