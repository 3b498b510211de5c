import { expect, test } from 'vitest'
import type { RestEnvelope, RestErpOptions, RestPaging } from './rest/rest-options.ts'
import { type RestErp, startRestErp } from './rest.ts'

type Json = Record<string, unknown>

/** Reads all pages as a careful client would. Returns the ids in the order in which they came. */
async function readAll(erp: RestErp, options: RestErpOptions, limit = 7): Promise<string[]> {
  const ids: string[] = []
  let url: string | undefined = `${erp.url}/products?limit=${limit}`
  for (let page = 1; url; page++) {
    const response: Response = await fetch(url)
    expect(response.status).toBe(200)
    const body = (await response.json()) as Json | Json[]
    const rows = (Array.isArray(body) ? body : typeof options.envelope === 'string' ? body[options.envelope] : body.data) as {
      id: string
    }[]
    ids.push(...rows.map((row) => row.id))
    const cursor = Array.isArray(body) ? response.headers.get('x-next-cursor') : (body.nextCursor as string | null)
    const base = `${erp.url}/products?limit=${limit}`
    const isFull = rows.length === limit
    const next: Record<RestPaging, string | null | undefined> = {
      link: /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1],
      next: Array.isArray(body) ? null : (body.next as string | null),
      cursor: cursor ? `${base}&cursor=${cursor}` : null,
      page: isFull ? `${base}&page=${page + 1}` : null,
      offset: isFull ? `${base}&offset=${ids.length}` : null,
      keyset: isFull ? `${base}&after_id=${ids.at(-1)}` : null,
      none: null,
    }
    const found: string | null | undefined = next[options.paging ?? 'page']
    url = found ? new URL(found, url).href : undefined
  }
  return ids
}

for (const paging of ['link', 'next', 'page', 'offset', 'cursor', 'keyset', 'none'] as const) {
  for (const order of ['id', 'time'] as const) {
    test(`paging by ${paging} in the order by ${order} delivers every row once`, async () => {
      const options: RestErpOptions = { paging, order, dataset: { products: 60 } }
      await using erp = await startRestErp(options)
      const ids = await readAll(erp, options)
      expect(ids).toHaveLength(60)
      expect(new Set(ids).size).toBe(60)
    })
  }
}

test('relative next URLs and cursors in a header can be followed', async () => {
  for (const options of [
    { paging: 'next', nextUrls: 'relative', dataset: { products: 20 } },
    { paging: 'cursor', envelope: 'array', dataset: { products: 20 } },
  ] as const) {
    await using erp = await startRestErp(options)
    expect(new Set(await readAll(erp, options)).size).toBe(20)
  }
})

test('rows come in the chosen envelope, with the chosen total', async () => {
  for (const envelope of ['data', 'items', 'results', 'value', 'records', { path: 'response.result.rows' }] satisfies RestEnvelope[]) {
    await using erp = await startRestErp({ envelope, total: { field: 'totalCount' }, dataset: { products: 3 } })
    const body = (await (await fetch(`${erp.url}/products`)).json()) as Json
    const path = typeof envelope === 'string' ? [envelope] : envelope.path.split('.')
    expect(path.reduce<unknown>((inner, field) => (inner as Json)[field], body)).toHaveLength(3)
    expect(body.totalCount).toBe(3)
  }
  await using erp = await startRestErp({ envelope: 'array', total: 'header', dataset: { products: 3 } })
  const response = await fetch(`${erp.url}/products`)
  expect(await response.json()).toHaveLength(3)
  expect(response.headers.get('x-total-count')).toBe('3')
})

test('the server caps the page size', async () => {
  await using erp = await startRestErp({ maxPageSize: 4, dataset: { products: 10 } })
  expect(((await (await fetch(`${erp.url}/products?limit=100`)).json()) as { data: Json[] }).data).toHaveLength(4)
  expect((await fetch(`${erp.url}/products?limit=0`)).status).toBe(400)
})

