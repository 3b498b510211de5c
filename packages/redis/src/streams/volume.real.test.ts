import { judgeVolume, silentLogger } from '@linkspan/core'
import { pagesOf } from '@linkspan/core/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRedisPorts } from '../index.ts'
import { caller, type Harness, startHarness } from '../testing/harness.ts'

const hourMs = 3_600_000
const start = Date.parse('2026-02-02T00:00:00Z')
let harness: Harness
let written = 0
beforeAll(async () => {
  harness = await startHarness((request) => pagesOf([], request, 10))
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
