import { mkdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ERPConnection, ERPConnectionTestResult, ERPRecord, ERPSyncLog, ERPSyncStatistics } from '@linkspan/core'
import { startRedis, startSapOData } from '@linkspan/simulators'
import { type Client, createClient } from './sandbox/client.ts'
import { portNear, startProcess } from './sandbox/processes.ts'
import { bar, bold, green, red, say, step, table } from './sandbox/terminal.ts'

const folder = '.data/demo'
const once = process.argv.includes('--once')
const connectionName = 'SAP Production'

/** The main job as a user does it, over HTTP only: create a connection, test it, sync it, look at what came. */
async function job(client: Client, erp: { readonly url: string; readonly user: string; readonly password: string }): Promise<void> {
  const connection = await step('Connection "SAP Production"', () => connect(client, erp))

  const test = await step('Connection test', () => client.call<ERPConnectionTestResult>('POST', `/erp/connections/${connection.id}/test`))
  table(
    ['check', '', 'ms', 'found'],
    test.details.checks.map(({ name, ok, ms, detail }) => [name, ok ? green('ok') : red('failed'), String(ms), detail]),
  )
  if (!test.success) throw new Error(`The connection test failed: ${test.message}`)

  for (const dataType of ['products', 'inventory'] as const) await sync(client, connection.id, dataType)

  const products = await client.call<ERPRecord[]>('GET', `/erp/connections/${connection.id}/records/products?limit=8`)
  say(bold('\nA few of the products'))
  table(
    ['SKU', 'name', 'category', 'weight', 'active', 'changed in the ERP'],
    products.map(({ data }) =>
      [data.sku, data.name, data.category, [data.weight, data.weightUnit].filter(Boolean).join(' '), data.active, data.sourceUpdatedAt].map(
        (value) => String(value ?? ''),
      ),
    ),
  )
  const statistics = await client.call<ERPSyncStatistics>('GET', `/erp/connections/${connection.id}/statistics`)
  say(
    `${statistics.totalSyncs} syncs so far, ${statistics.successfulSyncs} successful, ${statistics.totalRecordsProcessed} records in all.`,
  )
}

async function connect(client: Client, { url, user, password }: Parameters<typeof job>[1]): Promise<ERPConnection> {
  const known = await client.call<ERPConnection[]>('GET', '/erp/connections?provider=SAP')
  const credentials = { apiUrl: url, username: user, password }
  const before = known.find(({ name }) => name === connectionName)
  if (before) return client.call('PATCH', `/erp/connections/${before.id}`, { credentials, status: 'active' })
  return client.call('POST', '/erp/connections', {
    name: connectionName,
    provider: 'SAP',
    connectionMethod: 'api',
    credentials,
    settings: { enabledDataTypes: ['orders', 'products', 'inventory'], batchSize: 250 },
  })
}

async function sync(client: Client, connectionId: string, dataType: 'products' | 'inventory'): Promise<void> {
  const begun = performance.now()
  say(`  Syncing ${dataType} …`)
  const started = await client.call<ERPSyncLog>('POST', `/erp/connections/${connectionId}/sync`, { dataType })
  const line = bar()
  let log = started
  for await (const now of client.events<ERPSyncLog>(`/erp/sync-logs/${started.id}/events`)) {
    log = now
    const rate = Math.round(now.recordsRead / ((performance.now() - begun) / 1000))
    line.show(now.progress, `${now.recordsRead} of ${now.recordsTotal ?? '?'} records, page ${now.pages}, ${rate}/s`)
  }
  line.end()
  if (log.status !== 'success') throw new Error(`The sync of ${dataType} ended in "${log.status}": ${log.errorMessage}`)
  const { recordsCreated, recordsUpdated, recordsUnchanged, recordsFailed, duration } = log
  say(
    `${green('✓')} ${dataType}: ${recordsCreated} new, ${recordsUpdated} changed, ${recordsUnchanged} unchanged, ${recordsFailed} rejected in ${duration} s (${log.id})`,
  )
}

async function untilReady(url: string, ended: Promise<never>): Promise<void> {
  for (;;) {
    const ready = fetch(`${url}/readyz`).then(
      async (response) => response.ok && ((await response.json()) as { workers: number }).workers > 0,
    )
    if (await Promise.race([ready.catch(() => false), ended])) return
    await sleep(100)
  }
}

async function main(): Promise<number> {
  mkdirSync(`${folder}/redis`, { recursive: true })
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort())

  await using redis = await step('Redis, with append-only file', () => startRedis({ aof: true, dir: `${folder}/redis` }))
  await using erp = await step('Sandbox ERP: SAP S/4HANA, OData V2', async () =>
    startSapOData({ port: await portNear(4010), dataset: { products: 5000 }, latencyMs: 40, pageSize: 250 }),
  )
  const [port, workerPort] = [await portNear(3000), await portNear(3001)]
  const env = {
    REDIS_URL: redis.url,
    PORT: String(port),
    WORKER_PORT: String(workerPort),
    NODE_ENV: 'development',
    ENCRYPTION_KEYS: '',
    API_KEYS: '',
    JWT_SECRET: '',
    JWT_JWKS_URL: '',
  }
  await using api = startProcess('apps/api/src/main.ts', env, `${folder}/api.log`)
  await using worker = startProcess('apps/worker/src/main.ts', env, `${folder}/worker.log`)
  const url = `http://127.0.0.1:${port}`
  const ended = Promise.race([api.ended, worker.ended])
  await step('API and worker', () => untilReady(url, ended))

  const { adminKey } = JSON.parse(readFileSync('.data/development-keys.json', 'utf8')) as { adminKey: string }
  await Promise.race([job(createClient(`${url}/api/v1`, adminKey), erp), ended])

  say(`
${bold('Look around')}
  API documentation  ${url}/docs
  Bull Board         ${url}/admin/queues   (user admin, password: the key)
  Health             ${url}/readyz         worker: http://127.0.0.1:${workerPort}/healthz
  Admin key          ${adminKey}
  Logs               ${folder}/api.log, ${folder}/worker.log

  curl -H 'Authorization: Bearer ${adminKey}' ${url}/api/v1/erp/sync-logs
`)
  if (once || stopping.signal.aborted) return 0
  say('The stack stays up; Ctrl-C ends it. Its data is kept for the next start.')
  await Promise.race([new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve())), ended])
  return 0
}

main().then(
  (code) => process.exit(code),
  (error) => {
    say(red(error instanceof Error ? error.message : String(error)))
    process.exit(1)
  },
)
