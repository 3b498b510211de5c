import { expect, test } from 'vitest'
import type { RestErpOptions } from './erp/rest/rest-options.ts'
import { type RestErp, startRestErp } from './erp/rest.ts'
import type { Fault } from './faults.ts'

type Rows = { data: { id: string; name?: string; sku?: string; price: string }[]; nextCursor?: string | null; next?: string | null }

function start(options: RestErpOptions = {}): Promise<RestErp> {
  return startRestErp({ dataset: { products: 40 }, pageSize: 10, ...options })
}

const read = async (url: string): Promise<Rows> => (await (await fetch(url)).json()) as Rows

test('refusals have the right status, and the request after them is answered', async () => {
  const expected = {
    unauthorized: 401,
    forbidden: 403,
    'not-found': 404,
    conflict: 409,
    throttled: 429,
    'server-error': 500,
    unavailable: 503,
  } as const
  await using erp = await start()
  for (const [kind, status] of Object.entries(expected)) {
    erp.faults.add({ kind: kind as Fault['kind'] })
    expect((await fetch(`${erp.url}/products`)).status).toBe(status)
    expect((await fetch(`${erp.url}/products`)).status).toBe(200)
  }
})

test('a throttled answer says how long to wait, in seconds or as a date', async () => {
  await using erp = await start()
  erp.faults.add({ kind: 'throttled', retryAfterSeconds: 7 })
  erp.faults.add({ kind: 'unavailable' })
  erp.faults.add({ kind: 'unavailable', retryAfterSeconds: 60, retryAfterAsDate: true })
  const waits = []
  for (let i = 0; i < 3; i++) waits.push((await fetch(`${erp.url}/products`)).headers.get('retry-after'))
  expect(waits.slice(0, 2)).toEqual(['7', null])
  expect(waits[2]).toMatch(/ GMT$/)
  expect(Date.parse(waits[2]!)).toBeGreaterThan(Date.now() + 50_000)
})

test('with "hang" no answer comes until the caller hangs up', async () => {
  await using erp = await start()
  erp.faults.add({ kind: 'hang' })
  const abort = new AbortController()
  const answer = fetch(`${erp.url}/products`, { signal: abort.signal })
  await erp.whenRequested(1)
  abort.abort()
  await expect(answer).rejects.toThrow('aborted')
  expect((await fetch(`${erp.url}/products`)).status).toBe(200)
})

test('a cut answer starts normally and then breaks off', async () => {
  await using erp = await start()
  erp.faults.add({ kind: 'cut' })
  const response = await fetch(`${erp.url}/products`)
  expect(response.status).toBe(200)
  await expect(response.text()).rejects.toThrow()
})

test('a login page and garbage come with status 200', async () => {
  await using erp = await start()
  erp.faults.add({ kind: 'html' })
  erp.faults.add({ kind: 'garbage' })
  const page = await fetch(`${erp.url}/products`)
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(await page.text()).toContain('<form')
  const garbage = await fetch(`${erp.url}/products`)
  expect(garbage.status).toBe(200)
  await expect(garbage.json()).rejects.toThrow()
})

test('a slow-drip answer arrives complete', async () => {
  await using erp = await start({ dataset: { products: 2 } })
  erp.faults.add({ kind: 'slow-drip', chunkBytes: 200, intervalMs: 1 })
  expect((await read(`${erp.url}/products`)).data).toHaveLength(2)
})

test('a huge answer goes on until the caller stops reading', async () => {
  await using erp = await start()
  erp.faults.add({ kind: 'huge' })
  const response = await fetch(`${erp.url}/products`)
  let bytes = 0
  for await (const chunk of response.body!) {
    bytes += (chunk as Uint8Array).length
    if (bytes > 5_000_000) break
  }
  expect(bytes).toBeGreaterThan(5_000_000)
})

test('a redirect leads to the given location', async () => {
  await using erp = await start()
  erp.faults.add({ kind: 'redirect', location: 'http://169.254.169.254/latest' })
  const response = await fetch(`${erp.url}/products`, { redirect: 'manual' })
  expect([response.status, response.headers.get('location')]).toEqual([302, 'http://169.254.169.254/latest'])
})

test('a repeated cursor leads to the same page again and again', async () => {
  await using erp = await start({ paging: 'cursor' })
  const first = await read(`${erp.url}/products`)
  erp.faults.add({ kind: 'repeat-cursor' })
  const again = await read(`${erp.url}/products?cursor=${first.nextCursor}`)
  expect(again.nextCursor).toBe(first.nextCursor)
  await using linked = await start({ paging: 'next' })
  linked.faults.add({ kind: 'repeat-cursor' })
  const page = await read(`${linked.url}/products?limit=3`)
  expect(await read(page.next!)).toEqual(page)
})

