import { expect, test } from 'vitest'
import { moreSign } from './more-signs.ts'

test.each([
  [{ has_more: true }, true],
  [{ meta: { hasNextPage: false } }, false],
  [{ last: false, totalPages: 3, number: 0 }, true],
  [{ last: true, totalPages: 3, number: 2 }, false],
  [{ next_page_url: '/x?page=2' }, true],
  [{ meta: { next_page: 2 } }, true],
  [{ nextToken: 't15' }, true],
  [{ next: 't15' }, true],
  [{ paging: { next: { after: '15' } } }, true],
  [{ links: { next: { href: '/x' } } }, true],
  [{ current_page: 1, last_page: 5 }, true],
  [{ nextToken: 't15', has_more: false }, false],
])('%j says whether there is more', (body, isMore) => {
  expect(moreSign(body)?.isMore).toBe(isMore)
})

test.each([
  [{ data: [{ next: 't' }] }],
  [{ next: null, nextToken: '' }],
  [{ truncated: false }],
  [{ after: 'dark' }],
  [{ number: 4, totalPages: 5 }],
  [[{ has_more: true }]],
  [null],
])('%j says nothing', (body) => {
  expect(moreSign(body)).toBeUndefined()
})
