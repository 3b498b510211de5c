import { everything, idsOf, logCapture, openFor, readPages, readResuming } from '@linkspan/connector-kit/testing/open-context'
import { type AppError, dataTypeIds, dataTypes, type Page } from '@linkspan/core/connector'
import { json, type RestErpOptions, startRestErp, startServer } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { rest } from './connector.ts'

const apiKey = 'key-0123456789'

const count = 50

type Given = Readonly<Record<string, unknown>>
const resource = (paging: Given, more: Given = {}): Given => ({ resources: { products: { paging, ...more } } })
const limitParameter = 'limit'

const styles: readonly (readonly [string, RestErpOptions, Given])[] = [
  ['a Link header, by convention', { paging: 'link', pageSize: 7 }, {}],
  ['a next URL, by convention', { paging: 'next', pageSize: 7 }, {}],
  ['a relative next URL', { paging: 'next', pageSize: 7, nextUrls: 'relative' }, {}],
  ['an array and a Link header', { paging: 'link', pageSize: 7, envelope: 'array' }, {}],
  ['no pages at all', { paging: 'none' }, {}],
  ['a page without a word about others, numbered', { paging: 'page', pageSize: 10, envelope: 'array' }, {}],
  ['a page without a word about others, numbered from 0', { paging: 'page', pageSize: 25, firstPage: 0 }, {}],
  ['a page without a word about others, by its first row', { paging: 'offset', pageSize: 16 }, {}],
  ['a page that is less than the total', { paging: 'page', pageSize: 7, total: 'header' }, {}],
  ['a configured Link header', { paging: 'link' }, resource({ style: 'link', limitParameter })],
  ['a configured next URL', { paging: 'next', nextField: 'following' }, resource({ style: 'next', path: 'following', limitParameter })],
  ['a cursor in the body', { paging: 'cursor' }, resource({ style: 'cursor', limitParameter })],
  ['a cursor in a header', { paging: 'cursor', envelope: 'array' }, resource({ style: 'cursor', header: 'X-Next-Cursor', limitParameter })],
  ['page numbers', { paging: 'page' }, resource({ style: 'page', limitParameter })],
  ['page numbers from 0', { paging: 'page', firstPage: 0 }, resource({ style: 'page', firstPage: 0, limitParameter })],
  ['page numbers of a fixed size', { paging: 'page', pageSize: 7 }, resource({ style: 'page' })],
  ['page numbers whose size is capped', { paging: 'page', maxPageSize: 5 }, resource({ style: 'page', limitParameter })],
  ['page numbers whose size is ignored', { paging: 'page', pageSize: 7 }, resource({ style: 'page', limitParameter: 'size' })],
  ['an offset', { paging: 'offset' }, resource({ style: 'offset', limitParameter })],
  ['an offset with pages of a fixed size', { paging: 'offset', pageSize: 7 }, resource({ style: 'offset' })],
  ['an offset whose limit is capped', { paging: 'offset', maxPageSize: 3 }, resource({ style: 'offset', limitParameter })],
  [
    'the last change time',
    { paging: 'page', dataset: { products: 50, tieSize: 5, bulkShare: 0 } },
    resource({ style: 'keyset', timeParameter: 'updated_since', limitParameter }),
  ],
  ['the last id', { paging: 'keyset' }, resource({ style: 'keyset', parameter: 'after_id', limitParameter })],
]

test.each(styles)('%s delivers every row once', async (_, options, settings) => {
  await using erp = await startRestErp({ dataset: { products: count }, ...options })
  await using session = await openFor(rest, { credentials: { apiUrl: erp.url }, settings })
  const ids = idsOf(await readPages(session, 'products'))
  expect(ids).toHaveLength(count)
  expect(new Set(ids)).toEqual(new Set([...erp.dataset.products].map(({ id }) => id)))
})

test.each(styles)('%s can be resumed after any page', async (_, options, settings) => {
  await using erp = await startRestErp({ dataset: { products: count }, ...options })
  const ids = idsOf(await readResuming(() => openFor(rest, { credentials: { apiUrl: erp.url }, settings }), 'products'))
  expect(ids).toHaveLength(count)
  expect(new Set(ids).size).toBe(count)
})

