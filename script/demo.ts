import { mkdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { hasSshd, startMailServer, startRedis, startRestErp, startSapOData } from '@linkspan/simulators'
import { buildAdminPages } from './build-admin-pages.ts'
import { showFiles } from './demo-parts/files.ts'
import { showMessages } from './demo-parts/messages.ts'
import { showOutage } from './demo-parts/outage.ts'
import { showSap } from './demo-parts/sap.ts'
import { showTroubles } from './demo-parts/troubles.ts'
import { createClient } from './sandbox/client.ts'
import { holdLock } from './sandbox/lock.ts'
import { portNear, startProcess } from './sandbox/processes.ts'
import { bold, red, say, step } from './sandbox/terminal.ts'

const folder = '.data/demo'
/** Of the home-made ERP. */
const restKey = 'demo-erp-key'
const once = process.argv.includes('--once')

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
  let running = 'it is still starting'
  using _lock = await holdLock(
    `${folder}/lock.sock`,
    () =>
      `A demo already runs in this checkout: process ${process.pid}, ${running}. Stop it with Ctrl-C in its terminal, or with "kill ${process.pid}"`,
  )
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort())
  process.stdout.on('error', () => process.exit(1)) // nobody reads any more, as after "script/demo | head"

  await using redis = await step('Redis, with append-only file', () => startRedis({ aof: true, dir: `${folder}/redis` }))
  await using erp = await step('Sandbox ERP: SAP S/4HANA, OData V2', async () =>
    startSapOData({ port: await portNear(4010), dataset: { products: 5000 }, latencyMs: 40, pageSize: 250 }),
  )
  await using rest = await step('Sandbox ERP: home-made, REST', async () =>
    startRestErp({
      port: await portNear(4020),
      dataset: { products: 200, orders: 20 },
      auth: { kind: 'api-key', in: 'header', name: 'X-API-Key', key: restKey },
    }),
  )
  await using mail = await step('Mail server that keeps what it is given', () => startMailServer())
  const [port, workerPort] = [await portNear(3000), await portNear(3001)]
  const env = {
    REDIS_URL: redis.url,
    PORT: String(port),
    WORKER_PORT: String(workerPort),
    NODE_ENV: 'development',
    INSTALLATION_NAME: 'demo',
    INSTALLATION_COLOR: '#7c3aed',
    ENCRYPTION_KEYS: '',
    API_KEYS: '',
    JWT_SECRET: '',
    JWT_JWKS_URL: '',
    SMTP_URL: mail.url,
    MAIL_FROM: 'Linkspan <linkspan@demo.example>',
    PUBLIC_URL: `http://127.0.0.1:${port}`,
  }
  buildAdminPages()
  await using api = startProcess('apps/api/src/main.ts', env, `${folder}/api.log`)
  await using worker = startProcess('apps/worker/src/main.ts', env, `${folder}/worker.log`)
  const url = `http://127.0.0.1:${port}`
  running = `API ${url}, Redis ${redis.url}`
  const ended = Promise.race([api.ended, worker.ended])
  await step('API and worker', () => untilReady(url, ended))

  const { adminKey } = JSON.parse(readFileSync('.data/development-keys.json', 'utf8')) as { adminKey: string }
  say(`\n${bold('Admin pages')}  ${url}/admin/   key: ${adminKey}\n`)
  const client = createClient(`${url}/api/v1`, adminKey)
  const orEnded = <Result>(work: Promise<Result>): Promise<Result> => Promise.race([work, ended])
  say(bold('\nAn ERP with an API'))
  await orEnded(showSap(client, erp))
  say(bold('\nAn ERP with files only'))
  if (!hasSshd()) say('Skipped: sshd is not installed. script/bootstrap --tests installs it.')
  await using _files = hasSshd() ? await orEnded(showFiles(client)) : null
  say(bold('\nAn ERP that accepts orders as XML messages'))
  await using _partner = await orEnded(showMessages(client, url))
  say(bold('\nAn ERP that goes away and comes back'))
  await orEnded(showOutage(client, mail))
  say(bold('\nWhat waits for people'))
  await using _garden = await orEnded(showTroubles(client))

  say(`
${bold('Look around')}
  Admin pages        ${url}/admin/         (sign in with the key; Garden supplies has rejects, a conflict and a failed run)
  API documentation  ${url}/docs
  Bull Board         ${url}/admin/queues   (user admin, password: the key)
  Health             ${url}/readyz         worker: http://127.0.0.1:${workerPort}/healthz
  Admin key          ${adminKey}
  Home-made REST ERP ${rest.url}   (X-API-Key: ${restKey})
  Logs               ${folder}/api.log, ${folder}/worker.log

${bold('For the first steps of the README')}
  export KEY=${adminKey} API=${url}/api/v1 ERP=${rest.url} ERP_KEY=${restKey}
`)
  if (once || stopping.signal.aborted) return 0
  say('The stack stays up. Press Ctrl-C to stop it; its data is kept for the next start.')
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
