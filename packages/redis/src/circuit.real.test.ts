import { AppError, type ErrorCode } from '@linkspan/core'
import { pagesOf, products } from '@linkspan/core/testing'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { caller, type Harness, startHarness } from './testing/harness.ts'

const rules = { minGapMs: 300, maxGapMs: 2000 }
let harness: Harness
beforeEach(async () => {
  await harness?.[Symbol.asyncDispose]()
  harness = await startHarness((request) => pagesOf(products(3), request, 10), {}, { orders: { pull: 'full' } }, rules)
  harness.startWorker()
})
afterAll(() => harness[Symbol.asyncDispose]())

/** How often the ERP was asked for a page. */
let asked = 0
const works = () => {
  harness.erp.pages = (request, _, dataType) => {
    asked += 1
    return pagesOf(dataType === 'products' ? products(3) : [], request, 10)
  }
}
const fails = (code: ErrorCode = 'remote.unavailable') => {
  harness.erp.pages = () => {
    asked += 1
    throw new AppError(code, 'GET /products: HTTP 503')
  }
}
const connect = (change: Record<string, unknown> = {}) => harness.connect({ retryAttempts: 0, ...change })
const run = async (id: string, request: Record<string, unknown> = {}) => harness.ended(await harness.start(id, request))
const read = async (id: string) => (await harness.core.connections.get(id)).connection
const stateOf = async (id: string) => (await read(id)).health.state
const told = async (id: string) =>
  (await harness.store.events.read(id, null, 1000))
    .filter(({ type }) => type.startsWith('connection.'))
    .map(({ type, data }) => ({ type, data }))
const types = async (id: string) => (await told(id)).map(({ type }) => type)
const isOpen = (id: string) => expect.poll(() => stateOf(id)).toBe('open')
const isClosed = (id: string) => expect.poll(async () => (await read(id)).status).toBe('active')
const failTimes = async (id: string, count: number) => {
  for (let at = 0; at < count; at += 1) await run(id, { dataType: at % 2 === 0 ? 'products' : 'inventory' })
}
const refusal = async (id: string, request: Record<string, unknown> = {}) =>
  harness.start(id, request).then(
    () => null,
    (thrown: unknown) => (thrown as AppError).code,
  )

test('five failed runs in a row, of any data type, open the circuit, once, and syncs are refused', async () => {
  fails()
  const id = await connect()
  await failTimes(id, 4)
  expect(await read(id)).toMatchObject({ status: 'active' })
  expect(await told(id)).toEqual([])
  const { completedAt: since } = await run(id)
  const { status, health } = await read(id)
  expect(status).toBe('error')
  expect(health).toMatchObject({
    state: expect.stringMatching(/open|probing/),
    since,
    failuresInARow: 5,
    reason: 'GET /products: HTTP 503',
  })
  const degraded = { connectionId: id, state: 'open', code: 'remote.unavailable', reason: 'GET /products: HTTP 503', since }
  expect(await told(id)).toEqual([{ type: 'connection.degraded', data: degraded }])
  expect((await harness.core.connections.list({ status: 'error', limit: 10 })).items.map((one) => one.id)).toEqual([id])
  expect(await refusal(id)).toBe('connection.circuit-open')
  expect(await run(id, { force: true })).toMatchObject({ status: 'error', errorDetails: { code: 'remote.unavailable' } })
  expect(await types(id)).toEqual(['connection.degraded'])
})

test('a success of any data type starts the count anew, and what the ERP cannot help does not count', async () => {
  const id = await connect()
  fails()
  await failTimes(id, 4)
  works()
  await run(id)
  for (const code of ['run.incomplete', 'setup.resource-missing', 'setup.key-missing'] as const) {
    fails(code)
    await failTimes(id, 6)
  }
  fails()
  await failTimes(id, 4)
  expect(await read(id)).toMatchObject({ status: 'active' })
  expect(await told(id)).toEqual([])
})

