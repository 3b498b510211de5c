import { type Cursor, type SourceRecord, toInstant } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import type { PageValues } from './options.ts'
import { pageOnce } from './page-once.ts'
import type { Answer, Pager, PagerPage, Paging } from './pager.ts'
import { pagesByCursor } from './pages-by-cursor.ts'
import { pagesByKey } from './pages-by-key.ts'
import { pagesByLink } from './pages-by-link.ts'
import { pagesByNumber } from './pages-by-number.ts'

interface Row {
  readonly id: string
  readonly changed: string
}
type Asked = Omit<PageValues, 'since'> & { readonly path?: string }
interface Given {
  readonly rows: readonly Row[]
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly total?: number
}

const count = 23
/** Rows in the order of their change; two of them share each time. */
const allRows = (): Row[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `r${String(at).padStart(3, '0')}`,
    changed: `2026-01-${String(10 + Math.floor(at / 2))}`,
  }))

const toRecord = (row: Row): SourceRecord => ({ id: row.id, fields: {}, raw: row, changedAt: toInstant(row.changed) })

/** An ERP in memory that answers as `answer` says, and remembers what it was asked. */
function createErp(answer: (asked: Asked, parameters: Readonly<Record<string, string>>) => Given, pageSize = 5) {
  const asked: Asked[] = []
  const ask = async (values: Asked): Promise<Answer> => {
    asked.push(values)
    const url = new URL(values.path ?? '/rows', 'https://erp.example')
    const { rows, body, headers = {}, total } = answer(values, { ...Object.fromEntries(url.searchParams), ...values.parameters })
    const response = { header: (name: string) => headers[name], url, place: 'GET /rows', serverTime: undefined }
    return { records: rows.map(toRecord), digest: '', body, total, response }
  }
  const paging: Paging = { ask, follow: (path) => ask({ path }), pageSize, secretParameters: ['key'], place: 'settings' }
  return { asked, paging }
}

/** All ids, each page asked for by the cursor of the page before, as after a restart. */
async function idsBy(pager: Pager, paging: Paging): Promise<string[]> {
  const ids: string[] = []
  for (let after: Cursor | null = null, isFirst = true; isFirst || after !== null; isFirst = false) {
    const page: PagerPage | undefined = (await pager(paging, after).next()).value ?? undefined
    if (!page) break
    ids.push(...page.records.map(({ id }) => id))
    after = page.next
  }
  return ids
}

const numberIn = (text = '0') => Number(text)
const slice = (rows: readonly Row[], from: number, size: number): Given => ({ rows: rows.slice(from, from + size) })
const expected = allRows().map(({ id }) => id)

const byOffset = ({ skip, top }: Readonly<Record<string, string>>) => slice(allRows(), numberIn(skip), numberIn(top))
const pagers: readonly (readonly [string, Pager, (asked: Asked, parameters: Readonly<Record<string, string>>) => Given])[] = [
  ['offset', pagesByNumber({ style: 'offset', parameter: 'skip', limitParameter: 'top' }), (_, parameters) => byOffset(parameters)],
  [
    'page',
    pagesByNumber({ style: 'page', parameter: 'page', firstPage: 1, limitParameter: 'size' }),
    (_, { page, size }) => slice(allRows(), (numberIn(page) - 1) * numberIn(size), numberIn(size)),
  ],
  [
    'keyset by id',
    pagesByKey({ parameter: 'after', limitParameter: 'top' }, 'iso'),
    (_, { after = '', top }) =>
      slice(
        allRows().filter(({ id }) => id > after),
        0,
        numberIn(top),
      ),
  ],
  [
    'keyset by time',
    pagesByKey({ timeParameter: 'from', limitParameter: 'top' }, 'date'),
    (_, { from = '', top }) =>
      slice(
        allRows().filter(({ changed }) => changed >= from),
        0,
        numberIn(top),
      ),
  ],
  [
    'cursor in the body',
    pagesByCursor({ parameter: 'cursor', path: 'meta.next', limitParameter: 'top' }),
    ({ cursor }) => {
      const from = numberIn(cursor)
      return { ...slice(allRows(), from, 5), body: { meta: { next: from + 5 < count ? String(from + 5) : null } } }
    },
  ],
  [
    'cursor in a header',
    pagesByCursor({ parameter: 'cursor', path: 'none', header: 'X-Next' }),
    ({ cursor }) => {
      const from = numberIn(cursor)
      return { ...slice(allRows(), from, 5), ...(from + 5 < count && { headers: { 'x-next': String(from + 5) } }) }
    },
  ],
  [
    'link in a header',
    pagesByLink({ from: 'header' }),
    (_, { from: start }) => {
      const from = numberIn(start)
      return { ...slice(allRows(), from, 5), ...(from + 5 < count && { headers: { link: `</rows?from=${from + 5}&key=k>; rel="next"` } }) }
    },
  ],
  [
    'link in the body',
    pagesByLink({ from: { path: 'links.next.href' } }),
    (_, { from: start }) => {
      const from = numberIn(start)
      return { ...slice(allRows(), from, 5), body: { links: { next: { href: from + 5 < count ? `?from=${from + 5}` : '' } } } }
    },
  ],
  ['one answer', pageOnce, () => ({ rows: allRows() })],
]