test('a row that moves or disappears between two pages makes offset paging skip one', async () => {
  for (const move of ['touch', 'delete'] as const) {
    await using erp = await start({ paging: 'offset', dataset: { products: 40 } })
    const undisturbed = await read(`${erp.url}/products?offset=10`)
    erp.faults.add({ kind: 'moving-rows', move })
    const first = await read(`${erp.url}/products`)
    const second = await read(`${erp.url}/products?offset=10`)
    expect(second.data[0]).toEqual(undisturbed.data[1])
    expect(erp.dataset.products.size).toBe(move === 'delete' ? 39 : 40)
    expect(erp.dataset.products.at(39, 'time')?.id === first.data[0]?.id).toBe(move === 'touch')
  }
})

test('invalid records lack required fields or have an invalid price', async () => {
  await using erp = await start()
  erp.faults.add({ kind: 'invalid-records', records: 2 })
  const { data } = await read(`${erp.url}/products`)
  expect(data[0]).not.toHaveProperty('sku')
  expect(data[1]?.price).toBe('abc')
  expect(data[2]).toMatchObject({ sku: expect.any(String), name: expect.any(String) })
})

test('a held server answers nothing until it is released, and then everything', async () => {
  await using erp = await start()
  erp.hold()
  let isAnswered = false
  const answer = read(`${erp.url}/products`).then((page) => {
    isAnswered = true
    return page
  })
  await erp.whenRequested((request) => request.path === '/products')
  const row = erp.dataset.products.at(0, 'time')!
  erp.dataset.products.remove(row.id)
  expect(isAnswered).toBe(false)
  erp.release()
  expect((await answer).data.map((each) => each.id)).not.toContain(row.id)
})

test('closing the server drops waiting requests and rejects whoever waits for a request', async () => {
  const erp = await start()
  erp.hold()
  const answer = fetch(`${erp.url}/products`)
  await erp.whenRequested(1)
  const awaited = erp.whenRequested(2)
  await erp[Symbol.asyncDispose]()
  await expect(answer).rejects.toThrow()
  await expect(awaited).rejects.toThrow('closed')
})

test('requests are remembered with path, query, headers and body', async () => {
  await using erp = await start()
  await fetch(`${erp.url}/products?page=2&x=%20y`, { headers: { 'x-trace': 't' } })
  await fetch(`${erp.url}/orders`, { method: 'POST', body: '{}' })
  expect(erp.requests[0]).toMatchObject({ method: 'GET', path: '/products', query: { page: '2', x: ' y' }, headers: { 'x-trace': 't' } })
  expect(erp.requests[1]).toMatchObject({ method: 'POST', body: '{}' })
  expect(erp.requestCount).toBe(2)
})

test('faults can be added and removed over HTTP, and requests can be listed', async () => {
  await using erp = await start()
  const control = `${erp.url}/_simulator`
  const add = (body: string) => fetch(`${control}/faults`, { method: 'POST', body })
  expect((await add('{"kind":"rain"}')).status).toBe(400)
  expect((await add('{"kind":"throttled","times":5}')).status).toBe(201)
  expect((await fetch(`${erp.url}/products`, { headers: { authorization: 'Basic c2VjcmV0' } })).status).toBe(429)
  expect((await fetch(`${control}/faults`, { method: 'DELETE' })).status).toBe(200)
  expect((await fetch(`${erp.url}/products`)).status).toBe(200)
  const requests = await (await fetch(`${control}/requests`)).text()
  expect(JSON.parse(requests).requests).toHaveLength(2)
  expect(requests).not.toContain('c2VjcmV0')
})

test('links contain the host name that the caller used', async () => {
  await using erp = await start({ host: '0.0.0.0', paging: 'next' })
  const called = `http://localhost:${erp.port}`
  const { next } = await read(`${called}/products`)
  expect(next).toContain(`${called}/products?`)
  expect((await read(next ?? '')).data).toHaveLength(10)
})

test('answers have a date and a length, and may be delayed', async () => {
  await using erp = await start({ latencyMs: 1 })
  const response = await fetch(`${erp.url}/products`)
  expect(Date.parse(response.headers.get('date')!)).toBeGreaterThan(0)
  expect(Number(response.headers.get('content-length'))).toBe(Buffer.byteLength(await response.text()))
  erp.latencyMs = 0
  expect((await fetch(`${erp.url}/products`, { method: 'HEAD' })).status).toBe(200)
})
