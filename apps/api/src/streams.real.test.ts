import { createAllowedAge, silentLogger, systemClock, watchStreams } from '@linkspan/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testConnectors } from './testing/connectors.ts'
import { aConnection, type Harness, startHarness } from './testing/harness.ts'

const api = '/api/v1'
let harness: Harness
beforeAll(async () => {
  harness = await startHarness({ METRICS_PER_CONNECTION: 'true' })
})
afterAll(() => harness[Symbol.asyncDispose]())

const create = async (settings: object): Promise<string> =>
  (await harness.as('admin', { method: 'POST', url: `${api}/erp/connections`, payload: { ...aConnection, settings } })).json().id
const list = (query = '') => harness.as('viewer', { url: `${api}/erp/streams${query}` })
const sync = async (id: string): Promise<void> => {
  const headers = { prefer: 'wait=20' }
  const answer = await harness.as('operator', {
    method: 'POST',
    url: `${api}/erp/connections/${id}/sync`,
    payload: { dataType: 'products' },
    headers,
  })
  expect(answer.json()).toMatchObject({ status: 'success' })
}
/** Looks at all streams as if it were `minutes` later. */
const watch = (minutes: number) =>
  watchStreams(createAllowedAge(), {
    ...harness.ports,
    connectors: testConnectors(async () => {}),
    clock: { now: () => new Date(systemClock.now().getTime() + minutes * 60_000) },
    logger: silentLogger,
  })

test('viewers see each stream with its freshness, and find the late ones', async () => {
  await using _worker = harness.work()
  const fresh = await create({ enabledDataTypes: ['products'], syncSchedule: '0 2 * * *' })
  const late = await create({ enabledDataTypes: ['products'], freshness: { products: 0.001 } })
  await sync(fresh)
  expect((await list(`?connectionId=${fresh}`)).json()).toMatchObject([
    {
      connectionId: fresh,
      dataType: 'products',
      direction: 'pull',
      lastSuccessAt: expect.any(String),
      lastRun: { status: 'success' },
      nextDueAt: expect.any(String),
      freshness: { ageSeconds: expect.any(Number), allowedSeconds: 172_800, late: false },
    },
  ])
  await watch(-1)
  expect((await list('?late=true')).json()).toMatchObject([
    { connectionId: late, freshness: { late: true, lateSince: expect.any(String) } },
  ])
  expect((await list('?late=false')).json()).toMatchObject([{ connectionId: fresh }])
  expect((await harness.as('viewer', { url: `${api}/erp/overview` })).json()).toMatchObject({ streams: { late: 1 } })

  const metrics = (await harness.app.inject('/metrics')).body
  const labels = (id: string) => `{connection="${id}",data_type="products",direction="pull"}`
  expect(metrics).toContain('linkspan_streams_late 1\n')
  expect(metrics).toMatch(new RegExp(`linkspan_stream_last_success_timestamp_seconds${labels(fresh)} \\d{10}`))
  expect(metrics).toContain(`linkspan_stream_last_success_timestamp_seconds${labels(late)} 0\n`)
  expect(metrics).toContain(`linkspan_stream_deadline_timestamp_seconds${labels(late)}`)
})

test('single streams are not among the metrics unless it is asked for', async () => {
  await using other = await startHarness()
  await other.ports.streams.index([{ connectionId: 'erp_1', dataType: 'products', direction: 'pull', deadline: 1, lastSuccess: 1 }])
  const metrics = (await other.app.inject('/metrics')).body
  expect(metrics).toContain('linkspan_streams_late 1\n')
  expect(metrics).not.toContain('erp_1')
})

test('the list is paged, and refuses what it does not know', async () => {
  const all = (await list()).json()
  const first = await list('?limit=1')
  expect(first.json()).toEqual([expect.objectContaining({ connectionId: all[0].connectionId })])
  const second = await harness.as('viewer', { url: String(/<(.+)>; rel="next"/.exec(String(first.headers.link))?.[1]) })
  expect(second.json()).toEqual([expect.objectContaining({ connectionId: all[1].connectionId })])
  expect((await list('?late=perhaps')).statusCode).toBe(400)
  expect((await list('?dataType=unicorns')).statusCode).toBe(400)
  expect((await list('?age=1')).statusCode).toBe(400)
  expect((await list('?cursor=nonsense')).statusCode).toBe(400)
  expect((await list('?connectionId=erp_0000000000000000')).json()).toEqual([])
})

test('the freshness of a data type is a setting of the connection, in minutes', async () => {
  const id = await create({ freshness: { products: 90 } })
  const change = (freshness: unknown) =>
    harness.as('admin', { method: 'PATCH', url: `${api}/erp/connections/${id}`, payload: { settings: { freshness } } })
  const allowed = async () => (await list(`?connectionId=${id}&dataType=products`)).json()[0].freshness.allowedSeconds
  expect(await allowed()).toBe(5400)
  expect((await change({ products: 30, inventory: 15 })).json().settings.freshness).toEqual({ products: 30, inventory: 15 })
  expect(await allowed()).toBe(1800)
  expect((await change({ products: null })).json().settings.freshness).toEqual({ inventory: 15 })
  expect(await allowed()).toBeUndefined()
  expect((await change({ products: 0 })).statusCode).toBe(422)
  expect((await change({ unicorns: 5 })).statusCode).toBe(422)
})
