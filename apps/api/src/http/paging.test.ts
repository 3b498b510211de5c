import { expect, test } from 'vitest'
import { nextPage, PageParameters } from './paging.ts'

test('points to the next page under the same mount, with the other parameters', () => {
  expect(nextPage('/api/v1/erp/sync-logs?status=error&limit=2&cursor=old', 'new')).toBe(
    '/api/v1/erp/sync-logs?status=error&limit=2&cursor=new',
  )
  expect(nextPage('/compat/erp/sync-logs', 'a b')).toBe('/compat/erp/sync-logs?cursor=a+b')
})

test('the limit is 50 by default, and accepts 1 to 1000', () => {
  expect(PageParameters.parse({})).toEqual({ limit: 50 })
  expect(PageParameters.parse({ limit: '1000' }).limit).toBe(1000)
  for (const limit of ['0', '1001', '-1', 'x', '', '1e2', ['1', '2']]) expect(PageParameters.safeParse({ limit }).success).toBe(false)
})