test.each(styles)('%s: what is read again with the same digest is the same', async (_, options, settings) => {
  await using erp = await startRestErp({ dataset: { products: count }, ...options })
  await using session = await openFor(rest, { credentials: { apiUrl: erp.url }, settings })
  const saidBy = new Map<string, unknown>()
  let [named, repeated] = [0, 0]
  for (let time = 0; time < 3; time += 1) {
    for (const { digest, records } of await readPages(session, 'products')) {
      if (digest === undefined) continue
      named += 1
      if (saidBy.has(digest)) repeated += 1
      expect(records).toEqual(saidBy.get(digest) ?? records)
      saidBy.set(digest, records)
    }
    if (time === 1) erp.faults.add({ kind: 'moving-rows', times: 1, path: '/products' })
  }
  expect(named).toBeGreaterThan(0)
  expect(repeated).toBeLessThan(named)
  expect(repeated).toBeGreaterThan(0)
})

/** Row by row everything that is there in the end, whatever moved meanwhile. */
const drifting = styles.filter(([name]) => /offset|page numbers($| from| whose size is capped)/.test(name))

test.each(drifting)('%s loses no row while rows move to the end', async (_, options, settings) => {
  await using erp = await startRestErp({ dataset: { products: count }, ...options, order: 'time' })
  erp.faults.add({ kind: 'moving-rows', times: 'always', after: 1, path: '/products' })
  const stop = () => erp.faults.clear()
  await using session = await openFor(rest, { credentials: { apiUrl: erp.url }, settings })
  const pages: Page[] = []
  for await (const page of session.source('products').pages(everything)) {
    pages.push(page)
    if (pages.length === 5) stop()
  }
  const latest = new Map(pages.flatMap(({ records }) => records.map(({ id, changedAt }) => [id, changedAt] as const)))
  expect(latest).toEqual(new Map([...erp.dataset.products].map(({ id, updatedAt }) => [id, updatedAt])))
})

test.each(drifting)('%s loses no row while rows vanish, and gives none twice', async (_, options, settings) => {
  await using erp = await startRestErp({ dataset: { products: count }, ...options, order: 'time' })
  erp.faults.add({ kind: 'moving-rows', move: 'delete', times: 'always', path: '/products' })
  await using session = await openFor(rest, { credentials: { apiUrl: erp.url }, settings })
  const ids = idsOf(await readPages(session, 'products'))
  expect(new Set(ids).size).toBe(ids.length)
  for (const { id } of erp.dataset.products) expect(ids).toContain(id)
})

test('a cursor of a foreign origin or of other settings is refused', async () => {
  await using erp = await startRestErp({ dataset: { products: count }, paging: 'next', pageSize: 7 })
  await using byLink = await openFor(rest, { credentials: { apiUrl: erp.url } })
  const [first] = await readPages(byLink, 'products')
  await using byPage = await openFor(rest, { credentials: { apiUrl: erp.url }, settings: resource({ style: 'page' }) })
  const request = { after: first?.next ?? null, since: null }
  await expect(readPages(byPage, 'products', request)).rejects.toMatchObject({ code: 'setup.settings-invalid' })
  for (const next of ['https://evil.example.com/', '//evil.example.com/', 'products']) {
    const forged = Buffer.from(JSON.stringify({ style: 'link', next, seen: { marks: [], empty: 0 } })).toString('base64url')
    await expect(readPages(byLink, 'products', { after: forged as never, since: null })).rejects.toMatchObject({
      code: 'setup.settings-invalid',
    })
  }
})

test('a next URL at another origin, or with another scheme, is not followed', async () => {
  for (const next of ['https://evil.example.com/products?page=2', '//evil.example.com/products', 'https://127.0.0.1/products']) {
    await using erp = await startServer({ routes: [{ path: '/products', answer: () => json({ data: [{ id: 1 }], next }) }] })
    await using session = await openFor(rest, { credentials: { apiUrl: erp.url } })
    await expect(readPages(session, 'products')).rejects.toMatchObject({
      code: 'setup.redirect-refused',
      message: expect.stringContaining('credentials'),
    })
    expect(erp.requestCount).toBe(1)
  }
})

test('an answer that says there is more but not where is no last page', async () => {
  await using erp = await startServer({ routes: [{ path: '/products', answer: () => json({ data: [{ id: 1 }], hasMore: true }) }] })
  await using session = await openFor(rest, { credentials: { apiUrl: erp.url } })
  await expect(readPages(session, 'products')).rejects.toMatchObject({ code: 'setup.answer-unexpected' })
})

test('a cycle of several pages is noticed', async () => {
  const answer = ({ query }: { readonly query: URLSearchParams }) => {
    const at = Number(query.get('at') ?? 0)
    return json({ data: [{ id: at, v: Math.floor(at) }], next: `/products?at=${(at + 1) % 4}` })
  }
  await using erp = await startServer({ routes: [{ path: '/products', answer }] })
  await using session = await openFor(rest, { credentials: { apiUrl: erp.url } })
  await expect(readPages(session, 'products')).rejects.toMatchObject({ code: 'remote.cursor-repeated' })
  expect(erp.requestCount).toBeLessThan(7)
})

