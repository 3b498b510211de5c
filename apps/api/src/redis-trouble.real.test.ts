import { Redis } from 'ioredis'
import { expect, test } from 'vitest'
import { aConnection, type Bench, startBench } from './testing/bench.ts'

const url = '/api/v1/erp/connections'

/** Sets Redis right or wrong from outside, as an operator would. */
async function operate(bench: Bench, ...commands: readonly (readonly [string, ...string[]])[]): Promise<void> {
  const operator = new Redis(bench.redis.url)
  for (const [command, ...args] of commands) await operator.call(command, ...args)
  operator.disconnect()
}

const list = (bench: Bench) => bench.as('viewer', { url })
const create = (bench: Bench) => bench.as('admin', { method: 'POST', url, payload: aConnection })
const status = async (answer: ReturnType<typeof list>): Promise<number> => (await answer).statusCode

const away = { status: 503, code: 'store.unavailable' }

test('a Redis that takes connections and never answers is as good as none: 503 in time, and back when it is', async () => {
  await using bench = await startBench()
  const { id } = (await create(bench)).json()
  bench.redis.pause()
  const ask = () => [
    list(bench),
    create(bench),
    bench.as('viewer', { url: `${url}/${id}/statistics` }),
    bench.as('operator', { method: 'POST', url: `${url}/${id}/sync`, payload: { dataType: 'products' } }),
    bench.as('operator', { method: 'POST', url: `${url}/${id}/test` }),
    bench.as('viewer', { url: '/api/v1/erp/overview' }),
    bench.as('viewer', { url: '/admin/queues/api/queues' }),
    bench.app.inject('/readyz'),
  ]
  for (const _ of ['at first', 'and ever after']) {
    const began = performance.now()
    for (const answer of await Promise.all(ask())) {
      expect(answer.json()).toMatchObject(away)
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    }
    expect(performance.now() - began).toBeLessThan(3000)
  }
  expect((await bench.app.inject('/healthz')).statusCode).toBe(200)
  bench.redis.resume()
  await expect.poll(() => status(list(bench)), { timeout: 10_000 }).toBe(200)
  expect((await create(bench)).statusCode).toBe(201)
})

test('a slow Redis makes slow answers, and no failures', async () => {
  await using bench = await startBench()
  await operate(bench, ['CLIENT', 'PAUSE', '300', 'ALL'])
  expect((await Promise.all([list(bench), create(bench)])).map(({ statusCode }) => statusCode)).toEqual([200, 201])
})

test('a full Redis refuses changes with 503, still reads, and takes changes again when there is room', async () => {
  await using bench = await startBench()
  const { id } = (await create(bench)).json()
  await operate(bench, ['CONFIG', 'SET', 'maxmemory', '1'])
  const changes = [
    create(bench),
    bench.as('admin', { method: 'PATCH', url: `${url}/${id}`, payload: { name: 'Other' } }),
    bench.as('operator', { method: 'POST', url: `${url}/${id}/sync`, payload: { dataType: 'products' } }),
    bench.as('operator', { method: 'POST', url: `${url}/${id}/test` }),
  ]
  for (const answer of await Promise.all(changes)) expect(answer.json()).toMatchObject(away)
  expect((await bench.as('viewer', { url: `${url}/${id}` })).json()).toMatchObject({ name: aConnection.name })
  expect((await bench.app.inject({ url, headers: { authorization: 'Bearer wrong-secret' } })).statusCode).toBe(401)
  await operate(bench, ['CONFIG', 'SET', 'maxmemory', '0'])
  expect((await create(bench)).statusCode).toBe(201)
  expect((await bench.as('operator', { method: 'POST', url: `${url}/${id}/sync`, payload: { dataType: 'products' } })).statusCode).toBe(202)
})

test('a Redis that became a replica, as in a failover, is left at once and found again when it leads', async () => {
  await using bench = await startBench()
  await operate(bench, ['REPLICAOF', '127.0.0.1', '1'])
  expect((await create(bench)).json()).toMatchObject(away)
  expect((await create(bench)).json()).toMatchObject(away)
  await operate(bench, ['REPLICAOF', 'NO', 'ONE'])
  await expect.poll(() => status(create(bench)), { timeout: 10_000 }).toBe(201)
})

test('a refused password is told once for each connection, with the address and without the password, until it is right', async () => {
  await using bench = await startBench({}, { redisOptions: { extraArgs: ['--requirepass', 'the-right-one'] }, password: 'the-wrong-one' })
  await expect.poll(async () => (await bench.app.inject('/readyz')).statusCode).toBe(503)
  expect((await create(bench)).json()).toMatchObject(away)
  const told = () => bench.logs.filter((line) => line.includes('REDIS_URL')).map((line) => JSON.parse(line))
  const once = { level: 'error', redis: `redis://127.0.0.1:${bench.redis.port}` }
  await expect.poll(told).toMatchObject([once, once])
  const operator = new Redis({ port: bench.redis.port, password: 'the-right-one' })
  await operator.config('SET', 'requirepass', 'the-wrong-one')
  operator.disconnect()
  await expect.poll(() => status(create(bench)), { timeout: 10_000 }).toBe(201)
  expect(told()).toHaveLength(2)
  expect(bench.logs.join()).not.toMatch(/the-(wrong|right)-one/)
})

test('what was acknowledged outlives a crash of Redis with an append-only file', async () => {
  await using bench = await startBench({}, { redisOptions: { aof: true } })
  const acknowledged: string[] = []
  let stopped = false
  const write = async () => {
    while (!stopped) {
      const answer = await create(bench)
      if (answer.statusCode === 201) acknowledged.push(answer.json().id)
      else expect(answer.json()).toMatchObject(away)
    }
  }
  const writers = Promise.all(Array.from({ length: 8 }, write))
  await expect.poll(() => acknowledged.length).toBeGreaterThan(100)
  await bench.redis.kill()
  await bench.redis.restart()
  const before = acknowledged.length
  await expect.poll(() => acknowledged.length, { timeout: 10_000 }).toBeGreaterThan(before)
  stopped = true
  await writers
  const found = await Promise.all(acknowledged.map((id) => status(bench.as('viewer', { url: `${url}/${id}` }))))
  expect(found.filter((each) => each !== 200)).toEqual([])
})
