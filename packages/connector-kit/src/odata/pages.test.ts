import { expect, test } from 'vitest'
import { createResponse } from '../http/http-response.ts'
import { readPages } from './pages.ts'

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

test('if we page ourselves and nobody counts, a page that is not full is the last', async () => {
  const pages = await read(server({ '': { results: rows('a', 'b') }, 2: { results: rows('c', 'd') }, 4: { results: [] } }), 2)
  expect(pages.map((page) => page.rows.length)).toEqual([2, 2, 0])
})

test('a link that came before is refused', async () => {
  const to = (token: number) => ({ results: rows('a'), __next: `https://other/S/A?$skiptoken=${token}` })
  await expect(read(server({ '': to(1), 1: to(2), 2: to(1) }))).rejects.toMatchObject({ code: 'remote.cursor-repeated' })
})

test('nothing at all is one empty page', async () => {
  expect(await read(server({ '': { results: [], __count: '0' } }))).toMatchObject([{ rows: [], next: null, total: 0 }])
})
