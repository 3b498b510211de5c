import { loadConfig, silentLogger } from '@linkspan/core'
import { createRedisPorts } from '@linkspan/redis'
import { startRedis } from '@linkspan/simulators'
import { Client } from 'undici'
import { createMovableClock, fillLogs } from '../fill-logs.ts'
import type { Measurement } from '../measurement.ts'
import { apiSecret, startProduct } from '../product.ts'
import { alternate } from '../rounds.ts'
import { median } from '../statistics.ts'

const connections = 10
const headers = { authorization: `Bearer ${apiSecret}` }
/** Keeps all logs, and lets the runs of a connection's data types be written concurrently. */
const settings = { LOG_RETENTION_COUNT: '1000000', CONNECTION_CONCURRENCY: '6' }

/** Starts an API over this many logs. `latency` returns the median duration of many requests, one after another, in ms. */
async function startFilled(logs: number, requests: number) {
  const redis = await startRedis()
  const product = await startProduct(redis, settings)
  const ids = await Promise.all(Array.from({ length: connections }, () => product.connect('http://127.0.0.1:9')))
  const clock = createMovableClock()
  const config = loadConfig({ REDIS_URL: redis.url, ...settings }, 'worker')
  await using ports = createRedisPorts({ config, offlinePolicy: 'wait', clock, logger: silentLogger })
  await fillLogs(ports.runs, clock, ids, logs)
  const api = new Client(await product.startApi())
  return {
    id: ids[0] ?? '',
    async latency(path: string): Promise<number> {
      const all: number[] = []
      for (let count = 0; count < requests; count += 1) {
        const begun = performance.now()
        const { statusCode, body } = await api.request({ path: `/api/v1${path}`, method: 'GET', headers })
        await body.dump()
        if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}`)
        all.push(performance.now() - begun)
      }
      return median(all)
    },
    async [Symbol.asyncDispose]() {
      await api.close()
      await product[Symbol.asyncDispose]()
      await redis[Symbol.asyncDispose]()
    },
  }
}

/** Whether reading the logs takes longer if there are many. */
export const logReading: Measurement = {
  title: 'Reading with few and with many logs',
  async run({ rounds, size }) {
    const [few, many, requests] = [1000, size(100_000, 5000), size(300, 50)]
    await using small = await startFilled(few, requests)
    await using large = await startFilled(many, requests)
    const yesterday = new Date(Date.now() - 86_400_000).toISOString()
    const paths: Readonly<Record<string, (id: string) => string>> = {
      'logs, 50 per page': () => '/erp/sync-logs?limit=50',
      'logs of a connection': (id) => `/erp/sync-logs?limit=50&erpConnectionId=${id}`,
      'failed logs': () => '/erp/sync-logs?limit=50&status=error',
      // one log in sixty: so many that both have a whole page
      'failed logs of a data type': () => '/erp/sync-logs?limit=10&dataType=products&status=error',
      'logs until yesterday': () => `/erp/sync-logs?limit=50&until=${yesterday}`,
      'statistics of a connection': (id) => `/erp/connections/${id}/statistics`,
    }
    const findings = []
    for (const [what, path] of Object.entries(paths)) {
      const times = await alternate(rounds, { baseline: () => small.latency(path(small.id)), product: () => large.latency(path(large.id)) })
      findings.push({
        what,
        unit: 'ms',
        product: { label: `${many} logs`, rounds: times.product },
        baseline: { label: `${few} logs`, rounds: times.baseline },
        target: { atMost: 1.3 },
      })
    }
    return { sizes: { few, many, requests, connections }, findings }
  },
}
