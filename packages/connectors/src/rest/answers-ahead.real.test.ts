import { idsOf, openFor, readPages, readResuming } from '@linkspan/connector-kit/testing/open-context'
import { type Answer, json, startServer } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { rest } from './connector.ts'

/** Pages that are asked for before they are needed give what pages give that are asked for one after the other. */

const size = 10
const latencyMs = 60
const style = { offset: { style: 'offset', limitParameter: 'limit' }, page: { style: 'page', limitParameter: 'limit' } } as const
type Row = { readonly id: string }
const rowsOf = (count: number): Row[] => Array.from({ length: count }, (_, at) => ({ id: `r${at}` }))

interface List {
  readonly rows: Row[]
  readonly paging: keyof typeof style
  readonly hasTotal?: boolean
  /** Happens before a request is answered; an answer of its own takes the place of the page. */
  readonly before?: (request: number, from: number) => Answer | undefined
}

/** A server of a list, which counts how many requests are open at once. */
async function startList({ rows, paging, hasTotal = true, before = () => undefined }: List) {
  const seen = { requests: 0, open: 0, most: 0, beyond: 0 }
  const server = await startServer({
    latencyMs,
    routes: [
      {
        path: '/products',
        answer({ query }) {
          seen.requests += 1
          seen.open += 1
          seen.most = Math.max(seen.most, seen.open)
          setTimeout(() => {
            seen.open -= 1
          }, latencyMs)
          const limit = Number(query.get('limit') ?? size)
          const from = paging === 'page' ? (Number(query.get('page') ?? 1) - 1) * limit : Number(query.get('offset') ?? 0)
          const own = before(seen.requests, from)
          if (own) return own
          if (from >= rows.length) seen.beyond += 1
          return json({ data: rows.slice(from, from + limit), ...(hasTotal && { total: rows.length }) })
        },
      },
    ],
  })
  const settings = { resources: { products: { paging: style[paging], ...(hasTotal && { total: { path: 'total' } }) } } }
  const open = () => openFor(rest, { credentials: { apiUrl: server.url }, settings }, { pageSize: size })
  return { seen, open, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}

test.each(['offset', 'page'] as const)(
  'by %s up to eight pages are asked for at once, none beyond the total, and every row comes once',
  async (paging) => {
    const rows = rowsOf(300)
    await using list = await startList({ rows, paging })
    await using session = await list.open()
    expect(idsOf(await readPages(session, 'products'))).toEqual(rows.map(({ id }) => id))
    expect(list.seen.most).toBeGreaterThan(4)
    expect(list.seen.most).toBeLessThanOrEqual(9)
    expect(list.seen.beyond).toBeLessThanOrEqual(1)
    expect(new Set(idsOf(await readResuming(list.open, 'products')))).toEqual(new Set(rows.map(({ id }) => id)))
  },
)

test('without a total few pages are asked for beyond the end', async () => {
  const rows = rowsOf(395)
  await using list = await startList({ rows, paging: 'offset', hasTotal: false })
  await using session = await list.open()
  expect(idsOf(await readPages(session, 'products'))).toEqual(rows.map(({ id }) => id))
  expect(list.seen.most).toBeGreaterThan(2)
  expect(list.seen.beyond).toBeLessThanOrEqual(10)
})

test.each([1, 5, 9, 16, 30])('rows that are deleted when request %i comes are lost by none of the others', async (at) => {
  const rows = rowsOf(400)
  const gone = new Set([0, 1, 150, 151, 399].map((index) => `r${index}`))
  await using list = await startList({
    rows,
    paging: 'offset',
    before(request) {
      if (request === at) rows.splice(0, rows.length, ...rows.filter(({ id }) => !gone.has(id)))
      return undefined
    },
  })
  await using session = await list.open()
  const ids = idsOf(await readPages(session, 'products'))
  expect(new Set([...ids, ...gone])).toEqual(new Set(rowsOf(400).map(({ id }) => id)))
})

test.each([4, 10, 20])('rows that are added in front when request %i comes hide none of the others', async (at) => {
  const rows = rowsOf(400)
  await using list = await startList({
    rows,
    paging: 'offset',
    before(request) {
      if (request === at) rows.unshift({ id: 'new 1' }, { id: 'new 2' }, { id: 'new 3' })
      return undefined
    },
  })
  await using session = await list.open()
  expect(new Set([...idsOf(await readPages(session, 'products')), 'new 1', 'new 2', 'new 3'])).toEqual(new Set(rows.map(({ id }) => id)))
})

test('a page that was refused early is asked for again when it is needed', async () => {
  const rows = rowsOf(400)
  let refused = 0
  await using list = await startList({
    rows,
    paging: 'offset',
    before: (_, from) => (from > 200 && refused++ === 0 ? json({ message: 'Too busy' }, { status: 503 }) : undefined),
  })
  await using session = await list.open()
  expect(idsOf(await readPages(session, 'products'))).toEqual(rows.map(({ id }) => id))
  expect(refused).toBeGreaterThan(1)
})

test('credentials that are rejected in the middle are not tried again by any page', async () => {
  const rows = rowsOf(400)
  const asked: number[] = []
  await using list = await startList({
    rows,
    paging: 'offset',
    before(_, from) {
      if (from <= 200) return undefined
      asked.push(from)
      return json({ message: 'Expired' }, { status: 401 })
    },
  })
  await using session = await list.open()
  await expect(readPages(session, 'products')).rejects.toMatchObject({ code: 'setup.credentials-rejected' })
  expect(asked).toEqual([...new Set(asked)])
  expect(asked.length).toBeLessThanOrEqual(8)
})
