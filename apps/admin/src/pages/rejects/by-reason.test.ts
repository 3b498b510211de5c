import { expect, test } from 'vitest'
import type { OpenReject } from '../../api/names.ts'
import { byReason, streamsOf } from './by-reason.ts'

const reject = (id: string, ...faults: readonly (readonly [string, string])[]): OpenReject => ({
  id,
  connectionId: 'erp_1',
  dataType: 'products',
  recordId: id,
  page: 1,
  errors: faults.map(([path, message]) => ({ path, message, value: '' })),
  rejectedAt: '2026-01-01T00:00:00.000Z',
  firstRejectedAt: '2026-01-01T00:00:00.000Z',
  times: 1,
})

test('puts rejects together by their first fault, in the order of the list', () => {
  const [a, b, c, d] = [
    reject('A', ['price', 'is required'], ['name', 'is required']),
    reject('B', ['name', 'is required']),
    reject('C', ['price', 'is required']),
    reject('D'),
  ]
  expect(byReason([a, b, c, d])).toEqual([
    { path: 'price', reason: 'is required', rejects: [a, c] },
    { path: 'name', reason: 'is required', rejects: [b] },
    { path: '', reason: '', rejects: [d] },
  ])
})

test('names each data type of a connection once, in the order of the list', () => {
  const [a, b, c] = [reject('A'), { ...reject('B'), dataType: 'orders' as const }, { ...reject('C'), connectionId: 'erp_2' }]
  expect(streamsOf([a, b, reject('D'), c, b])).toEqual([a, b, c])
})
