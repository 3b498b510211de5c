import { expect, test } from 'vitest'
import type { RestErpOptions } from './erp/rest/rest-options.ts'
import { type RestErp, startRestErp } from './erp/rest.ts'
import type { FaultKind } from './faults.ts'

// biome-ignore lint/suspicious/noExplicitAny: the shape of the answers is what these tests are about
type Json = Record<string, any>

const start = (options: RestErpOptions = {}): Promise<RestErp> => startRestErp({ dataset: { products: 20, orders: 5 }, ...options })

function send(erp: RestErp, ourReference: string, init: RequestInit = {}): Promise<Response> {
  const body = JSON.stringify({ ourReference, customerId: '17100001', lines: [{ sku: 'GS-1000001', quantity: '1' }] })
  return fetch(`${erp.url}/orders`, { method: 'POST', body, ...init })
}

const timesStored = (erp: RestErp, reference: string): number => erp.writeLog.find(reference)?.timesStored ?? 0

/** The status of the answer, or `broken` if none came. */
const outcomeOf = (answer: Promise<Response>): Promise<number | 'broken'> =>
  answer.then(
    ({ status }) => status,
    () => 'broken',
  )

test('the fault decides whether an order is stored, whatever the caller gets to see', async () => {
  const expected: [FaultKind, number | 'broken', number][] = [
    ['drop-before-store', 'broken', 0],
    ['500-before-store', 500, 0],
    ['lock', 423, 0],
    ['throttled', 429, 0],
    ['unavailable', 503, 0],
    ['drop-after-store', 'broken', 1],
    ['500-after-store', 500, 1],
    ['truncated', 201, 1],
  ]
  await using erp = await start()
  for (const [kind, outcome, stored] of expected) {
    const fault = erp.faults.add({ kind, method: 'POST' })
    expect((await fetch(`${erp.url}/orders`)).status).toBe(200)
    expect([kind, await outcomeOf(send(erp, kind))]).toEqual([kind, outcome])
    expect([kind, timesStored(erp, kind), fault.taken]).toEqual([kind, stored, 1])
    expect(await outcomeOf(send(erp, `${kind} again`))).toBe(201)
  }
  expect(erp.writeLog.summary()).toMatchObject({ received: 11, stored: 11, refused: 0, duplicates: [] })
})

test('a late answer arrives in the end, and its order is stored long before', async () => {
  await using erp = await start()
  erp.faults.add({ kind: 'late', delayMs: 20 })
  expect((await send(erp, 'W-1')).status).toBe(201)
  erp.faults.add({ kind: 'late', delayMs: 3_600_000 })
  const abort = new AbortController()
  const answer = outcomeOf(send(erp, 'W-2', { signal: abort.signal }))
  await expect.poll(async () => ((await (await fetch(`${erp.url}/orders?ourReference=W-2`)).json()) as Json).data.length).toBe(1)
  abort.abort()
  expect(await answer).toBe('broken')
})

test('a truncated answer looks complete', async () => {
  await using erp = await start()
  erp.faults.add({ kind: 'truncated' })
  const response = await send(erp, 'W-1')
  const text = await response.text()
  expect(text.length).toBeGreaterThan(100)
  expect(() => JSON.parse(text)).toThrow()
  expect(Number(response.headers.get('content-length'))).toBe(Buffer.byteLength(text))
})

test('write faults affect reads only if "method" says so, and count only good answers', async () => {
  await using erp = await start()
  const dropping = erp.faults.add({ kind: 'drop-after-store' })
  expect((await fetch(`${erp.url}/orders`)).status).toBe(200)
  const refused = await fetch(`${erp.url}/orders`, { method: 'POST', body: '{"ourReference":"W-0"}' })
  expect([refused.status, dropping.taken]).toEqual([422, 0])
  expect(await outcomeOf(send(erp, 'W-1'))).toBe('broken')
  erp.faults.add({ kind: 'truncated', method: 'GET' })
  expect((await send(erp, 'W-2')).status).toBe(201)
  await expect(fetch(`${erp.url}/orders`).then((each) => each.json())).rejects.toThrow()
})

