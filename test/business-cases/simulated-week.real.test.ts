import { ok } from '@linkspan/client'
import type { DataTypeId } from '@linkspan/core'
import { createDataset, type Dataset, startRestErp, startSapOData } from '@linkspan/simulators'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stack, startStack } from '../stack/stack.ts'
import { oneErpForAllSites, pulledAtTwoOnly, twoErpsByRegion } from './cases.ts'
import { createTimeLapse, jitterMs } from './time-lapse.ts'

/** A week in which daylight saving time ends in Europe, with one night in which everything is down. */
const start = new Date('2026-10-22T10:00:00Z')
const outage = { from: new Date('2026-10-26T20:00:00Z'), until: new Date('2026-10-27T07:30:00Z') }
const end = new Date('2026-10-29T10:00:00Z')
let stack: Stack
let datasets: Record<'northwind' | 'europe' | 'america' | 'initech', Dataset>
const open: AsyncDisposable[] = []
beforeAll(async () => {
  stack = await startStack({ startsAt: start.toISOString() })
  const dataset = (seed: string) =>
    createDataset({ seed, products: 40, inventoryPerProduct: 2, orders: 10, clock: () => stack.now().getTime() })
  datasets = { northwind: dataset('n'), europe: dataset('e'), america: dataset('a'), initech: dataset('i') }
})
afterAll(async () => {
  await stack[Symbol.asyncDispose]()
  for (const one of open) await one[Symbol.asyncDispose]()
})

/** Changes a product and a stock row in each ERP, once a day. */
function changeData(day: number): void {
  for (const dataset of Object.values(datasets)) {
    const [product, stock] = [dataset.products.at(day), dataset.inventory.at(day)]
    if (product) dataset.products.touch(product.id, { name: `Name of day ${day}` })
    if (stock) dataset.inventory.touch(stock.id, { quantityOnHand: `${1000 + day}` })
  }
}

const slotsOf = ({ api }: Stack, id: string, dataType: DataTypeId) =>
  ok(api.GET('/erp/connections/{id}/slots/{dataType}', { params: { path: { id, dataType }, query: { limit: 1000 } } }))

/** Each of the given times, with the expected fate. */
const fates = (times: readonly string[]) =>
  times.map((dueAt) => [dueAt, dueAt > outage.from.toISOString() && dueAt < outage.until.toISOString() ? 'caught_up' : 'ran'])
const days = (...times: readonly string[]) => times.map((time) => `2026-10-${time}:00.000Z`)
const every = (hours: number, first: string) => {
  const times: string[] = []
  for (let at = Date.parse(first); at <= end.getTime(); at += hours * 3_600_000) times.push(new Date(at).toISOString())
  return times
}

