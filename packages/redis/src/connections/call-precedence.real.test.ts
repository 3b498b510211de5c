import { type CallRank, silentLogger } from '@linkspan/core'
import { type RedisServer, startRedis } from '@linkspan/simulators'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { connect, type RedisClient } from '../client.ts'
import { createKeys } from '../keys.ts'
import { bucketErp, crowdOf, type SimulatedErp, type SimulationOptions, simulatePace } from '../testing/pace-simulation.ts'

let redis: RedisServer
let client: RedisClient
beforeAll(async () => {
  redis = await startRedis()
  client = connect({ kind: 'single', url: redis.url }, 'wait', silentLogger)
})
afterAll(async () => {
  client.disconnect()
  await redis[Symbol.asyncDispose]()
})
beforeEach(() => client.flushall())

const patientErp: SimulatedErp = { call: () => ({ ms: 100, isRefused: false }) }
const learntMs = 10_000
const durationMs = 20_000

/** How many calls of each rank are made in a second once the pace is found. */
async function callsASecond(options: Omit<SimulationOptions, 'durationMs'>): Promise<Readonly<Record<CallRank | 'all', number>>> {
  const calls = (await simulatePace(client, createKeys(''), { ...options, durationMs })).filter(({ at }) => at >= learntMs)
  const of = (...ranks: CallRank[]) => (calls.filter(({ rank }) => ranks.includes(rank)).length * 1000) / (durationMs - learntMs)
  return { person: of('person'), orders: of('orders'), rest: of('rest'), all: of('person', 'orders', 'rest') }
}

/** An ERP, and how many calls a second it gets. */
const limited: readonly (readonly [string, number, Omit<SimulationOptions, 'callers' | 'durationMs'>])[] = [
  ['that refuses more than five calls a second', 5, { erp: bucketErp(() => 5) }],
  ['with a window of four calls', 5, { erp: patientErp, limit: { max: 4, perMs: 800 } }],
  ['with a window of one call', 5, { erp: patientErp, limit: { max: 1, perMs: 200 } }],
  ['with three calls at once', 30, { erp: patientErp, limit: { max: 1000, perMs: 1000, concurrency: 3 } }],
  ['with one call at once', 10, { erp: patientErp, limit: { max: 1000, perMs: 1000, concurrency: 1 } }],
]

test.each(limited)('however much persons call an ERP %s, orders and the rest get a fifth of the calls each', async (_, capacity, erp) => {
  const callers = [...crowdOf(4, 'person'), ...crowdOf(2, 'orders'), ...crowdOf(2, 'rest')]
  const { person, orders, rest, all } = await callsASecond({ ...erp, callers })
  expect(all).toBeGreaterThan(capacity * 0.9)
  for (const share of [orders / all, rest / all]) {
    expect(share).toBeGreaterThan(0.18)
    expect(share).toBeLessThan(0.23)
  }
  expect(person / all).toBeGreaterThan(0.55)
})

test('a person who never stops calling leaves one call in five to who waits behind', async () => {
  const { rest, all } = await callsASecond({ erp: bucketErp(() => 5), callers: [...crowdOf(1, 'person'), ...crowdOf(1)] })
  expect(rest / all).toBeGreaterThan(0.18)
  expect(rest / all).toBeLessThan(0.23)
})
