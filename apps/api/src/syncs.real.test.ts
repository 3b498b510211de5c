import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import type { ERPSyncLog } from '@linkspan/core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aConnection, compat, type Harness, secretsOf, startHarness } from './testing/harness.ts'

let harness: Harness
let id: string
beforeAll(async () => {
  harness = await startHarness()
})
beforeEach(async () => {
  id = (await harness.as('admin', { method: 'POST', url: '/api/v1/erp/connections', payload: aConnection })).json().id
})
afterAll(() => harness[Symbol.asyncDispose]())

const post = (url: string, payload?: object, headers: Record<string, string> = {}) =>
  harness.as('operator', { method: 'POST', url, headers, ...(payload && { payload }) })
const get = (url: string) => harness.as('viewer', { url })

test('starts a run, answers a second request with the same run, cancels it, and retries it', async () => {
  const started = await post(`/api/v1/erp/connections/${id}/sync`, { dataType: 'products' })
  expect(started.statusCode).toBe(202)
  const log = started.json()
  expect(log).toMatchObject({ erpConnectionId: id, status: 'scheduled', trigger: 'manual', direction: 'pull', recordsProcessed: 0 })
  expect(started.headers).toMatchObject({ location: `/api/v1/erp/sync-logs/${log.id}`, 'x-deduplicated': 'false' })

  const again = await post(`${compat}/erp/connections/${id}/sync`, { dataType: 'products' })
  expect(again.json().id).toBe(log.id)
  expect(again.headers).toMatchObject({ location: `${compat}/erp/sync-logs/${log.id}`, 'x-deduplicated': 'true' })

  expect((await post(`/api/v1/erp/sync-logs/${log.id}/retry`)).statusCode).toBe(409)
  const cancelled = await post(`/api/v1/erp/sync-logs/${log.id}/cancel`, undefined, { 'content-type': 'application/json' })
  expect(cancelled.statusCode).toBe(202)
  expect(cancelled.json()).toMatchObject({ id: log.id, status: 'error', errorDetails: { code: 'run.cancelled' } })
  expect((await post(`/api/v1/erp/sync-logs/${log.id}/cancel`)).statusCode).toBe(409)

  const retried = await post(`${compat}/erp/sync-logs/${log.id}/retry`)
  expect(retried.statusCode).toBe(202)
  expect(retried.json()).toMatchObject({ status: 'scheduled', trigger: 'retry' })
  expect(retried.headers.location).toBe(`${compat}/erp/sync-logs/${retried.json().id}`)
  await post(`/api/v1/erp/sync-logs/${retried.json().id}/cancel`)
})

test('says why a run cannot start', async () => {
  const sync = (payload: object) => post(`/api/v1/erp/connections/${id}/sync`, payload)
  expect((await sync({ dataType: 'cars' })).json()).toMatchObject({ status: 422, errors: [{ path: 'dataType' }] })
  expect((await sync({ dataType: 'products', since: 'yesterday' })).json()).toMatchObject({ status: 422, errors: [{ path: 'since' }] })
  expect((await sync({ dataType: 'orders' })).json()).toMatchObject({ status: 422, code: 'connection.data-type-disabled' })
  expect((await sync({ dataType: 'products', direction: 'push' })).json()).toMatchObject({ status: 422, code: 'connection.not-capable' })
  await harness.as('admin', { method: 'PATCH', url: `/api/v1/erp/connections/${id}`, payload: { status: 'inactive' } })
  expect((await sync({ dataType: 'products' })).json()).toMatchObject({ status: 409, code: 'connection.not-active' })
})

test('answers with the current log if the run does not end while the caller waits', async () => {
  const response = await post(`/api/v1/erp/connections/${id}/sync`, { dataType: 'products' }, { prefer: 'wait=0' })
  expect(response.statusCode).toBe(202)
  expect(response.headers['preference-applied']).toBe('wait=0')
  await post(`/api/v1/erp/sync-logs/${response.json().id}/cancel`)
})

