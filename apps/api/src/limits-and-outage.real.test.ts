import { expect, test } from 'vitest'
import { aConnection, startHarness } from './testing/harness.ts'

const url = '/api/v1/erp/connections'

test('answers 503 while Redis is down, without waiting for it, and recovers without a restart', async () => {
  await using harness = await startHarness()
  const { id } = (await harness.as('admin', { method: 'POST', url, payload: aConnection })).json()
  await harness.redis.kill()

  const asked = [
    harness.as('viewer', { url }),
    harness.as('viewer', { url: `${url}/${id}` }),
    harness.as('operator', { method: 'POST', url: `${url}/${id}/sync`, payload: { dataType: 'products' } }),
    harness.as('admin', { method: 'POST', url, payload: aConnection }),
    harness.as('viewer', { url: '/api/v1/audit-logs' }),
    harness.as('viewer', { url: '/admin/queues/api/queues' }),
    harness.app.inject('/readyz'),
  ]
  for (const response of await Promise.all(asked)) {
    expect(response.statusCode).toBe(503)
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0)
    expect(response.json()).toMatchObject({ code: 'store.unavailable' })
    expect(response.body).not.toMatch(/ECONN|ioredis|127\.0\.0\.1|stack/)
  }
  expect((await harness.app.inject('/healthz')).statusCode).toBe(200)
  expect((await harness.app.inject('/metrics')).body).toContain('linkspan_redis_up 0')
  const refused = await harness.app.inject({ url, headers: { authorization: 'Bearer wrong-secret' } })
  expect(refused.statusCode).toBe(401)

  await harness.redis.restart()
  await expect.poll(async () => (await harness.as('viewer', { url })).statusCode).toBe(200)
})

test('starts without Redis, and works once Redis is there', async () => {
  await using harness = await startHarness({}, { redisIsAway: true })
  const board = () => harness.as('viewer', { url: '/admin/queues/api/queues' })
  const create = () => harness.as('admin', { method: 'POST', url, payload: aConnection })
  expect([(await harness.app.inject('/readyz')).statusCode, (await create()).statusCode, (await board()).statusCode]).toEqual([
    503, 503, 503,
  ])
  await harness.redis.restart()
  await expect.poll(async () => (await harness.app.inject('/readyz')).statusCode).toBe(200)
  const { id } = (await create()).json()
  const sync = await harness.as('operator', { method: 'POST', url: `${url}/${id}/sync`, payload: { dataType: 'products' } })
  expect([sync.statusCode, (await board()).statusCode]).toEqual([202, 200])
})

test('counts callers by name and strangers by address, so that strangers cannot lock a caller out', async () => {
  await using harness = await startHarness({ RATE_LIMIT: '200' })
  const stranger = (token?: string) => harness.app.inject({ url, headers: token ? { authorization: `Bearer ${token}` } : {} })
  expect([(await stranger()).statusCode, (await stranger('garbage-1')).statusCode]).toEqual([401, 401])
  for (let guess = 2; guess < 10; guess += 1) {
    const refused = await stranger(`garbage-${guess}`)
    expect(refused.statusCode).toBe(429)
    expect(refused.json()).toMatchObject({ code: 'request.rate-limited' })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  }
  expect((await stranger()).statusCode).toBe(429)
  expect((await harness.app.inject('/healthz')).statusCode).toBe(200)

  const statuses = new Map<number, number>()
  for (let request = 0; request < 205; request += 1) {
    const { statusCode } = await harness.as('viewer', { url: '/api/v1/erp/providers' })
    statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1)
  }
  expect(Object.fromEntries(statuses)).toEqual({ 200: 200, 429: 5 })
  expect((await harness.as('operator', { url: '/api/v1/erp/providers' })).statusCode).toBe(200)
  const failedLogins = async () => {
    const answer = await harness.as('operator', { url: '/api/v1/audit-logs' })
    // A starved machine answers 503, which is no list.
    return answer.statusCode === 200 ? answer.json().filter(({ action }: { action: string }) => action === 'login_failed') : answer.json()
  }
  await expect.poll(failedLogins).toHaveLength(1)
})

test('an address that guesses keys gets 429 for the right one too, unless its caller was let in from there before', async () => {
  await using harness = await startHarness({ RATE_LIMIT: '6000' })
  const status = async (role: 'viewer' | 'operator') => (await harness.as(role, { url: '/api/v1/erp/providers' })).statusCode
  expect(await status('viewer')).toBe(200)
  for (let guess = 0; guess < 20; guess += 1)
    expect((await harness.app.inject({ url, headers: { authorization: `Bearer guess-${guess}` } })).statusCode).toBe(401)
  const locked = await harness.as('operator', { url })
  expect([locked.statusCode, locked.json().code]).toEqual([429, 'request.rate-limited'])
  expect(Number(locked.headers['retry-after'])).toBeGreaterThan(30)
  expect([await status('viewer'), await status('operator')]).toEqual([200, 429])
})

test('RATE_LIMIT=0 switches limits off, and an empty COMPAT_BASE_PATH the second mount', async () => {
  await using harness = await startHarness({ RATE_LIMIT: '0', COMPAT_BASE_PATH: '' })
  for (let request = 0; request < 100; request += 1) expect((await harness.app.inject(url)).statusCode).toBe(401)
  const compat = await harness.as('viewer', { url: '/make-server-6fcaeea3/erp/connections' })
  expect(compat.statusCode).toBe(404)
})
