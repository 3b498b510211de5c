import { expect, test } from 'vitest'
import { readFilter } from './filter.ts'

test('takes what it knows from an address and leaves the rest out', () => {
  expect(readFilter({ status: 'error', dataType: 'orders', connection: 'erp_1', more: 1 })).toEqual({
    status: 'error',
    dataType: 'orders',
    connection: 'erp_1',
  })
  expect(readFilter({ status: 'broken', dataType: 7, connection: null })).toEqual({})
})