test('a key in the query is in no cursor, and is sent with every page', async () => {
  await using erp = await startServer({
    routes: [
      {
        path: '/products',
        answer: ({ query, rawQuery, origin }) =>
          query.get('key') === apiKey
            ? json({ data: [{ id: query.get('page') ?? '1' }], next: query.has('page') ? null : `${origin}/products?${rawQuery}&page=2` })
            : json({}, { status: 401 }),
      },
    ],
  })
  const heard = logCapture()
  await using session = await openFor(
    rest,
    { credentials: { apiUrl: erp.url, apiKey }, settings: { authentication: { kind: 'api-key', in: 'query', name: 'key' } } },
    { logger: heard.logger },
  )
  const pages = await readPages(session, 'products')
  expect(idsOf(pages)).toEqual(['1', '2'])
  expect(Buffer.from(String(pages[0]?.next), 'base64url').toString()).not.toContain(apiKey)
  expect(heard.lines.join()).not.toContain(apiKey)
})

test('only what changed is asked for, if the ERP can say', async () => {
  await using erp = await startRestErp({ dataset: { products: count }, paging: 'next', pageSize: 7 })
  const settings = { resources: { products: { since: { parameter: 'updated_since' } } } }
  await using session = await openFor(rest, { credentials: { apiUrl: erp.url }, settings })
  const source = session.source('products')
  expect(source.incremental).toBe(true)
  expect(session.source('orders').incremental).toBe(false)
  const since = erp.dataset.products.at(30, 'time')?.updatedAt ?? ''
  const expected = [...erp.dataset.products].filter(({ updatedAt }) => updatedAt >= since).map(({ id }) => id)
  expect(idsOf(await readPages(session, 'products', { after: null, since })).sort()).toEqual(expected.sort())
})

test('page size is sent only if a parameter for it is configured', async () => {
  await using erp = await startRestErp({ dataset: { products: 5 }, paging: 'none' })
  await using session = await openFor(rest, { credentials: { apiUrl: `${erp.url}/?tenant=7` } })
  await readPages(session, 'products')
  expect(erp.requests[0]?.target).toBe('/products?tenant=7')
})

test.each([
  ['in the body', { total: { field: 'total' } }, {}, 50],
  ['in a header', { total: 'header' }, {}, 50],
  ['if it is configured', { total: { field: 'rows' } }, { total: { path: 'rows' } }, 50],
  ['and never guessed from "count"', { total: { field: 'count' } }, {}, undefined],
  ['nor taken if it is switched off', { total: { field: 'total' } }, { total: false }, undefined],
] as const)('the total is found %s', async (_, options, more, total) => {
  await using erp = await startRestErp({ dataset: { products: count }, paging: 'next', pageSize: 7, ...options })
  await using session = await openFor(rest, { credentials: { apiUrl: erp.url }, settings: { resources: { products: more } } })
  expect((await readPages(session, 'products'))[0]?.total).toBe(total)
})

test('an OAuth2 token is fetched once, renewed once when it is refused, and then given up', async () => {
  const credentials = { clientId: 'id', clientSecret: 's3cret-s3cret' }
  for (const secretIn of ['header', 'body'] as const) {
    const auth = { kind: 'oauth2', clientAuth: secretIn === 'header' ? 'basic' : 'body', scope: 'erp', ...credentials } as const
    await using erp = await startRestErp({ dataset: { products: count }, paging: 'next', pageSize: 7, auth })
    const connection = {
      credentials: { apiUrl: erp.url, tokenUrl: `${erp.url}/oauth/token`, scope: 'erp', ...credentials },
      settings: { authentication: { secretIn } },
    }
    await using session = await openFor(rest, connection)
    await Promise.all([readPages(session, 'products'), readPages(session, 'orders')])
    expect(erp.oauth.requestCount).toBe(1)
    erp.oauth.revokeAll()
    expect(idsOf(await readPages(session, 'products'))).toHaveLength(count)
    expect(erp.oauth.requestCount).toBe(2)
    erp.faults.add({ kind: 'unauthorized', times: 'always' })
    await expect(readPages(session, 'products')).rejects.toMatchObject({ code: 'setup.credentials-rejected' })
    expect(erp.oauth.requestCount).toBe(3)
    await using wrong = await openFor(rest, { ...connection, credentials: { ...connection.credentials, clientSecret: 'wrong-secret' } })
    const error = await readPages(wrong, 'products').catch((thrown: AppError) => thrown)
    expect(error).toMatchObject({ code: 'setup.credentials-rejected' })
    expect(JSON.stringify(error)).not.toContain('wrong-secret')
  }
})