test('says that no worker took a test, and keeps a late result', async () => {
  await harness.as('admin', { method: 'PATCH', url: `/api/v1/erp/connections/${id}`, payload: { settings: { timeout: 100 } } })
  const response = await post(`/api/v1/erp/connections/${id}/test`)
  expect(response.statusCode).toBe(200)
  expect(response.json()).toMatchObject({ success: false, message: expect.stringContaining('No worker') })

  const later = await post(`${compat}/erp/connections/${id}/test-enhanced`, undefined, { prefer: 'respond-async' })
  expect(later.statusCode).toBe(202)
  expect(later.headers).toMatchObject({ location: response.headers.location?.toString().replace('/api/v1', compat) })
  const location = String(later.headers.location)
  expect((await get(location)).statusCode).toBe(202)
  await using _worker = harness.work()
  await expect.poll(async () => (await get(location)).statusCode).toBe(200)
  expect((await get(location)).json()).toMatchObject({ success: true })
})

test('a caller who waits for a test learns that the connection was deleted meanwhile', async () => {
  const url = '/api/v1/erp/connections'
  const { id: gone } = (await harness.as('admin', { method: 'POST', url, payload: aConnection })).json()
  const waiting = post(`${url}/${gone}/test`)
  await expect.poll(() => harness.ports.queue.hasWaiting('erp-test')).toBe(true)
  await harness.as('admin', { method: 'DELETE', url: `${url}/${gone}` })
  await using _worker = harness.work()
  expect((await waiting).json()).toMatchObject({ success: false, message: 'The connection was deleted' })
})

test('tests a connection, syncs it, and serves its records', async () => {
  await using _worker = harness.work()
  expect((await post(`/api/v1/erp/connections/${id}/test`)).json()).toMatchObject({ success: true, responseTime: expect.any(Number) })

  const synced = await post(`/api/v1/erp/connections/${id}/sync`, { dataType: 'products' }, { prefer: 'wait=30' })
  expect(synced.statusCode).toBe(200)
  const log: ERPSyncLog = synced.json()
  expect(log).toMatchObject({ status: 'success', recordsProcessed: 25, recordsCreated: 24, recordsFailed: 1, progress: 100 })

  const logUrl = `/api/v1/erp/sync-logs/${log.id}`
  expect((await get(logUrl)).json()).toEqual(log)
  expect((await get(`${logUrl}/entries`)).json().length).toBeGreaterThan(0)
  expect((await get(`${logUrl}/rejects`)).json()).toMatchObject([{ recordId: 'P/7 ä', errors: [{ path: 'name' }] }])
  const since = encodeURIComponent('2020-01-01T00:00:00+02:00')
  const found = await get(`/api/v1/erp/sync-logs?erpConnectionId=${id}&dataType=products&status=success&since=${since}`)
  expect(found.json()).toEqual([log])
  expect((await get(`/api/v1/erp/sync-logs?erpConnectionId=${id}&until=2020-01-01`)).json()).toEqual([])

  const records = await get(`/api/v1/erp/connections/${id}/records/products?limit=1000`)
  expect(records.json()).toHaveLength(24)
  const one = await get(`/api/v1/erp/connections/${id}/records/products/${encodeURIComponent('P/3 ä')}`)
  expect(one.json()).toMatchObject({ id: 'P/3 ä', source: 'erp', syncStatus: 'synced', data: { name: 'Product 3' } })
  expect((await get(`/api/v1/erp/connections/${id}/records/products/none`)).statusCode).toBe(404)

  let after = 0
  const changed: string[] = []
  for (;;) {
    const { changes, next } = (await get(`/api/v1/erp/connections/${id}/changes/products?after=${after}&limit=10`)).json()
    if (next === after) break
    changed.push(...changes.map((change: { id: string }) => change.id))
    after = next
  }
  expect(new Set(changed).size).toBe(24)

  await post(`/api/v1/erp/connections/${id}/sync`, { dataType: 'inventory' }, { prefer: 'wait=30' })
  const stock = await get(`/api/v1/erp/inventory/${encodeURIComponent('A/1')}?erpConnectionId=${id}`)
  expect(stock.json()).toMatchObject({ sku: 'A/1', quantityOnHand: '0.3', quantityAvailable: '0.25', uom: 'EA' })
  expect((await get(`/api/v1/erp/inventory/none?erpConnectionId=${id}`)).statusCode).toBe(404)
  expect((await get(`/api/v1/erp/connections/${id}/statistics`)).json()).toMatchObject({ totalSyncs: 2, successfulSyncs: 2 })
})

