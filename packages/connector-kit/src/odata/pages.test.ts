import { expect, test } from 'vitest'
import { createResponse } from '../http/http-response.ts'
import { createAnswersAhead } from '../paging/answers-ahead.ts'
import { fromCursor, type Position, toCursor } from './cursor.ts'
import { type ODataPage, readPages } from './pages.ts'

const first = new URL('https://sap/S/A?$orderby=K&$inlinecount=allpages')

/** Answers by `$skip` or `$skiptoken`, and remembers what was asked. */
function server(answers: Readonly<Record<string, object>>) {
  const asked: string[] = []
  return {
    asked,
    async call(url: URL) {
      asked.push(url.search)
      const key = url.searchParams.get('$skiptoken') ?? url.searchParams.get('$skip') ?? ''
      const body = Buffer.from(JSON.stringify({ d: answers[key] }))
      return createResponse({ method: 'GET', url, status: 200, headers: {}, body })
    },
  }
}

async function read(http: ReturnType<typeof server>, windowSize?: number) {
  const pages = []
  for await (const page of readPages({ http, first, headers: {}, parameters: new Map(), after: null, windowSize })) {
    pages.push(page)
    if (pages.length > 9) break
  }
  return pages
}
const rows = (...names: readonly string[]) => names.map((K) => ({ K }))

test('without a link the count decides whether to skip on', async () => {
  const http = server({ '': { results: rows('a', 'b'), __count: '3' }, 2: { results: rows('c'), __count: '3' } })
  const pages = await read(http)
  expect(pages.map((page) => page.rows.length)).toEqual([2, 1])
  expect(http.asked[1]).toBe('?$orderby=K&$inlinecount=allpages&$skip=2')
})

test('a count that is too high ends with an empty page', async () => {
  const pages = await read(server({ '': { results: rows('a'), __count: '3' }, 1: { results: [], __count: '3' } }))
  expect(pages.map((page) => page.rows.length)).toEqual([1, 0])
})

test('the first count is kept for pages without one', async () => {
  const link = 'https://sap/S/A?$skiptoken=1'
  const pages = await read(server({ '': { results: rows('a'), __count: '2', __next: link }, 1: { results: rows('b') } }))
  expect(pages.map((page) => page.total)).toEqual([2, 2])
})

test('pages that we skip to are asked for ahead up to the count, and tell when they were answered', async () => {
  const asked: string[] = []
  const clock = { time: Date.parse('2026-01-31T10:00:00Z'), now: () => new Date(clock.time) }
  const http = {
    async call(url: URL) {
      const skip = Number(url.searchParams.get('$skip') ?? 0)
      asked.push(String(skip))
      const body = Buffer.from(JSON.stringify({ d: { results: rows(...Array(Math.min(2, 9 - skip)).fill('a')), __count: '9' } }))
      return createResponse({ method: 'GET', url, status: 200, headers: { date: clock.now().toUTCString() }, body })
    },
  }
  const ahead = createAnswersAhead(http.call, clock)
  const pages: ODataPage[] = []
  const askedByPage: string[] = []
  for await (const page of readPages({ http, first, headers: {}, parameters: new Map(), after: null, windowSize: 2, ahead })) {
    pages.push(page)
    askedByPage.push(asked.splice(0).join(' '))
    clock.time += 60_000
  }
  expect(pages.map((page) => page.rows.length)).toEqual([2, 2, 2, 2, 1])
  expect(askedByPage).toEqual(['0', '2 4 6 8', '', '', ''])
  expect(pages.map(({ answeredAt }) => answeredAt?.slice(14, 16))).toEqual(['00', '01', '01', '01', '01'])
  expect(pages.map(({ serverTime }) => serverTime?.slice(14, 16))).toEqual(['00', '01', '02', '03', '04'])
})