test('a week later every sync that was due has run, once, and the slots say so', async () => {
  const timeLapse = createTimeLapse(stack)
  const [sap, europe, america, initech] = await Promise.all([
    startSapOData({ dataset: datasets.northwind }),
    startRestErp({ dataset: datasets.europe }),
    startRestErp({ dataset: datasets.america }),
    startRestErp({ dataset: datasets.initech }),
  ])
  open.push(sap, europe, america, initech)
  const one = await oneErpForAllSites(stack, sap)
  const two = await twoErpsByRegion(stack, europe, america)
  const three = await pulledAtTwoOnly(stack, initech)

  for (let day = 0, at = start.getTime(); at < end.getTime(); day += 1, at += 86_400_000) {
    changeData(day)
    const evening = new Date(Math.min(at + 86_400_000, end.getTime()))
    if (outage.from < evening && outage.from.getTime() >= at) {
      await timeLapse.runUntil(outage.from)
      await stack.stopAll('SIGTERM')
      await stack.moveTo(outage.until)
      await stack.startApi()
      await stack.startWorker()
      await timeLapse.untilQuiet()
    }
    await timeLapse.runUntil(evening)
  }

  const expected = [
    [one.connection, 'products', days('23T00:30', '24T00:30', '25T00:30', '26T01:30', '27T01:30', '28T01:30', '29T01:30')],
    [two.eu, 'products', days('23T01:00', '24T01:00', '25T02:00', '26T02:00', '27T02:00', '28T02:00', '29T02:00')],
    [two.us, 'products', days('23T05:00', '26T05:00', '27T05:00', '28T05:00', '29T05:00')],
    [two.us, 'inventory', every(4, '2026-10-22T12:15:00Z')],
    [three.connection, 'products', days('23T02:00', '24T02:00', '25T02:00', '26T02:00', '27T02:00', '28T02:00', '29T02:00')],
    [three.connection, 'inventory', days('23T02:00', '24T02:00', '25T02:00', '26T02:00', '27T02:00', '28T02:00', '29T02:00')],
  ] as const
  for (const [connection, dataType, times] of expected) {
    const slots = (await slotsOf(stack, connection.id, dataType)).reverse()
    expect([connection.name, dataType, slots.map(({ dueAt, state }) => [dueAt, state])]).toEqual([connection.name, dataType, fates(times)])
    const runs = new Set(slots.map(({ syncLogId }) => syncLogId))
    const own = await timeLapse.logs({ erpConnectionId: connection.id, dataType })
    expect(own.map(({ id, status, trigger }) => [id, status, trigger]).sort()).toEqual(
      [...runs].map((id) => [id, 'success', 'schedule']).sort(),
    )
    const caughtUp = slots.filter(({ state }) => state === 'caught_up')
    expect(new Set(caughtUp.map(({ syncLogId }) => syncLogId)).size).toBe(Math.min(1, caughtUp.length))
    expect(slots.every(({ state, lateSeconds = 0 }) => state === 'caught_up' || lateSeconds <= jitterMs / 1000)).toBe(true)
  }

  const [first = '', ...intervals] = (await slotsOf(stack, two.eu.id, 'inventory')).reverse().map(({ dueAt }) => dueAt)
  expect([first, ...intervals]).toEqual(every(6, first))
  expect(await timeLapse.logs({ erpConnectionId: one.connection.id, dataType: 'orders' })).toEqual([])

  for (const [connection, dataset] of [
    [one.connection, datasets.northwind],
    [two.eu, datasets.europe],
    [two.us, datasets.america],
    [three.connection, datasets.initech],
  ] as const) {
    const path = { id: connection.id, dataType: 'products' } as const
    const { changes } = await ok(stack.api.GET('/erp/connections/{id}/changes/{dataType}', { params: { path, query: { limit: 1000 } } }))
    expect(changes.map(({ record }) => record?.dataType === 'products' && record.data.name).sort()).toEqual(
      [...dataset.products].map(({ name }) => name).sort(),
    )
  }
})

test('in the night in which 02:30 does not exist, a sync due at that time runs once', async () => {
  await using spring = await startStack({ startsAt: '2026-03-27T12:00:00Z' })
  await using erp = await startRestErp({ dataset: { products: 5 } })
  const { id } = await spring.connect({
    credentials: { apiUrl: erp.url },
    settings: { enabledDataTypes: ['products'], syncSchedule: '30 2 * * *', timezone: 'Europe/Berlin' },
  })
  const timeLapse = createTimeLapse(spring)
  await timeLapse.runUntil(new Date('2026-03-30T12:00:00Z'))
  const slots = await slotsOf(spring, id, 'products')
  expect(slots.map(({ dueAt, state }) => [dueAt, state])).toEqual([
    ['2026-03-30T00:30:00.000Z', 'ran'],
    ['2026-03-29T01:30:00.000Z', 'ran'],
    ['2026-03-28T01:30:00.000Z', 'ran'],
  ])
  expect(await timeLapse.logs({ erpConnectionId: id })).toHaveLength(3)
})