test.each([
  ['an oauthToken', { oauthToken: 'token-1' }, { kind: 'bearer', token: 'token-1' }],
  ['user and password', { username: 'änne', password: 'p:ss' }, { kind: 'basic', user: 'änne', password: 'p:ss' }],
  ['an apiKey, as a bearer token', { apiKey }, { kind: 'bearer', token: apiKey }],
  ['an apiKey, in X-API-Key', { apiKey }, { kind: 'api-key', in: 'header', name: 'x-api-key', key: apiKey }],
  ['an apiKey with its secret', { apiKey, apiSecret: 'secret-1' }, { kind: 'basic', user: apiKey, password: 'secret-1' }],
] as const)('authenticates by %s without settings', async (_, credentials, auth) => {
  await using erp = await startRestErp({ dataset: { products: 3 }, paging: 'none', auth })
  await using session = await openFor(rest, { credentials: { apiUrl: erp.url, ...credentials } })
  expect(idsOf(await readPages(session, 'products'))).toHaveLength(3)
})

test('a failure inside a success is a failure', async () => {
  const answer = () => json({ ok: false, reason: 'Closed for stock-taking', data: [] })
  await using erp = await startServer({ routes: [{ path: '/products', answer }] })
  const settings = { resources: { products: { success: { path: 'ok', equals: true }, errorMessage: 'reason' } } }
  await using session = await openFor(rest, { credentials: { apiUrl: erp.url }, settings })
  await expect(readPages(session, 'products')).rejects.toMatchObject({
    code: 'setup.request-refused',
    details: { answer: 'Closed for stock-taking' },
  })
})

test('if nothing is found, the check says so and goes on', async () => {
  await using erp = await startServer({ routes: [] })
  await using session = await openFor(rest, { credentials: { apiUrl: erp.url, apiKey } })
  const step = session.checks().find(({ name }) => name === 'Authentication')
  expect(await step?.run()).toContain('HTTP 404')
})

test('a change time that more rows share than fit into a page is no endless loop', async () => {
  await using erp = await startRestErp({ dataset: { products: count, tieSize: 20, bulkShare: 0 } })
  const settings = resource({ style: 'keyset', timeParameter: 'updated_since', limitParameter })
  await using session = await openFor(rest, { credentials: { apiUrl: erp.url }, settings })
  const failure = { code: 'remote.cursor-repeated', message: expect.stringContaining('share one change time') }
  await expect(readPages(session, 'products')).rejects.toMatchObject(failure)
})

test('a row that is touched while pages go by change time comes again, changed', async () => {
  await using erp = await startRestErp({ dataset: { products: count, tieSize: 5, bulkShare: 0 } })
  erp.faults.add({ kind: 'moving-rows', times: 3, path: '/products' })
  const settings = resource({ style: 'keyset', timeParameter: 'updated_since', limitParameter })
  await using session = await openFor(rest, { credentials: { apiUrl: erp.url }, settings })
  const records = (await readPages(session, 'products')).flatMap((page) => page.records)
  const latest = new Map(records.map(({ id, changedAt }) => [id, changedAt]))
  expect(latest).toEqual(new Map([...erp.dataset.products].map(({ id, updatedAt }) => [id, updatedAt])))
})

test('every data type comes in its canonical shape, in camel and in snake case, from text and from numbers', async () => {
  for (const [shape, decimals] of [
    ['camel', 'string'],
    ['snake', 'number'],
  ] as const) {
    await using erp = await startRestErp({ dataset: { products: 20, orders: 20, employees: 20 }, paging: 'none', shape, decimals })
    await using session = await openFor(rest, { credentials: { apiUrl: erp.url } })
    for (const dataType of dataTypeIds) {
      const records = (await readPages(session, dataType)).flatMap((page) => page.records)
      expect(records.length).toBeGreaterThan(0)
      for (const { fields, changedAt } of records) {
        expect(dataTypes[dataType].schema.safeParse(fields).error).toBeUndefined()
        expect(changedAt).not.toBeNull()
      }
    }
  }
})

test('money keeps every digit', async () => {
  const text = '{"data":[{"id":9007199254740993,"name":"x","price":12345678901234567.12345678,"total":1}],"next":null}'
  await using erp = await startServer({ routes: [{ path: '/products', answer: () => ({ status: 200, headers: {}, body: text }) }] })
  await using session = await openFor(rest, { credentials: { apiUrl: erp.url } })
  const [page] = await readPages(session, 'products')
  expect(page?.records[0]).toMatchObject({ id: '9007199254740993', fields: { price: '12345678901234567.12345678' } })
})