test.each(['/api/v1', compat])('streams a run under %s until it ends', async (mount) => {
  harness.gate.close()
  const { port } = await listen()
  const log: ERPSyncLog = (await post(`${mount}/erp/connections/${id}/sync`, { dataType: 'products' })).json()
  const response = await fetch(`http://127.0.0.1:${port}${mount}/erp/sync-logs/${log.id}/events`, {
    headers: { authorization: `Bearer ${secretsOf.viewer}`, 'last-event-id': '7' },
  })
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  expect(response.headers.get('x-request-id')).toBeTruthy()
  await using _worker = harness.work()
  harness.gate.open()
  const text = await response.text()
  const events = [...text.matchAll(/event: (\w+)\ndata: (.+)\n\n/g)].map(([, event, data]) => ({ event, log: JSON.parse(String(data)) }))
  expect(events[0]).toMatchObject({ event: 'progress', log: { status: 'scheduled' } })
  expect(events.at(-1)).toMatchObject({ event: 'end', log: { id: log.id, status: 'success', recordsProcessed: 25 } })
  expect(events.filter(({ event }) => event === 'end')).toHaveLength(1)
})

const listen = async (): Promise<AddressInfo> => {
  if (!harness.app.server.listening) await harness.app.listen({ host: '127.0.0.1', port: 0 })
  return harness.app.server.address() as AddressInfo
}

test('closes open streams and ends waiting requests when it stops', async () => {
  await using own = await startHarness()
  await own.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = own.app.server.address() as AddressInfo
  const base = `http://127.0.0.1:${port}/api/v1`
  const headers = { authorization: `Bearer ${secretsOf.admin}`, 'content-type': 'application/json' }
  const created = await fetch(`${base}/erp/connections`, { method: 'POST', headers, body: JSON.stringify(aConnection) })
  const connection = (await created.json()) as { id: string }
  const sync = `${base}/erp/connections/${connection.id}/sync`
  const started = await fetch(sync, { method: 'POST', headers, body: '{"dataType":"products"}' })
  const log = (await started.json()) as ERPSyncLog
  const stream = await fetch(`${base}/erp/sync-logs/${log.id}/events`, { headers })
  const waiting = fetch(sync, { method: 'POST', headers: { ...headers, prefer: 'wait=120' }, body: '{"dataType":"products"}' })
  await once(own.app.server, 'request')

  await own.app.close()
  expect(await stream.text()).not.toContain('event: end')
  expect((await waiting).status).toBe(202)
})

test('answers a request that is half sent when it stops, and closes the connection', async () => {
  await using own = await startHarness()
  await own.app.listen({ host: '127.0.0.1', port: 0 })
  const socket = connect((own.app.server.address() as AddressInfo).port, '127.0.0.1').setEncoding('utf8')
  let answers = ''
  socket.on('data', (text) => {
    answers += text
  })
  socket.write('GET /healthz HTTP/1.1\r\nhost: linkspan\r\n\r\nGET /healthz HTTP/1.1\r\nho')
  await expect.poll(() => answers).toContain('{"status":"ok"}')
  const closed = own.app.close()
  await expect.poll(() => own.app.server.listening).toBe(false)
  answers = ''
  socket.write('st: linkspan\r\n\r\n')
  await Promise.all([once(socket, 'close'), closed])
  expect(answers).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
  expect(answers).toContain('connection: close')
})