test('faults affect every nth write, the next few, or those with given references', async () => {
  await using erp = await start()
  const outcomes = async (references: readonly string[]): Promise<(number | 'broken')[]> => {
    const found: (number | 'broken')[] = []
    for (const reference of references) found.push(await outcomeOf(send(erp, reference)))
    return found
  }
  erp.faults.add({ kind: '500-before-store', every: 3 })
  expect(await outcomes(['a1', 'a2', 'a3', 'a4', 'a5', 'a6'])).toEqual([201, 201, 500, 201, 201, 500])
  erp.faults.clear()
  erp.faults.add({ kind: 'server-error', times: 2, status: 502, method: 'POST', path: '/orders' })
  expect(await outcomes(['b1', 'b2', 'b3'])).toEqual([502, 502, 201])
  erp.faults.add({ kind: 'drop-after-store', references: ['c2', 'Ünïcode "3"'], times: 'always' })
  expect(await outcomes(['c1', 'c2', 'c22', 'Ünïcode "3"', 'c2'])).toEqual([201, 'broken', 201, 'broken', 'broken'])
  expect(erp.writeLog.summary().duplicates).toEqual(['c2'])
})

test('an idempotent ERP whose answer was lost repeats it when the order comes again', async () => {
  await using erp = await start({ idempotency: 'header' })
  const init = { headers: { 'idempotency-key': 'k1' } }
  for (const kind of ['drop-after-store', '500-after-store', 'truncated'] as const) erp.faults.add({ kind })
  for (let i = 0; i < 3; i++) await outcomeOf(send(erp, 'W-1', init))
  const response = await send(erp, 'W-1', init)
  expect([response.status, response.headers.get('idempotency-replayed')]).toEqual([201, 'true'])
  expect(erp.writeLog.find('W-1')).toMatchObject({ timesReceived: 4, timesStored: 1, timesReplayed: 3 })
})

test('the write log and the edits can be used over HTTP, unlogged and without faults', async () => {
  await using erp = await start()
  erp.faults.add({ kind: 'server-error', times: 'always' })
  const control = `${erp.url}/_simulator`
  const call = async (method: string, path: string, body?: unknown): Promise<[number, Json]> => {
    const response = await fetch(`${control}/${path}`, { method, ...(body !== undefined && { body: JSON.stringify(body) }) })
    return [response.status, (await response.json()) as Json]
  }
  const [created, row] = await call('POST', 'rows/products', { name: 'New' })
  expect([created, row.name, erp.dataset.products.get(row.id)]).toEqual([201, 'New', row])
  const [, changed] = await call('PATCH', `rows/products/${row.id}`, { name: 'Newer' })
  expect(changed).toEqual({ ...row, name: 'Newer', updatedAt: changed.updatedAt })
  expect((await call('DELETE', `rows/products/${row.id}`))[0]).toBe(200)
  expect((await call('DELETE', `rows/products/${row.id}`))[0]).toBe(404)
  expect((await call('PATCH', `rows/products/${row.id}`, {}))[0]).toBe(400)
  expect((await call('POST', 'rows/nonsense', {}))[0]).toBe(404)
  expect((await call('PUT', 'rows/products', {}))[0]).toBe(404)
  expect(erp.requestCount).toBe(0)

  erp.faults.clear()
  for (const reference of ['W-1', 'W-1', 'W-2']) await send(erp, reference)
  expect(await call('GET', 'writes')).toEqual([200, erp.writeLog.summary()])
  expect((await call('GET', 'writes/orders'))[1].orders).toEqual(erp.writeLog.orders())
  const [, { orders }] = await call('GET', 'writes/orders?reference=W-1')
  expect(orders).toEqual([expect.objectContaining({ reference: 'W-1', erpIds: ['4000005', '4000006'], timesStored: 2 })])
  expect((await call('POST', 'faults', { kind: 'late', every: 2, delayMs: 5, references: ['W-3'], status: 502 }))[0]).toBe(201)
  expect((await call('POST', 'faults', { kind: 'late', every: 0 }))[0]).toBe(400)
})
