import { idsOf, openFor, readPages, readResuming } from '@linkspan/connector-kit/testing/open-context'
import { json, startServer } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { rest } from './connector.ts'

interface Asked {
  readonly query: URLSearchParams
}
type Paging = Readonly<Record<string, unknown>>
type Body = object | readonly object[] | null

const rows = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, at) => ({ id: `r${from + at}` }))
const number = ({ query }: Asked, name: string, or: number) => Number(query.get(name) ?? or)

/** What an ERP with this answer gives; a status in place of a body is an error. */
async function read(
  answer: (asked: Asked) => Body | number,
  paging?: Paging,
  pageSize = 10,
  headers: Readonly<Record<string, string>> = {},
) {
  const routes = [
    {
      path: '/products',
      answer: (asked: Asked) => {
        const body = answer(asked)
        return typeof body === 'number' ? json({ message: 'No' }, { status: body }) : json(body, { headers })
      },
    },
  ]
  await using server = await startServer({ routes })
  const connection = { credentials: { apiUrl: server.url }, settings: paging ? { resources: { products: { paging } } } : {} }
  await using session = await openFor(rest, connection, { pageSize })
  const ids = idsOf(await readPages(session, 'products'))
  expect(new Set(idsOf(await readResuming(() => openFor(rest, connection, { pageSize }), 'products')))).toEqual(new Set(ids))
  return ids
}
const all = (count: number) => rows(0, count).map(({ id }) => id)
const page = { style: 'page', limitParameter: 'limit' }
const offset = { style: 'offset', limitParameter: 'limit' }

test.each([page, offset])('a row that the server leaves out of a page is no end: %j', async (paging) => {
  const hidden = ['r4', 'r23', 'r24', 'r47']
  const ids = await read((asked) => {
    const limit = number(asked, 'limit', 10)
    const from = paging === page ? (number(asked, 'page', 1) - 1) * limit : number(asked, 'offset', 0)
    return { data: rows(from, Math.min(49, from + limit)).filter(({ id }) => !hidden.includes(id)) }
  }, paging)
  expect(new Set(ids)).toEqual(new Set(all(49).filter((id) => !hidden.includes(id))))
})

test.each([50, 90, 100])('a server that rounds the page size to %i gives all', async (size) => {
  for (const paging of [page, offset]) {
    const ids = await read(
      (asked) => {
        const limit = number(asked, 'limit', 100) === 100 ? 100 : size
        const from = paging === page ? (number(asked, 'page', 1) - 1) * limit : number(asked, 'offset', 0)
        return { data: rows(from, Math.min(300, from + limit)) }
      },
      paging,
      100,
    )
    expect(new Set(ids)).toEqual(new Set(all(300)))
  }
})

test.each(['refused', 'rounded down'])('an offset that must be a multiple of the limit is asked for in line when it is %s', async (how) => {
  const ids = await read((asked) => {
    const [from, limit] = [number(asked, 'offset', 0), number(asked, 'limit', 10)]
    if (from % limit !== 0 && how === 'refused') return 400
    const start = from - (from % limit)
    return { data: rows(start, Math.min(45, start + limit)) }
  }, offset)
  expect(ids).toEqual(all(45))
})

const by = (name: string, size: number, count: number, more: (next: number, isLast: boolean) => object) => (asked: Asked) => {
  const from = number(asked, name, 0)
  return { data: rows(from, Math.min(count, from + size)), ...more(from + size, from + size >= count) }
}
const paged = (more: (page: number, isLast: boolean) => object) => (asked: Asked) => {
  const at = number(asked, 'page', 1)
  return { data: rows((at - 1) * 15, Math.min(45, at * 15)), ...more(at, at >= 3) }
}