test('where a link leads, or how many rows there are, is not known before: then nothing is asked for ahead', async () => {
  const asked: string[] = []
  const linked = (token: number) => ({ results: rows('a'), __count: '4', __next: `/S/A?$skiptoken=${token}` })
  for (const answers of [
    { '': linked(1), 1: linked(2), 2: linked(3), 3: { results: rows('a') } },
    { '': { results: rows('a') }, 1: { results: rows('a') }, 2: { results: rows('a') }, 3: { results: [] } },
  ]) {
    const http = server(answers)
    const ahead = createAnswersAhead(http.call, { now: () => new Date() })
    for await (const _ of readPages({ http, first, headers: {}, parameters: new Map(), after: null, windowSize: 1, ahead }))
      asked.push(http.asked.splice(0).join(' '))
  }
  expect(asked.map((each) => each.split(' ').length)).toEqual([1, 1, 1, 1, 1, 1, 1, 1])
})

test('if we page ourselves and nobody counts, a page that is not full is the last', async () => {
  const pages = await read(server({ '': { results: rows('a', 'b') }, 2: { results: rows('c', 'd') }, 4: { results: [] } }), 2)
  expect(pages.map((page) => page.rows.length)).toEqual([2, 2, 0])
})

test('a link that came before is refused', async () => {
  const to = (token: number) => ({ results: rows('a'), __next: `https://other/S/A?$skiptoken=${token}` })
  await expect(read(server({ '': to(1), 1: to(2), 2: to(1) }))).rejects.toMatchObject({ code: 'remote.cursor-repeated' })
})

test('links that go round in a circle of three are refused, however often reading is begun anew', async () => {
  const to = (token: number) => ({ results: rows('a'), __next: `/S/A?$skiptoken=${token}` })
  const http = server({ '': to(1), 1: to(2), 2: to(3), 3: to(1) })
  let after: ODataPage['next'] = null
  const stored: string[] = []
  const readOnePage = async () => {
    for await (const page of readPages({ http, first, headers: {}, parameters: new Map(), after })) return page.next
    return null
  }
  await expect(
    (async () => {
      for (let attempt = 0; attempt < 50; attempt++) {
        after = fromCursor(toCursor((await readOnePage()) as Position), first.origin)
        stored.push(after.link)
      }
    })(),
  ).rejects.toMatchObject({ code: 'remote.cursor-repeated' })
  expect(stored.length).toBeLessThan(12)
  await expect(readOnePage()).rejects.toMatchObject({ code: 'remote.cursor-repeated' })
})

test('the rest of an expanded property is fetched, by links of both versions', async () => {
  const answers: Readonly<Record<string, object>> = {
    '/gw/S/A': {
      '@odata.context': 'https://inner/S/$metadata#A',
      value: [
        { K: 'a', _Item: [{ N: 1 }], '_Item@odata.nextLink': "A('a')/_Item?$skiptoken=1" },
        { K: 'b', _Item: [{ N: 4 }] },
        { K: 'c', to_Item: { results: [{ N: 5 }], __next: "https://inner/S/A('c')/to_Item?$skiptoken=1" } },
      ],
    },
    "/gw/S/A('a')/_Item?$skiptoken=1": {
      '@odata.context': 'https://inner/S/$metadata#Item',
      value: [{ N: 2 }],
      '@odata.nextLink': "A('a')/_Item?$skiptoken=2",
    },
    "/gw/S/A('a')/_Item?$skiptoken=2": { value: [{ N: 3 }] },
    "/gw/S/A('c')/to_Item?$skiptoken=1": { d: { results: [{ N: 6 }] } },
  }
  const http = {
    async call(url: URL) {
      const body = Buffer.from(JSON.stringify(answers[decodeURIComponent(`${url.pathname}${url.search}`)]))
      return createResponse({ method: 'GET', url, status: 200, headers: {}, body })
    },
  }
  const reading = { http, first: new URL('https://sap/gw/S/A'), headers: {}, parameters: new Map(), after: null }
  const pages = []
  for await (const page of readPages({ ...reading, expanded: ['_Item', 'to_Item'] })) pages.push(page)
  expect(pages[0]?.rows).toEqual([
    { K: 'a', _Item: [{ N: 1 }, { N: 2 }, { N: 3 }] },
    { K: 'b', _Item: [{ N: 4 }] },
    { K: 'c', to_Item: { results: [{ N: 5 }, { N: 6 }] } },
  ])
})

test('nothing at all is one empty page', async () => {
  expect(await read(server({ '': { results: [], __count: '0' } }))).toMatchObject([{ rows: [], next: null, total: 0 }])
})
