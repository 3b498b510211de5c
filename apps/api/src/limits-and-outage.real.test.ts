import { expect, test } from 'vitest'
import { aConnection, startBench } from './testing/bench.ts'

const url = '/api/v1/erp/connections'

test('answers 503 at once while Redis is away, and recovers by itself', async () => {
  await using bench = await startBench()
  const { id } = (await bench.as('admin', { method: 'POST', url, payload: aConnection })).json()
  await bench.redis.kill()

  const asked = [
    bench.as('viewer', { url }),
    bench.as('viewer', { url: `${url}/${id}` }),
    bench.as('operator', { method: 'POST', url: `${url}/${id}/sync`, payload: { dataType: 'products' } }),
    bench.as('admin', { method: 'POST', url, payload: aConnection }),
    bench.as('viewer', { url: '/api/v1/audit-logs' }),
    bench.as('viewer', { url: '/admin/queues/api/queues' }),
    bench.app.inject('/readyz'),
  ]
  const began = performance.now()
  for (const response of await Promise.all(asked)) {
    expect(response.statusCode).toBe(503)
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0)
    expect(response.json()).toMatchObject({ code: 'store.unavailable' })
    expect(response.body).not.toMatch(/ECONN|ioredis|127\.0\.0\.1|stack/)
  }
  expect(performance.now() - began).toBeLessThan(1000)
  expect((await bench.app.inject('/healthz')).statusCode).toBe(200)
  expect((await bench.app.inject('/metrics')).body).toContain('linkspan_redis_up 0')
  const refused = await bench.app.inject({ url, headers: { authorization: 'Bearer wrong-secret' } })
  expect(refused.statusCode).toBe(401)

  await bench.redis.restart()
  await expect.poll(async () => (await bench.as('viewer', { url })).statusCode, { timeout: 10_000 }).toBe(200)
})

test('starts without Redis, and serves all of it once Redis is there', async () => {
  await using bench = await startBench({}, { redisIsAway: true })
  const board = () => bench.as('viewer', { url: '/admin/queues/api/queues' })
  const create = () => bench.as('admin', { method: 'POST', url, payload: aConnection })
  expect([(await bench.app.inject('/readyz')).statusCode, (await create()).statusCode, (await board()).statusCode]).toEqual([503, 503, 503])
  await bench.redis.restart()
  await expect.poll(async () => (await bench.app.inject('/readyz')).statusCode, { timeout: 10_000 }).toBe(200)
  const { id } = (await create()).json()
  const sync = await bench.as('operator', { method: 'POST', url: `${url}/${id}/sync`, payload: { dataType: 'products' } })
  expect([sync.statusCode, (await board()).statusCode]).toEqual([202, 200])
})

test('counts each caller by name, and strangers by address, who cannot lock a caller out', async () => {
  await using bench = await startBench({ RATE_LIMIT: '200' })
  const stranger = (token?: string) => bench.app.inject({ url, headers: token ? { authorization: `Bearer ${token}` } : {} })
  expect([(await stranger()).statusCode, (await stranger('garbage-1')).statusCode]).toEqual([401, 401])
  for (let guess = 2; guess < 10; guess += 1) {
    const refused = await stranger(`garbage-${guess}`)
    expect(refused.statusCode).toBe(429)
    expect(refused.json()).toMatchObject({ code: 'request.rate-limited' })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  }
  expect((await stranger()).statusCode).toBe(429)
  expect((await bench.app.inject('/healthz')).statusCode).toBe(200)

  const statuses = new Map<number, number>()
  for (let request = 0; request < 205; request += 1) {
    const { statusCode } = await bench.as('viewer', { url: '/api/v1/erp/providers' })
    statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1)
  }
  expect(Object.fromEntries(statuses)).toEqual({ 200: 200, 429: 5 })
  expect((await bench.as('operator', { url: '/api/v1/erp/providers' })).statusCode).toBe(200)
  const events = (await bench.as('operator', { url: '/api/v1/audit-logs' })).json()
  expect(events.filter(({ action }: { action: string }) => action === 'login_failed')).toHaveLength(1)
})

test('switches limits off with 0, and the compat mount with nothing', async () => {
  await using bench = await startBench({ RATE_LIMIT: '0', COMPAT_BASE_PATH: '' })
  for (let request = 0; request < 100; request += 1) expect((await bench.app.inject(url)).statusCode).toBe(401)
  const compat = await bench.as('viewer', { url: '/make-server-6fcaeea3/erp/connections' })
  expect(compat.statusCode).toBe(404)
})
