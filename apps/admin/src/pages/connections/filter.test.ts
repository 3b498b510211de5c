import type { ERPConnection } from '@linkspan/client'
import { expect, test } from 'vitest'
import { fits, readFilter } from './filter.ts'

test('an address is read as a filter, and what is unknown is left out', () => {
  expect(readFilter({ q: 'sap', status: 'error', provider: 'SAP', open: 'erp_1', other: 1 })).toEqual({
    q: 'sap',
    status: 'error',
    provider: 'SAP',
    open: 'erp_1',
  })
  expect(readFilter({ q: '', status: 'gone', provider: 'Nobody' })).toEqual({})
})

test('a connection is found by a part of its name in any case, its status and its provider', () => {
  const connection = { name: 'SAP Production', status: 'active', provider: 'SAP' } as ERPConnection
  expect(fits(connection, { q: ' prod' })).toBe(true)
  expect(fits(connection, { q: 'test' })).toBe(false)
  expect(fits(connection, { status: 'error' })).toBe(false)
  expect(fits(connection, { provider: 'SAP', status: 'active' })).toBe(true)
})