test('probes follow with gaps until one passes; then one run goes through, and the circuit closes, once', async () => {
  fails()
  const id = await connect()
  await failTimes(id, 5)
  await isOpen(id)
  const nextProbeAt = (await read(id)).health.nextProbeAt ?? ''
  expect(Date.parse(nextProbeAt)).toBeGreaterThan(Date.now())
  expect(Date.parse(nextProbeAt)).toBeLessThan(Date.now() + rules.maxGapMs)
  await expect.poll(async () => (await harness.store.circuits.get(id))?.failedProbes ?? 0).toBeGreaterThanOrEqual(2)
  works()
  await isClosed(id)
  await expect.poll(() => harness.store.circuits.get(id)).toBeNull()
  expect(await types(id)).toEqual(['connection.degraded', 'connection.recovered'])
  expect((await harness.core.connections.list({ status: 'active', limit: 10 })).items.map((one) => one.id)).toEqual([id])
  expect(await run(id)).toMatchObject({ status: 'success' })
})

test('rejected credentials open the circuit at once, and a probe tries them once', async () => {
  fails('setup.credentials-rejected')
  const id = await connect()
  await run(id)
  expect(await read(id)).toMatchObject({ status: 'error' })
  expect(await told(id)).toMatchObject([{ type: 'connection.degraded', data: { code: 'setup.credentials-rejected' } }])
  const before = asked
  await expect.poll(async () => (await harness.store.circuits.get(id))?.failedProbes).toBe(1)
  expect(asked).toBe(before + 1) // two data types are enabled
})

test('a run that waits already spends no attempt while the circuit is open, and goes on when it closes', async () => {
  const id = await connect({ enabledDataTypes: ['products', 'inventory', 'employees'] })
  harness.erp.pages = () => {
    throw new AppError('remote.throttled', 'GET /inventory: HTTP 429', { retryAfterMs: 3_600_000 })
  }
  const waiting = await harness.start(id, { dataType: 'inventory' })
  const { attempts } = await harness.ended(waiting, ({ status, errorMessage }) => status === 'scheduled' && errorMessage !== undefined)
  fails()
  for (let at = 0; at < 5; at += 1) await run(id)
  await harness.store.queue.promote('erp-sync', waiting)
  const entries = async () => (await harness.core.runs.entries(waiting, { limit: 100 })).items.map(({ details }) => details?.code)
  await expect.poll(entries).toContain('connection.circuit-open')
  await expect.poll(async () => (await harness.store.circuits.get(id))?.failedProbes ?? 0).toBeGreaterThanOrEqual(2)
  const log = await harness.core.runs.get(waiting)
  expect([log.status, log.attempts]).toEqual(['scheduled', attempts])
  works()
  expect(await harness.ended(waiting)).toMatchObject({ status: 'success', attempts })
  expect((await entries()).filter((code) => code === 'connection.circuit-open')).toHaveLength(1)
  await isClosed(id)
})

test('a run that fails after a probe that passed opens the circuit again', async () => {
  fails()
  const id = await connect({ syncSchedule: '* * * * * *' })
  await isOpen(id)
  harness.erp.pages = (request, context, dataType) => {
    if (request.dryRun) return pagesOf([], request, 10) // a probe
    throw new AppError('remote.unavailable', `GET /${dataType} of ${context.connectionId}: HTTP 503`)
  }
  const circuit = () => harness.store.circuits.get(id)
  await expect.poll(async () => (await circuit())?.failedProbes ?? 0).toBeGreaterThanOrEqual(2)
  expect((await circuit())?.reason).toContain('HTTP 503')
  expect(await types(id)).toEqual(['connection.degraded'])
  expect(await read(id)).toMatchObject({ status: 'error' })
  works()
  await isClosed(id)
  expect(await types(id)).toEqual(['connection.degraded', 'connection.recovered'])
})

test('a change of the credentials closes the circuit at once, and one of the name does not', async () => {
  fails('setup.credentials-rejected')
  const id = await connect()
  await run(id)
  const change = (fields: Record<string, unknown>) => harness.core.connections.update(caller, { id, change: fields })
  expect((await change({ name: 'Renamed' })).connection.status).toBe('error')
  works()
  expect((await change({ credentials: { apiKey: 'another-key' } })).connection).toMatchObject({ status: 'active', name: 'Renamed' })
  expect(await types(id)).toEqual(['connection.degraded', 'connection.recovered'])
  expect(await run(id)).toMatchObject({ status: 'success' })
})