test('only rows that changed at the given time or later are returned', async () => {
  await using erp = await startRestErp({ paging: 'none', dataset: { products: 100 } })
  const since = erp.dataset.products.at(40, 'time')!.updatedAt
  const read = async () =>
    ((await (await fetch(`${erp.url}/products?updated_since=${since}`)).json()) as { data: { id: string; updatedAt: string }[] }).data
  expect((await read()).every((row) => row.updatedAt >= since)).toBe(true)
  const before = (await read()).length
  const touched = erp.dataset.products.touch(erp.dataset.products.at(0, 'time')!.id, { name: 'New' })
  expect((await read()).at(-1)).toEqual(touched)
  expect(await read()).toHaveLength(before + 1)
  expect((await fetch(`${erp.url}/products?updated_since=yesterday`)).status).toBe(400)
})

test('every data type is served, in camel case, snake case, with numbers, or in a custom shape', async () => {
  await using erp = await startRestErp({ shape: 'snake', decimals: 'number', basePath: '/api/v1', dataset: { products: 5, orders: 5 } })
  for (const name of ['products', 'inventory', 'orders', 'order_status', 'employees', 'invoices']) {
    const { data } = (await (await fetch(`${erp.url}/api/v1/${name}`)).json()) as { data: Json[] }
    expect(data[0]).toHaveProperty('updated_at')
  }
  const { data } = (await (await fetch(`${erp.url}/api/v1/orders`)).json()) as { data: { lines: Json[] }[] }
  expect(data[0]?.lines[0]).toMatchObject({ line_number: '10', unit_price: expect.any(Number) })
  await using own = await startRestErp({ shape: (row, table) => ({ KEY: row.id, table }), dataset: { products: 1 } })
  expect(await (await fetch(`${own.url}/products`)).json()).toEqual({ data: [{ KEY: '1000000', table: 'products' }] })
})

test('without the right credentials there is a 401, with them there are rows', async () => {
  const basic = `Basic ${Buffer.from('anna:pä:ss').toString('base64')}`
  const cases: [RestErpOptions['auth'] & object, string, Record<string, string>][] = [
    [{ kind: 'basic', user: 'anna', password: 'pä:ss' }, '', { authorization: basic }],
    [{ kind: 'bearer', token: 'abc' }, '', { authorization: 'Bearer abc' }],
    [{ kind: 'api-key', in: 'header', name: 'X-Api-Key', key: 'k1' }, '', { 'x-api-key': 'k1' }],
    [{ kind: 'api-key', in: 'query', name: 'apikey', key: 'k1' }, '?apikey=k1', {}],
  ]
  for (const [auth, query, headers] of cases) {
    await using erp = await startRestErp({ auth, dataset: { products: 1 } })
    expect((await fetch(`${erp.url}/products`)).status).toBe(401)
    expect((await fetch(`${erp.url}/products${query}`, { headers })).status).toBe(200)
  }
})

test('tokens are issued for client credentials, expire and can be revoked', async () => {
  let now = 0
  await using erp = await startRestErp({
    auth: { kind: 'oauth2', clientId: 'id', clientSecret: 's3cret', expiresInSeconds: 60 },
    dataset: { products: 1 },
    clock: () => now,
  })
  const ask = async (secret: string) => {
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'id', client_secret: secret })
    return fetch(`${erp.url}/oauth/token`, { method: 'POST', body })
  }
  const statusWith = async (token: string) => (await fetch(`${erp.url}/products`, { headers: { authorization: `Bearer ${token}` } })).status
  expect((await ask('wrong')).status).toBe(401)
  const first = (await (await ask('s3cret')).json()) as { access_token: string; expires_in: number }
  expect(first.expires_in).toBe(60)
  expect(await statusWith(first.access_token)).toBe(200)
  now = 61_000
  expect(await statusWith(first.access_token)).toBe(401)
  const second = (await (await ask('s3cret')).json()) as { access_token: string }
  expect(await statusWith(second.access_token)).toBe(200)
  erp.oauth.revokeAll()
  expect(await statusWith(second.access_token)).toBe(401)
  expect(erp.oauth.requestCount).toBe(3)
})
