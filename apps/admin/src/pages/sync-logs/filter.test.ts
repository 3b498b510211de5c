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

test('takes ranges, times, a trigger, a client and words', () => {
  const filter = { since: '-24h', until: '2026-11-29T12:00:00.000Z', trigger: 'retry', client: 'acme', q: 'access denied' }
  expect(readFilter(filter)).toEqual(filter)
  expect(readFilter({ since: 'yesterday', until: 'never', trigger: 'moon', client: ' ', q: 4711 })).toEqual({ q: '4711' })
})