test('a test that a person asked for closes the circuit if it passes, and reconnecting probes before its time', async () => {
  await using quiet = await startHarness((request) => pagesOf(products(3), request, 10), {}, {}, { minGapMs: 3_600_000 })
  quiet.startWorker()
  const open = async () => {
    quiet.erp.pages = () => {
      throw new AppError('setup.credentials-rejected', 'GET /products: HTTP 401')
    }
    const id = await quiet.connect({ retryAttempts: 0 })
    await quiet.ended(await quiet.start(id))
    return id
  }
  for (const way of ['test', 'reconnect'] as const) {
    const id = await open()
    const ask = async () => {
      const { testId } = await quiet.core.connections[way](caller, { id })
      const result = await quiet.core.connections.waitForTest(testId, AbortSignal.timeout(10_000))
      await expect.poll(() => quiet.store.queue.isPending('erp-test', testId)).toBe(false)
      return result?.success
    }
    expect(await ask()).toBe(false)
    expect((await quiet.store.circuits.get(id))?.failedProbes).toBe(way === 'reconnect' ? 1 : 0)
    quiet.erp.pages = (request) => pagesOf([], request, 10)
    expect(await ask()).toBe(true)
    const { connections } = quiet.core
    await expect.poll(async () => (await connections.get(id)).connection.status).toBe('active')
  }
})

const longLeaseMs = 600_000
const beginProbe = (id: string, probe: string, leaseMs: number) => harness.store.circuits.beginProbe(id, probe, { leaseMs, isUrgent: true })

test('only one of several workers probes at a time', async () => {
  fails()
  const id = await connect()
  await failTimes(id, 5)
  await expect.poll(() => beginProbe(id, 'first', longLeaseMs)).toBe('begun')
  expect(await beginProbe(id, 'second', longLeaseMs)).toBe('busy')
  expect(await stateOf(id)).toBe('probing')
})

test('another worker takes over from one that has died while it probed', async () => {
  fails()
  const id = await connect()
  await failTimes(id, 5)
  const { circuits } = harness.store
  await expect.poll(() => beginProbe(id, 'first', 1)).toBe('begun')
  await expect.poll(() => beginProbe(id, 'second', longLeaseMs)).toBe('begun')
  await circuits.endProbe(id, 'first', { kind: 'passed' }) // too late
  expect((await circuits.get(id))?.phase).toBe('open')
  await circuits.endProbe(id, 'second', { kind: 'abandoned' })
  await expect.poll(() => beginProbe(id, 'third', longLeaseMs)).toBe('begun') // the worker may be faster
})

test('what waits for people is caught up first, then orders, then the rest, and every due time has its fate', async () => {
  harness.erp.pages = (_request, _context, dataType) => {
    // On a slow machine the others are due before the person's run waits: a throttled one would not fail for an hour.
    if (dataType !== 'inventory') throw new AppError('remote.unavailable', 'GET /products: HTTP 503')
    throw new AppError('remote.throttled', 'GET /inventory: HTTP 429', { retryAfterMs: 3_600_000 })
  }
  const lastDue = Date.now() + 12_000 // the circuit has to be open before, also on a slow machine
  const seconds = Array.from({ length: 12 }, (_, at) => new Date(lastDue - at * 1000).getUTCSeconds())
  const id = await connect({ enabledDataTypes: ['products', 'inventory', 'orders'], syncSchedule: `${seconds.join(',')} * * * * *` })
  const person = await harness.start(id, { dataType: 'inventory' })
  await harness.ended(person, ({ status, errorMessage }) => status === 'scheduled' && errorMessage !== undefined)
  fails()
  await isOpen(id)
  await harness.store.queue.promote('erp-sync', person)
  const slots = (dataType: 'products' | 'orders') => harness.core.connections.slots(id, dataType, { limit: 1000 })
  await expect.poll(async () => (await slots('products')).at(0)?.reason).toBe('circuit open')
  await expect.poll(() => Date.now()).toBeGreaterThan(lastDue)

  const begun: string[] = []
  harness.erp.pages = (request, _, dataType = 'products') => {
    if (!request.dryRun) begun.push(dataType)
    return pagesOf([], request, 10)
  }
  await isClosed(id)
  await expect.poll(() => harness.store.circuits.get(id)).toBeNull()
  expect(begun.slice(0, 3)).toEqual(['inventory', 'orders', 'products'])
  const fates = (await slots('products')).filter(({ dueAt }) => Date.parse(dueAt) <= lastDue)
  expect(fates.every(({ state, reason }) => state === 'ran' || state === 'joined' || reason === 'circuit open')).toBe(true)
  expect(fates.map(({ dueAt }) => new Date(dueAt).getUTCSeconds())).toEqual(seconds.slice(0, fates.length))
})
