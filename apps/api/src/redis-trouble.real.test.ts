import { setTimeout as pause } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { expect, test } from 'vitest'
import { aConnection, type Harness, startHarness } from './testing/harness.ts'

const url = '/api/v1/erp/connections'

/** Sends commands to Redis from outside, as an operator would. */
async function operate(harness: Harness, ...commands: readonly (readonly [string, ...string[]])[]): Promise<void> {
  const operator = new Redis(harness.redis.url)
  for (const [command, ...args] of commands) await operator.call(command, ...args)
  operator.disconnect()
}

const list = (harness: Harness) => harness.as('viewer', { url })
const create = (harness: Harness) => harness.as('admin', { method: 'POST', url, payload: aConnection })
const status = async (answer: ReturnType<typeof list>): Promise<number> => (await answer).statusCode

const unavailable = { status: 503, code: 'store.unavailable' }

test('a Redis that accepts connections but never answers means 503 in time, and the API recovers with it', async () => {
  await using harness = await startHarness()
  const { id } = (await create(harness)).json()
  harness.redis.pause()
  const ask = () => [
    list(harness),
    create(harness),
    harness.as('viewer', { url: `${url}/${id}/statistics` }),
    harness.as('operator', { method: 'POST', url: `${url}/${id}/sync`, payload: { dataType: 'products' } }),
    harness.as('operator', { method: 'POST', url: `${url}/${id}/test` }),
    harness.as('viewer', { url: '/api/v1/erp/overview' }),
    harness.as('viewer', { url: '/admin/queues/api/queues' }),
    harness.app.inject('/readyz'),
  ]
  for (const _ of ['at first', 'and ever after']) {
    for (const answer of await Promise.all(ask())) {
      expect(answer.json()).toMatchObject(unavailable)
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    }
  }
  expect((await harness.app.inject('/healthz')).statusCode).toBe(200)
  harness.redis.resume()
  await expect.poll(() => status(list(harness))).toBe(200)
  expect((await create(harness)).statusCode).toBe(201)
})

test('a slow Redis makes answers slow, but nothing fails', async () => {
  await using harness = await startHarness()
  await operate(harness, ['CLIENT', 'PAUSE', '300', 'ALL'])
  expect((await Promise.all([list(harness), create(harness)])).map(({ statusCode }) => statusCode)).toEqual([200, 201])
})

test('with a full Redis changes get 503, reads still work, and changes work again when there is room', async () => {
  await using harness = await startHarness()
  const { id } = (await create(harness)).json()
  await operate(harness, ['CONFIG', 'SET', 'maxmemory', '1'])
  expect((await harness.app.inject('/readyz')).statusCode).toBe(503)
  expect((await harness.as('admin', { method: 'DELETE', url: `${url}/${id}` })).statusCode).toBe(503)
  expect((await harness.as('viewer', { url: `${url}/${id}` })).statusCode).toBe(200)
  const changes = [
    create(harness),
    harness.as('admin', { method: 'PATCH', url: `${url}/${id}`, payload: { name: 'Other' } }),
    harness.as('operator', { method: 'POST', url: `${url}/${id}/sync`, payload: { dataType: 'products' } }),
    harness.as('operator', { method: 'POST', url: `${url}/${id}/test` }),
  ]
  for (const answer of await Promise.all(changes)) expect(answer.json()).toMatchObject(unavailable)
  expect((await harness.as('viewer', { url: `${url}/${id}` })).json()).toMatchObject({ name: aConnection.name })
  expect((await harness.app.inject({ url, headers: { authorization: 'Bearer wrong-secret' } })).statusCode).toBe(401)
  await operate(harness, ['CONFIG', 'SET', 'maxmemory', '0'])
  expect((await create(harness)).statusCode).toBe(201)
  expect((await harness.as('operator', { method: 'POST', url: `${url}/${id}/sync`, payload: { dataType: 'products' } })).statusCode).toBe(
    202,
  )
})

test('a Redis that becomes a replica, as in a failover, is left at once, and used again when it is the master', async () => {
  await using harness = await startHarness()
  await operate(harness, ['REPLICAOF', '127.0.0.1', '1'])
  expect((await create(harness)).json()).toMatchObject(unavailable)
  expect((await create(harness)).json()).toMatchObject(unavailable)
  await operate(harness, ['REPLICAOF', 'NO', 'ONE'])
  await expect.poll(() => status(create(harness))).toBe(201)
})

test('a refused password is logged once for each Redis connection, with the address but without the password', async () => {
  await using harness = await startHarness(
    {},
    { redisOptions: { extraArgs: ['--requirepass', 'the-right-one'] }, password: 'the-wrong-one' },
  )
  await expect.poll(async () => (await harness.app.inject('/readyz')).statusCode).toBe(503)
  expect((await create(harness)).json()).toMatchObject(unavailable)
  const logged = () => harness.logs.filter((line) => line.includes('REDIS_URL')).map((line) => JSON.parse(line))
  const once = { level: 'error', redis: `redis://127.0.0.1:${harness.redis.port}` }
  await expect.poll(logged).toMatchObject([once, once])
  const operator = new Redis({ port: harness.redis.port, password: 'the-right-one' })
  await operator.config('SET', 'requirepass', 'the-wrong-one')
  operator.disconnect()
  await expect.poll(() => status(create(harness))).toBe(201)
  expect(logged()).toHaveLength(2)
  expect(harness.logs.join()).not.toMatch(/the-(wrong|right)-one/)
})

test('acknowledged changes survive a crash of a Redis with an append-only file', async () => {
  await using harness = await startHarness({}, { redisOptions: { aof: true } })
  const acknowledged: string[] = []
  const others: unknown[] = []
  let stopped = false
  const write = async () => {
    while (!stopped) {
      const answer = await create(harness)
      if (answer.statusCode === 201) acknowledged.push(answer.json().id)
      else others.push(answer.json())
    }
  }
  const acknowledgedMoreThan = async (count: number) => {
    while (acknowledged.length <= count) await pause(10)
  }
  const writers = Array.from({ length: 8 }, write)
  try {
    await acknowledgedMoreThan(100)
    await harness.redis.kill()
    await harness.redis.restart()
    await acknowledgedMoreThan(acknowledged.length)
  } finally {
    stopped = true
    await Promise.allSettled(writers)
  }
  await Promise.all(writers)
  for (const other of others) expect(other).toMatchObject(unavailable)
  const found = await Promise.all(acknowledged.map((id) => status(harness.as('viewer', { url: `${url}/${id}` }))))
  expect(found.filter((each) => each !== 200)).toEqual([])
})
