import { expect, test } from 'vitest'
import { readRecordFilter } from './record-filter.ts'

test('takes what it knows from an address and leaves the rest out', () => {
  expect(readRecordFilter({ dataType: 'orders', status: 'error', q: 4711, deleted: true, more: 1 })).toEqual({
    dataType: 'orders',
    status: 'error',
    q: '4711',
    deleted: true,
  })
  expect(readRecordFilter({ dataType: 'shoes', status: 7, q: '', deleted: 'yes' })).toEqual({})
})