test.each(pagers)('%s: every row comes once, with a restart after each page', async (_, pager, answer) => {
  const { asked, paging } = createErp(answer)
  expect(await idsBy(pager, paging)).toEqual(expected)
  expect(JSON.stringify(asked)).not.toContain('key=k')
})

test.each(pagers)('%s: an ERP without rows gives one empty page', async (name, pager) => {
  const { asked, paging } = createErp(() => ({ rows: [], body: {} }))
  expect(await idsBy(pager, paging)).toEqual([])
  expect(asked, name).toHaveLength(1)
})

test('by offset rows that vanish before the next page lose none', async () => {
  const rows = allRows()
  const pager = pagesByNumber({ style: 'offset', parameter: 'skip', limitParameter: 'top' })
  const { asked, paging } = createErp((_, { skip, top }) => {
    if (asked.length === 2) rows.splice(0, 2)
    return slice(rows, numberIn(skip), numberIn(top))
  })
  expect(new Set(await idsBy(pager, paging))).toEqual(new Set(expected))
})

test('an aligned offset asks for multiples of the limit only, and ends where the ERP says so', async () => {
  const pager = pagesByNumber({ style: 'offset', parameter: 'offset', limitParameter: 'limit', aligned: true, morePath: 'hasMore' })
  const { asked, paging } = createErp((_, { offset, limit }) => ({
    ...slice(allRows(), numberIn(offset), numberIn(limit)),
    body: { hasMore: numberIn(offset) + numberIn(limit) < count },
  }))
  expect(await idsBy(pager, paging)).toEqual(expected)
  expect(asked.map(({ offset }) => offset)).toEqual([0, 5, 10, 15, 20])
})

test('by offset a short page is not the end if the ERP says that more follows', async () => {
  const pager = pagesByNumber({ style: 'offset', parameter: 'offset', limitParameter: 'limit', morePath: 'hasMore' })
  const { paging } = createErp((_, { offset }) => {
    const from = numberIn(offset)
    const size = from > 8 ? 3 : 5
    return { ...slice(allRows(), from, size), body: { hasMore: from + size < count } }
  })
  expect(await idsBy(pager, paging)).toEqual(expected)
})

test.each([
  ['a cursor', pagesByCursor({ parameter: 'cursor', path: 'next' }), { next: 'same' }],
  ['a link', pagesByLink({ from: 'anywhere' }), { next: '/rows?from=1' }],
] as const)('%s that leads back is noticed', async (_, pager, body) => {
  const { paging } = createErp(() => ({ rows: allRows().slice(0, 5), body }))
  await expect(idsBy(pager, paging)).rejects.toMatchObject({ code: 'remote.cursor-repeated' })
})

test('a link to another origin is not followed', async () => {
  const { paging } = createErp(() => ({ rows: allRows().slice(0, 5), body: { next: 'https://elsewhere.example/rows' } }))
  await expect(idsBy(pagesByLink({ from: 'anywhere' }), paging)).rejects.toMatchObject({ code: 'setup.redirect-refused' })
})

test('more rows of one time than a page holds are not skipped silently', async () => {
  const { paging } = createErp((_, { from = '' }) =>
    slice(
      Array.from({ length: 9 }, (__, at) => ({ id: `r${at}`, changed: '2026-01-10' })).filter(({ changed }) => changed >= from),
      0,
      5,
    ),
  )
  await expect(idsBy(pagesByKey({ timeParameter: 'from' }, 'date'), paging)).rejects.toMatchObject({ code: 'remote.cursor-repeated' })
})

test.each([
  ['offset', { style: 'offset', parameter: 'skip', limitParameter: 'top' }],
  ['aligned offset', { style: 'offset', parameter: 'skip', limitParameter: 'top', aligned: true }],
  ['page', { style: 'page', parameter: 'page', firstPage: 1, limitParameter: 'top' }],
  ['page of a fixed size', { style: 'page', parameter: 'page', firstPage: 1 }],
] as const)('by %s the pages that are foreseen are those that are asked for, up to the total', async (_, style) => {
  const { asked, paging } = createErp((_, { skip, page, top = '5' }) => {
    const from = page === undefined ? numberIn(skip) : (numberIn(page) - 1) * numberIn(top)
    return { ...slice(allRows(), from, numberIn(top)), total: count }
  })
  let foreseen: readonly Asked[] = []
  const unforeseen: Asked[] = []
  const ids: string[] = []
  const watched: Paging = {
    ...paging,
    foresee: (requests) => {
      foreseen = requests
    },
    ask(values) {
      if (JSON.stringify(values) !== JSON.stringify(foreseen[0])) unforeseen.push(values)
      return paging.ask(values)
    },
  }
  for await (const { records } of pagesByNumber(style)(watched, null)) ids.push(...records.map(({ id }) => id))
  expect(ids).toEqual(expected)
  expect(unforeseen, 'the first page, and the one that shows how pages follow each other').toEqual(asked.slice(0, 2))
  expect(asked.length).toBeGreaterThan(4)
})
