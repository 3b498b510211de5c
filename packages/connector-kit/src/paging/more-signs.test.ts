import { expect, test } from 'vitest'
import { moreSignOf } from './header-signs.ts'
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
  [{ HasNextPage: true }, true],
  [{ hasMore: 'Y' }, true],
  [{ has_more: 0 }, false],
  [{ done: false }, true],
  [{ eof: false }, true],
  [{ response_metadata: { next_cursor: 't15' } }, true],
  [{ nextRecordsUrl: '/x' }, true],
  [{ pagination: { remaining: 30 } }, true],
  [{ page: 3, pages: 3 }, false],
])('%j says whether there is more', (body, isMore) => {
  expect(moreSign(body)?.isMore).toBe(isMore)
})

test.each([
  [{ data: [{ next: 't' }] }],
  [{ next: null, nextToken: '' }],
  [{ truncated: false }],
  [{ done: true }],
  [{ meta: { remaining: 30 } }],
  [{ after: 'dark' }],
  [{ number: 4, totalPages: 5 }],
  [[{ has_more: true }]],
  [null],
])('%j says nothing', (body) => {
  expect(moreSign(body)).toBeUndefined()
})

test.each([{ scrollId: 'abc' }, { bookmark: 'nil' }])('%j may mean that there is more', (body) => {
  expect(moreSign(body)).toMatchObject({ isMore: true, isWeak: true })
})

test('headers say it too', () => {
  const answer = (headers: Readonly<Record<string, string>>) => ({
    body: [],
    response: { header: (name: string) => headers[name], url: new URL('http://erp/x'), place: 'GET /x', serverTime: undefined },
  })
  expect(moreSignOf(answer({ 'x-next-page': '2' }))).toMatchObject({ isMore: true })
  expect(moreSignOf(answer({ 'x-pagination': '{"HasNext":true}' }))).toMatchObject({ isMore: true, sign: 'a header, HasNext: true' })
  expect(moreSignOf(answer({ 'x-page': '3', 'x-total-pages': '3' }))).toMatchObject({ isMore: false })
  expect(moreSignOf(answer({ 'x-pagination': 'no JSON' }))).toBeUndefined()
})