test.each([
  ['next_page_url', paged((at, isLast) => ({ next_page_url: isLast ? null : `/products?page=${at + 1}` }))],
  ['meta.next_page', paged((at, isLast) => ({ meta: { next_page: isLast ? null : at + 1 } }))],
  ['last: false and totalPages', paged((at, isLast) => ({ last: isLast, totalPages: 3, number: at - 1 }))],
  ['meta.pagination.total', paged(() => ({ meta: { pagination: { total: 45 } } }))],
  ['nextToken', by('nextToken', 15, 45, (next, isLast) => (isLast ? {} : { nextToken: String(next) }))],
  ['next: a token', by('cursor', 15, 45, (next, isLast) => ({ next: isLast ? null : `${next}` }))],
  ['paging.next.after', by('after', 15, 45, (next, isLast) => (isLast ? {} : { paging: { next: { after: String(next) } } }))],
])('%s is followed without a setting', async (_, answer) => {
  expect(await read(answer)).toEqual(all(45))
})

test.each<readonly [string, Paging | undefined, object, RegExp]>([
  ['a token for an unknown parameter', undefined, { nextToken: 't15' }, /nextToken: "t15".*"path": "nextToken"/],
  ['a number where a URL is configured', { style: 'next' }, { next: 2 }, /the number 2 at "next"/],
  ['an object where a token is configured', { style: 'cursor', path: 'next' }, { next: { after: 'x' } }, /an object at "next"/],
  ['a typo in the path of a token', { style: 'cursor', path: 'nxt' }, { next: 'x', has_more: true }, /has_more: true/],
  ['a typo in the path of a URL', { style: 'next', path: 'nxt' }, { next: '/products?page=2' }, /next: "\/products/],
  ['no Link header', { style: 'link' }, { has_more: true }, /has_more: true.*Set settings\.resources\.products\.paging/],
])('%s is told with the sign that was seen', async (_, paging, more, message) => {
  await expect(read(() => ({ data: rows(0, 15), ...more }), paging)).rejects.toMatchObject({
    code: 'setup.answer-unexpected',
    message: expect.stringMatching(message),
  })
})

test.each<readonly [string, Paging, (asked: Asked) => Body | number]>([
  ['the last page again, with a total that is met', { style: 'page' }, (asked) => pageAgain(asked, { total_count: 20 })],
  ['404', { style: 'page' }, (asked) => (number(asked, 'page', 1) > 2 ? 404 : pageAgain(asked))],
  ['null in place of the list', { style: 'page' }, (asked) => (number(asked, 'page', 1) > 2 ? { items: null } : pageAgain(asked))],
  [
    'a token though there is no more',
    { style: 'cursor' },
    by('cursor', 10, 20, (next, isLast) => ({ nextCursor: next, has_more: !isLast })),
  ],
  [
    'the same token again, with a total that is met',
    { style: 'cursor' },
    (asked) => ({
      ...by('cursor', 10, 20, (next) => ({ nextCursor: Math.min(next, 10) }))(asked),
      total: 20,
    }),
  ],
])('%s after the last page is the end', async (_, paging, answer) => {
  expect(await read(answer, paging)).toEqual(all(20))
})

function pageAgain(asked: Asked, more: object = {}) {
  const limit = number(asked, 'limit', 10)
  const at = Math.min(number(asked, 'page', 1), Math.ceil(20 / limit))
  return { data: rows((at - 1) * limit, Math.min(20, at * limit)), ...more }
}

test('a 404 for everything after the first page is no end', async () => {
  let calls = 0
  await expect(read(() => (calls++ === 0 ? { data: rows(0, 10) } : 404), { style: 'page' })).rejects.toMatchObject({
    code: 'setup.resource-missing',
  })
})

test.each([15, 40])('a circle of %i pages is noticed, also if each page is read by another process', async (length) => {
  const answer = (asked: Asked) => {
    const at = number(asked, 'cursor', 0)
    return { data: [{ id: `r${at}` }], nextCursor: String((at + 1) % length) }
  }
  await expect(read(answer, { style: 'cursor' })).rejects.toMatchObject({ code: 'remote.cursor-repeated' })
  const link = (asked: Asked) => {
    const at = number(asked, 'at', 0)
    return { data: [{ id: `r${at}` }], next: `/products?at=${(at + 1) % length}` }
  }
  await expect(read(link)).rejects.toMatchObject({ code: 'remote.cursor-repeated' })
})

test('a malformed Link header is no matter for a complete answer', async () => {
  expect(await read(() => rows(0, 3), undefined, 10, { link: '<<broken; rel=' })).toEqual(all(3))
})
