import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ok } from '@linkspan/client'
import { startRestErp } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { startStack } from '../stack/stack.ts'

const dataTypes = ['products', 'inventory', 'orders', 'employees', 'invoices'] as const
const connectionCount = 10
const stepMs = 10_000
const outageMs = 600_000
/** The shortest time between two probes. */
const minGapMs = 55_000

/** A program that is told about incidents. */
async function startTold() {
  const news: string[][] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const { data } = JSON.parse(Buffer.concat(parts).toString()) as { data: { incidents: { news: string }[] } }
    news.push(data.incidents.map((one) => one.news))
    response.writeHead(204).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    news,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

test('an ERP that is dead for ten minutes under 50 schedules is one incident, told once, is probed ten times at most, and is caught up within a minute of its return', async () => {
  await using stack = await startStack({ startsAt: '2026-05-04T08:00:30Z', env: { SCHEDULE_JITTER_MS: '0' } })
  await using erp = await startRestErp({ dataset: { products: 5, inventoryPerProduct: 1, orders: 3, invoices: 3, employees: 3 } })
  await using told = await startTold()
  await ok(stack.api.POST('/erp/notification-routes', { body: { channel: 'webhook', target: told.url } }))
  erp.faults.add({ kind: 'unavailable', times: 'always' })
  const deadAt = stack.now()
  const connections = await Promise.all(
    Array.from({ length: connectionCount }, (_, at) =>
      stack.connect({
        name: `Branch ${at}`,
        credentials: { apiUrl: erp.url },
        settings: { enabledDataTypes: [...dataTypes], syncSchedule: '* * * * *', retryAttempts: 0, headers: { 'x-branch': `${at}` } },
      }),
    ),
  )
  const read = () => Promise.all(connections.map(({ id }) => ok(stack.api.GET('/erp/connections/{id}', { params: { path: { id } } }))))
  const jobs = async (queue: string, ...states: readonly string[]) => {
    const metrics = await stack.metrics()
    const counts = states.map((state) => new RegExp(`linkspan_jobs\\{queue="${queue}",state="${state}"\\} (\\d+)`).exec(metrics)?.[1])
    return counts.reduce((sum, count) => sum + Number(count ?? 0), 0)
  }
  const isReady = async () => {
    const { upcoming } = await ok(stack.api.GET('/erp/overview'))
    const isDue = upcoming.some(({ at }) => new Date(at) <= stack.now())
    const busy = ['active', 'waiting', 'prioritized']
    const atWork = (await jobs('erp-schedule', ...busy)) + (await jobs('erp-sync', ...busy)) + (await jobs('erp-circuit', ...busy))
    return isDue || atWork > 0
  }
  /** Every circuit rests until a probe that is not due yet, or is closed with everything caught up. */
  const isQuiet = async () => {
    if (await isReady()) return false
    const open = (await read()).filter(({ status }) => status === 'error')
    const isResting = open.every(({ health }) => health.state === 'open' && new Date(health.nextProbeAt ?? 0) > stack.now())
    return isResting && (await jobs('erp-circuit', 'delayed')) === open.length
  }
  const step = async () => {
    await stack.moveTo(new Date(stack.now().getTime() + stepMs))
    while (!(await isQuiet())) await new Promise((resolve) => setTimeout(resolve, 20))
  }

  while ((await read()).some(({ status }) => status !== 'error')) await step()
  const before = erp.requestCount
  expect(before).toBeGreaterThanOrEqual(connectionCount * dataTypes.length)
  while (stack.now().getTime() < deadAt.getTime() + outageMs) await step()

  const maxProbes = Math.max(10, Math.floor((stack.now().getTime() - deadAt.getTime()) / minGapMs))
  for (let at = 0; at < connectionCount; at += 1) {
    const asked = erp.requests.slice(before).filter(({ headers }) => headers['x-branch'] === `${at}`)
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.length).toBeLessThanOrEqual(maxProbes)
  }

  const incidents = () => ok(stack.api.GET('/erp/incidents'))
  await expect.poll(async () => (await incidents()).map(({ connectionIds }) => connectionIds.length)).toEqual([connectionCount])
  await expect.poll(() => told.news).toEqual([['opened']])

  erp.faults.clear()
  const returnedAt = stack.now().toISOString()
  for (let passedMs = 0; passedMs < 60_000 && (await read()).some(({ status }) => status !== 'active'); passedMs += stepMs) await step()
  for (const { id, status, health } of await read()) {
    expect([status, health.state]).toEqual(['active', 'healthy'])
    for (const dataType of dataTypes) {
      const query = { erpConnectionId: id, dataType, limit: 1 } as const
      const [latest] = await ok(stack.api.GET('/erp/sync-logs', { params: { query } }))
      expect(latest).toMatchObject({ status: 'success', trigger: 'schedule' })
      expect(latest && latest.startedAt > returnedAt).toBe(true)
    }
    const path = { id, dataType: 'products' } as const
    const slots = await ok(stack.api.GET('/erp/connections/{id}/slots/{dataType}', { params: { path, query: { limit: 1000 } } }))
    const minutes = slots.map(({ dueAt }) => Date.parse(dueAt) / 60_000)
    expect(minutes).toEqual(minutes.map((_, index) => (minutes[0] ?? 0) - index)) // each minute has its fate
    expect(slots.filter(({ state, reason }) => state === 'skipped' && reason === 'circuit open').length).toBeGreaterThanOrEqual(7)
    expect(slots.every(({ state, reason }) => state === 'ran' || state === 'joined' || reason === 'circuit open')).toBe(true)
  }
  await expect.poll(async () => (await incidents()).map(({ status }) => status)).toEqual(['closed'])
  expect(told.news).toEqual([['opened']]) // its end is told after the pause of an hour
})
