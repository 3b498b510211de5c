import { expect, test } from 'vitest'
import { readConflictsSearch } from './filter.ts'

test('takes what it knows from an address and leaves the rest out', () => {
  const known = {
    status: 'resolved',
    connection: 'erp_1',
    dataType: 'orders',
    reason: 'back_and_forth',
    field: 'price',
    peek: 'conflict_1',
  }
  expect(readConflictsSearch({ ...known, more: 1 })).toEqual(known)
  expect(readConflictsSearch({ status: 'open', connection: 1, dataType: 'x', reason: 'y', field: null, peek: 7 })).toEqual({})
})
