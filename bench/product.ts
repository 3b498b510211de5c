import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createConnectorRegistry } from '@linkspan/connectors'
import {
  type Caller,
  type Core,
  type CorePorts,
  createCore,
  createSecretBox,
  dataTypeIds,
  isEnded,
  loadConfig,
  type Run,
  randomIds,
  silentLogger,
  systemClock,
} from '@linkspan/core'
import { createRedisPorts, type RedisPorts } from '@linkspan/redis'
import { findFreePort, type RedisServer } from '@linkspan/simulators'
import { type InstalledProcess, startInstalled } from './installed-process.ts'

export const apiSecret = 'bench-secret-1'
export const caller: Caller = { id: 'bench', role: 'admin', authentication: 'bench', ipAddress: null, userAgent: null, requestId: null }

type Settings = Readonly<Record<string, string>>

/** Linkspan as it is installed: API and workers as separate processes, with nothing switched off for speed. */
export interface Product extends AsyncDisposable {
  /** The core that the API calls, without HTTP. */
  readonly core: Core
  readonly ports: RedisPorts
  /** The ports that the core was created with. */
  readonly corePorts: CorePorts
  /** Resolves when the worker accepts jobs. */
  startWorker(settings?: Settings): Promise<InstalledProcess>
  /** Starts an API. Resolves with its URL once it answers. */
  startApi(settings?: Settings): Promise<string>
  /** Creates a connection to a REST API with all data types, and returns its id. */
  connect(apiUrl: string, settings?: Readonly<Record<string, unknown>>): Promise<string>
  start(connectionId: string): Promise<Run>
  /** Resolves when the run has ended with success. Rejects if it ends in any other way. */
  succeeded(runId: string): Promise<void>
}

const pollIntervalMs = 5

/** Polls until the condition is true. */
export async function until(condition: () => Promise<boolean>, intervalMs = pollIntervalMs): Promise<void> {
  while (!(await condition())) await sleep(intervalMs)
}

export async function startProduct(redis: RedisServer, common: Settings = {}): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), 'linkspan-bench-'))
  const env = {
    NODE_ENV: 'development',
    REDIS_URL: redis.url,
    RATE_LIMIT: '0',
    WORKER_PORT: '0',
    ENCRYPTION_KEYS: `bench:${Buffer.alloc(32, 3).toString('base64')}`,
    API_KEYS: `bench:admin:${apiSecret}`,
    ...common,
  }
  const config = loadConfig(env, 'api')
  const ports = createRedisPorts({ config, offlinePolicy: 'wait', clock: systemClock, logger: silentLogger })
  const corePorts: CorePorts = {
    ...ports,
    clock: systemClock,
    ids: randomIds,
    connectors: createConnectorRegistry(),
    secrets: createSecretBox(config.encryptionKeys),
  }
  const core = createCore(corePorts)
  const processes: InstalledProcess[] = []
  const start = (main: string, settings: Settings): InstalledProcess => {
    const started = startInstalled(main, { ...env, ...settings }, join(folder, `${processes.length}.log`))
    processes.push(started)
    return started
  }
  const workersSeen = () => ports.workers.seen(3_600_000)

  return {
    core,
    ports,
    corePorts,
    async startWorker(settings = {}) {
      const before = await workersSeen()
      const worker = start('apps/worker/dist/main.js', settings)
      await Promise.race([until(async () => (await workersSeen()) > before), worker.ended])
      return worker
    },
    async startApi(settings = {}) {
      const port = String(await findFreePort())
      const api = start('apps/api/dist/main.js', { ...settings, PORT: port })
      const url = `http://127.0.0.1:${port}`
      const answers = async () => (await fetch(`${url}/healthz`).catch(() => null))?.ok === true
      await Promise.race([until(answers), api.ended])
      return url
    },
    async connect(apiUrl, settings = {}) {
      const { connection } = await core.connections.create(caller, {
        name: 'Bench ERP',
        provider: 'Custom',
        connectionMethod: 'api',
        credentials: { apiUrl },
        settings: { batchSize: 1000, enabledDataTypes: [...dataTypeIds], rateLimit: { max: 1_000_000, perMs: 1000 }, ...settings },
      })
      return connection.id
    },
    start: async (connectionId) => (await core.runs.start(caller, { connectionId, dataType: 'products' })).run,
    async succeeded(runId) {
      let run = await ports.runs.get(runId)
      await until(async () => {
        run = await ports.runs.get(runId)
        return run === null || isEnded(run)
      })
      if (run?.status !== 'success') throw new Error(`Run ${runId} ended with ${run?.status}: ${run?.error?.message}`)
    },
    async [Symbol.asyncDispose]() {
      for (const one of processes) await one[Symbol.asyncDispose]()
      await ports[Symbol.asyncDispose]()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
