import { loadConfig, silentLogger } from '@linkspan/core'
import { createRedisPorts } from '@linkspan/redis'
import { startRedis } from '@linkspan/simulators'
import { Redis } from 'ioredis'
import { Client } from 'undici'
import { createMovableClock, fillLogs } from '../fill-logs.ts'
import type { Measurement } from '../measurement.ts'
import { startPageServer } from '../page-server.ts'
import { apiSecret, startProduct } from '../product.ts'
import { redisCpuMicros, untilIdle } from '../redis-cpu.ts'
import { alternate } from '../rounds.ts'

const headers = { authorization: `Bearer ${apiSecret}` }
const settings = { LOG_RETENTION_COUNT: '1000000', CONNECTION_CONCURRENCY: '6' }

interface Filled {
  readonly connectionId: string
  readonly runId: string
  readonly recordId: string
  readonly sku: string
}

/** What the admin pages ask for, by the words that the API guide uses. */
const questions: Readonly<Record<string, (filled: Filled) => string>> = {
  overview: () => '/erp/overview',
  streams: () => '/erp/streams',
  'connections with their streams': ({ connectionId }) => `/erp/streams?connectionId=${connectionId}`,
  search: ({ sku }) => `/erp/search?q=${encodeURIComponent(sku)}`,
  'journey of a record': ({ connectionId, recordId }) =>
    `/erp/connections/${connectionId}/records/products/${encodeURIComponent(recordId)}/journey`,
  records: ({ connectionId }) => `/erp/connections/${connectionId}/records/products?limit=50`,
  'records that are synced': ({ connectionId }) => `/erp/connections/${connectionId}/records/products?limit=50&syncStatus=synced`,
  'records by a key': ({ connectionId, sku }) => `/erp/connections/${connectionId}/records/products?limit=50&q=${encodeURIComponent(sku)}`,
  'deleted records': ({ connectionId }) => `/erp/connections/${connectionId}/records/products?limit=50&deleted=true`,
  'a run': ({ runId }) => `/erp/sync-logs/${runId}`,
  'timeline of a run': ({ runId }) => `/erp/sync-logs/${runId}/timeline`,
  'entries of a run': ({ runId }) => `/erp/sync-logs/${runId}/entries?limit=200`,
  'rejects of a run': ({ runId }) => `/erp/sync-logs/${runId}/reject-groups`,
  'open rejects': () => '/erp/rejects?limit=50',
  conflicts: () => '/erp/conflicts?limit=50',
  'scheduled runs': () => '/erp/sync-logs?limit=50&trigger=schedule',
  'statistics of a month by day': () => `/erp/statistics?bucket=day&since=${new Date(Date.now() - 29 * 86_400_000).toISOString()}`,
  'an incident': () => '/erp/incidents?limit=1',
  clients: () => '/clients?limit=50',
  webhooks: () => '/erp/webhooks',
  installation: () => '/installation',
}

/** Starts an API over so many records of one connection and so many logs. */
async function startFilled(records: number, logs: number, requests: number) {
  const redis = await startRedis()
  const product = await startProduct(redis, settings)
  const erp = await startPageServer({ records, pageSize: 1000, row: 'small' })
  const connectionId = await product.connect(erp.url)
  const worker = await product.startWorker()
  const run = await product.start(connectionId)
  await product.succeeded(run.id)
  await worker[Symbol.asyncDispose]()
  const clock = createMovableClock()
  const config = loadConfig({ REDIS_URL: redis.url, ...settings }, 'worker')
  const others = await Promise.all(Array.from({ length: 9 }, () => product.connect('http://127.0.0.1:9')))
  await using ports = createRedisPorts({ config, offlinePolicy: 'wait', clock, logger: silentLogger })
  await fillLogs(ports.runs, clock, others, logs)

  const api = new Client(await product.startApi())
  const admin = new Redis(redis.url)
  const ask = async (path: string) => {
    const { statusCode, body } = await api.request({ path: `/api/v1${path}`, method: 'GET', headers })
    const text = await body.text()
    if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}: ${text}`)
    return text
  }
  const [first] = JSON.parse(await ask(`/erp/connections/${connectionId}/records/products?limit=1`)) as {
    id: string
    data: { sku: string }
  }[]
  if (!first) throw new Error('No record was stored')
  await untilIdle(admin) // the API has told the incidents of the logs by then
  const filled: Filled = { connectionId, runId: run.id, recordId: first.id, sku: first.data.sku }
  return {
    /** Processor time of Redis for one request, in µs. */
    async cost(question: (filled: Filled) => string): Promise<number> {
      const path = question(filled)
      await ask(path)
      const before = await redisCpuMicros(admin)
      for (let count = 0; count < requests; count += 1) await ask(path)
      return ((await redisCpuMicros(admin)) - before) / requests
    },
    async [Symbol.asyncDispose]() {
      admin.disconnect()
      await api.close()
      await erp[Symbol.asyncDispose]()
      await product[Symbol.asyncDispose]()
      await redis[Symbol.asyncDispose]()
    },
  }
}

/** Whether what the admin pages ask for costs more if there are many records and logs. */
export const apiCosts: Measurement = {
  title: 'What the admin pages ask for, with few and with many records and logs',
  async run({ rounds, size }) {
    const sizes = { few: 1000, many: size(1_000_000, 5000), fewLogs: 1000, manyLogs: size(100_000, 2000), requests: size(300, 20) }
    await using small = await startFilled(sizes.few, sizes.fewLogs, sizes.requests)
    await using large = await startFilled(sizes.many, sizes.manyLogs, sizes.requests)
    const findings = []
    for (const [what, question] of Object.entries(questions)) {
      const costs = await alternate(rounds, { baseline: () => small.cost(question), product: () => large.cost(question) })
      findings.push({
        what,
        unit: 'µs of Redis',
        product: { label: `${sizes.many} records, ${sizes.manyLogs} logs`, rounds: costs.product },
        baseline: { label: `${sizes.few} records, ${sizes.fewLogs} logs`, rounds: costs.baseline },
        target: { atMost: 1.3 },
      })
    }
    return { sizes, findings }
  },
}
