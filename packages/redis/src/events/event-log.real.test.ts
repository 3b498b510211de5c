import { eventIdOf, installation, isBefore, placeOfEvent, silentLogger, systemClock } from '@linkspan/core'
import { pagesOf } from '@linkspan/core/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRedisPorts } from '../index.ts'
import { type Harness, startHarness } from '../testing/harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness((request) => pagesOf([], request, 10))
})
afterAll(() => harness[Symbol.asyncDispose]())

const failed = (number: number) => ({ type: 'sync.failed' as const, data: { number } })
const source = 'erp_0123456789abcdef'

test('events are read in their order from any position, and their ids lead back to them', async () => {
  const { events } = harness.store
  expect(await events.latest([source, installation])).toEqual([null, null])
  await events.append(source, [failed(1), failed(2)])
  await events.append(source, [failed(3)])
  await events.append(installation, [{ type: 'incident.opened', data: { title: 'ä' } }])
  const all = await events.read(source, null, 10)
  expect(all.map(({ data }) => data.number)).toEqual([1, 2, 3])
  const [first, second, third] = all
  expect(await events.read(source, first?.position ?? '', 1)).toEqual([second])
  expect(await events.latest([source])).toEqual([third?.position])
  expect(isBefore(first?.position ?? '', second?.position ?? '')).toBe(true)
  expect(first?.id).toBe(eventIdOf(source, first?.position ?? ''))
  expect(placeOfEvent(third?.id ?? '')).toEqual({ source, position: third?.position })
  expect(await events.at(source, second?.position ?? '')).toEqual(second)
  expect(await events.at(source, '1-1')).toBeNull()
  expect(await events.read(installation, null, 10)).toMatchObject([{ type: 'incident.opened', data: { title: 'ä' } }])
})

test('a source waits until it was read to its end and nothing was added for a while', async () => {
  const other = 'erp_fedcba9876543210'
  let later = 0
  const clock = { now: () => new Date(systemClock.now().getTime() + later) }
  await using ports = createRedisPorts({ config: harness.config, offlinePolicy: 'wait', clock, logger: silentLogger })
  const { events } = ports
  const isWaiting = async () => (await events.waiting(100)).includes(other)
  await events.append(other, [failed(1)])
  const [position = null] = await events.latest([other])
  await events.settle(other, position)
  expect(await isWaiting()).toBe(true) // a step that relied on the mark may be under way
  later = 60_000
  await events.append(other, [failed(2)])
  later = 120_000
  await events.settle(other, position)
  expect(await isWaiting()).toBe(true) // the second event was not read
  await events.settle(other, (await events.latest([other]))[0] ?? null)
  expect(await isWaiting()).toBe(false)
})
