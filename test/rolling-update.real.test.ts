import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { ERPConnection, ERPSyncLog } from '@linkspan/core'
import { findFreePort, type RedisServer, startRedis, startRestErp } from '@linkspan/simulators'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient } from '../script/sandbox/client.ts'
import { find } from './kubernetes/manifests.ts'
import { type NodeProcess, startNodeProcess } from './stack/node-process.ts'

const pages = 12
const size = 25
const total = pages * size
const secret = 'rolling-secret-5d20'

const folder = mkdtempSync(join(tmpdir(), 'linkspan-rolling-'))
const started: NodeProcess[] = []
let redis: RedisServer

beforeAll(async () => {
  redis = await startRedis()
})
afterAll(async () => {
  for (const one of started) await one[Symbol.asyncDispose]()
  await redis[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})

type Role = 'api' | 'worker'
interface Pod {
  readonly url: string
  readonly process: NodeProcess
  /** What a probe of the Deployment is answered with; 0 if nobody answers. */
  probe(name: 'livenessProbe' | 'readinessProbe'): Promise<number>
}

/** Starts a process as the Deployment of its role does, but on this machine. */
async function startPod(role: Role, redisUrl = redis.url): Promise<Pod> {
  const port = String(await findFreePort())
  const logFile = join(folder, `${started.length}.log`)
  const process = startNodeProcess(`apps/${role}/dist/main.js`, {
    logFile,
    env: {
      REDIS_URL: redisUrl,
      [role === 'api' ? 'PORT' : 'WORKER_PORT']: port,
      RATE_LIMIT: '0',
      ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 5).toString('base64')}`,
      API_KEYS: `rolling:admin:${secret}`,
    },
  })
  started.push(process)
  const [container] = find('Deployment', `linkspan-${role}`).spec?.template.spec?.containers ?? []
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    process,
    async probe(name) {
      if (process.isGone()) throw new Error(`The ${role} has ended:\n${readFileSync(logFile, 'utf8')}`)
      return fetch(`${url}${container?.[name]?.httpGet?.path}`).then(
        ({ status }) => status,
        () => 0,
      )
    },
  }
}

async function startReadyPod(role: Role): Promise<Pod> {
  const pod = await startPod(role)
  while ((await pod.probe('readinessProbe')) !== 200) await delay(50)
  return pod
}

/** Sends requests to the pods in turn, and counts those that are under way at each, as the proxy in front of them does. */
function createBalancer(pods: readonly Pod[]) {
  const endpoints = pods.map(({ url }) => url)
  const underWay = new Map<string, number>()
  let sent = 0
  return {
    add: ({ url }: Pod) => void endpoints.push(url),
    /** Resolves when nothing is under way to the pod any more, which is what its pause before SIGTERM is for. */
    async remove({ url }: Pod) {
      endpoints.splice(endpoints.indexOf(url), 1)
      while ((underWay.get(url) ?? 0) > 0) await delay(5)
    },
    async call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
      sent += 1
      const url = endpoints[sent % endpoints.length] ?? ''
      underWay.set(url, (underWay.get(url) ?? 0) + 1)
      try {
        return await createClient(`${url}/api/v1`, secret).call<Answer>(method, path, body)
      } finally {
        underWay.set(url, (underWay.get(url) ?? 0) - 1)
      }
    },
  }
}

const order = (id: string) => ({
  ...{ id, orderDate: '2026-11-23', currency: 'EUR', total: '25.00', customerId: '17100001' },
  lines: [{ lineNumber: '10', sku: 'GS-1000000', quantity: '2', unitPrice: '12.50' }],
})

test('all workers and then all API processes are replaced during a sync: it is complete, no request is refused and no order is lost', async () => {
  await using erp = await startRestErp({ dataset: { products: total }, paging: 'next', pageSize: size, total: 'header' })
  const [workers, apis] = await Promise.all([
    Promise.all([startReadyPod('worker'), startReadyPod('worker')]),
    Promise.all([startReadyPod('api'), startReadyPod('api')]),
  ])
  const balancer = createBalancer(apis)
  const { id } = await balancer.call<ERPConnection>('POST', '/erp/connections', {
    ...{ name: 'Rolling', provider: 'Custom', connectionMethod: 'api', credentials: { apiUrl: erp.url } },
    settings: { enabledDataTypes: ['products', 'orders'], retryDelay: 50, timeout: 120_000 }, // the ERP is held while all are replaced
  })

  const written: string[] = []
  const refused: unknown[] = []
  let isOver = false
  const write = async (writer: string) => {
    for (let count = 0; !isOver; count += 1) {
      const name = `SHOP-${writer}-${count}`
      await balancer.call('POST', `/erp/connections/${id}/records/orders`, order(name)).then(
        () => written.push(name),
        (error) => refused.push(error),
      )
      await delay(20)
    }
  }
  const writers = [write('A'), write('B')]

  const { id: runId } = await balancer.call<ERPSyncLog>('POST', `/erp/connections/${id}/sync`, { dataType: 'products' })
  const readLog = () => balancer.call<ERPSyncLog>('GET', `/erp/sync-logs/${runId}`)
  while ((await readLog()).pages < 3) await delay(5)
  erp.hold() // so that the run cannot end before everything is replaced
  for (const old of workers) {
    await startReadyPod('worker')
    await old.process.kill('SIGTERM')
    expect(old.process.exitCode()).toBe(0)
  }
  for (const old of apis) {
    balancer.add(await startReadyPod('api'))
    const events = createClient(`${old.url}/api/v1`, secret).events<ERPSyncLog>(`/erp/sync-logs/${runId}/events`)
    expect((await events.next()).value).toMatchObject({ id: runId })
    await balancer.remove(old)
    await old.process.kill('SIGTERM')
    expect(old.process.exitCode()).toBe(0)
    while (!(await events.next()).done); // the stream ends as it should, so its reader can go on elsewhere
  }
  expect(['scheduled', 'syncing']).toContain((await readLog()).status)
  erp.release()
  await expect.poll(async () => (await readLog()).status).toBe('success')
  expect(await readLog()).toMatchObject({ recordsCreated: total, recordsProcessed: total, pages, attempts: 1 })

  isOver = true
  await Promise.all(writers)
  expect(refused).toEqual([])
  expect(written.length).toBeGreaterThan(20)
  for (const name of written) await balancer.call('GET', `/erp/connections/${id}/records/orders/${name}`)
})

test('a worker that does not reach Redis is alive but not ready, so a rolling update stops at it', async () => {
  const pod = await startPod('worker', `redis://127.0.0.1:${await findFreePort()}`)
  while ((await pod.probe('livenessProbe')) !== 200) await delay(50)
  expect(await pod.probe('readinessProbe')).toBe(503)
})
