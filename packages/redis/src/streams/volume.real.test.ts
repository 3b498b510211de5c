import { createAllowedAge, judgeVolume, silentLogger, watchStreams } from '@linkspan/core'
import { pagesOf } from '@linkspan/core/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRedisPorts } from '../index.ts'
import { caller, type Harness, startHarness } from '../testing/harness.ts'

const hourMs = 3_600_000
const start = Date.parse('2026-02-02T00:00:00Z')
let harness: Harness
let written = 0
beforeAll(async () => {
  harness = await startHarness((request) => pagesOf([], request, 10), {}, { orders: { pull: 'incremental', push: true } })
})
afterAll(() => harness[Symbol.asyncDispose]())

const write = async (connectionId: string, count: number): Promise<void> => {
  const records = Array.from({ length: count }, () => {
    written += 1
    return { id: `P${written}`, sku: `P${written}`, name: 'P', price: '1', currency: 'EUR' }
  })
  await harness.core.records.write(caller, { connectionId, dataType: 'products', records })
}

test('new records are counted by the hour, and their silence is unusual after two weeks', async () => {
  const connectionId = await harness.connect()
  const stream = { connectionId, dataType: 'products' } as const
  let now = start
  await using ports = createRedisPorts({
    config: harness.config,
    offlinePolicy: 'wait',
    clock: { now: () => new Date(now) },
    logger: silentLogger,
  })
  const { streams } = ports
  const isOpen = () => new Date(now).getUTCHours() >= 8 && new Date(now).getUTCHours() < 18
  for (const silenceFrom = start + (14 * 24 + 10) * hourMs; now < silenceFrom; now += hourMs) {
    if (isOpen()) await write(connectionId, 12)
    const volume = await streams.countVolume(stream)
    expect(judgeVolume(volume, now)).toBeNull()
  }
  const lastAt = now - hourMs
  const volume = await streams.countVolume(stream)
  expect(volume).toMatchObject({ since: start, lastAt, told: null })
  const hourOf = (at: number) => volume.hours.get(at / hourMs)
  expect(hourOf(start + 9 * hourMs)).toBe(12)
  expect(hourOf(start + 7 * hourMs)).toBeUndefined()
  expect([...volume.hours.values()].reduce((sum, count) => sum + count, 0)).toBe(written)

  now = lastAt + 2 * hourMs + 15 * 60_000
  expect(judgeVolume(await streams.countVolume(stream), now)).toEqual({ since: lastAt, usualPerHour: 12 })
  await streams.noteSilence(stream, lastAt)
  expect(await streams.countVolume(stream)).toMatchObject({ told: lastAt })
  await write(connectionId, 1)
  expect(await streams.countVolume(stream)).toMatchObject({ told: lastAt, lastAt: now })
  await streams.noteSilence(stream, null)
  expect(await streams.countVolume(stream)).toMatchObject({ told: null })
})

test('only the last six weeks are kept, and nothing of a connection that is gone', async () => {
  const connectionId = await harness.connect()
  const stream = { connectionId, dataType: 'products' } as const
  let now = start
  await using ports = createRedisPorts({
    config: harness.config,
    offlinePolicy: 'wait',
    clock: { now: () => new Date(now) },
    logger: silentLogger,
  })
  for (let day = 0; day < 60; day += 1, now += 24 * hourMs) {
    await ports.streams.countVolume(stream)
    await write(connectionId, 1)
  }
  const { hours } = await ports.streams.countVolume(stream)
  expect([...hours.keys()].every((hour) => hour * hourMs >= now - 44 * 24 * hourMs)).toBe(true)
  expect(hours.size).toBeGreaterThanOrEqual(43)

  await harness.core.connections.remove(caller, { id: connectionId })
  await ports.streams.noteSilence(stream, 1)
  expect(await ports.streams.countVolume(stream)).toEqual({ since: now, lastAt: null, told: null, hours: new Map() })
})

test('an unusual silence of orders is one incident, which closes with the next order', async () => {
  const connectionId = await harness.connect({ enabledDataTypes: ['orders'], timezone: 'Europe/Berlin' })
  let now = start
  await using ports = createRedisPorts({
    config: harness.config,
    offlinePolicy: 'wait',
    clock: { now: () => new Date(now) },
    logger: silentLogger,
  })
  const watch = () =>
    watchStreams(createAllowedAge(), {
      ...ports,
      connectors: harness.erp.registry,
      clock: { now: () => new Date(now) },
      logger: silentLogger,
    })
  const order = async () => {
    written += 1
    const line = { lineNumber: '1', sku: 'A', quantity: '1' }
    const data = { orderNumber: `O${written}`, orderDate: '2026-02-02', currency: 'EUR', total: '1', lines: [line] }
    await harness.core.records.write(caller, { connectionId, dataType: 'orders', records: [{ id: `O${written}`, ...data }] })
  }
  for (const end = start + (14 * 24 + 10) * hourMs; now < end; now += hourMs) {
    if (new Date(now).getUTCHours() >= 9 && new Date(now).getUTCHours() < 12) for (let count = 0; count < 11; count += 1) await order()
    await watch()
  }
  const incidents = async () => (await ports.incidents.list({ connectionId, limit: 10 })).items
  expect(await incidents()).toEqual([])
  now += hourMs + 15 * 60_000
  for (let times = 0; times < 3; times += 1) await watch()
  const known = { cause: 'volume.unusual', severity: 'warning', dataTypes: ['orders'], occurrences: 1 }
  expect(await incidents()).toMatchObject([
    { ...known, status: 'open', timeline: [{ message: 'No orders since 10:00, usually 11 an hour on Mondays' }] },
  ])
  await order()
  await watch()
  await watch()
  expect(await incidents()).toMatchObject([{ ...known, status: 'closed' }])
})
