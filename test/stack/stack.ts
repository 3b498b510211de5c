import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createLinkspanClient, type ERPConnection, type LinkspanClient, ok, type paths } from '@linkspan/client'
import type { ERPSyncLog } from '@linkspan/core'
import { findFreePort, type RedisServer, startRedis } from '@linkspan/simulators'
import { Redis } from 'ioredis'
import { type Client, createClient } from '../../script/sandbox/client.ts'
import { type NodeProcess, startNodeProcess } from './node-process.ts'

export const secrets = { admin: 'admin-secret-4f1c', operator: 'operator-secret-88ab', viewer: 'viewer-secret-90ee' } as const

type NewConnection = paths['/erp/connections']['post']['requestBody']['content']['application/json']

/** The API and workers as real processes with a Redis of their own, used only over HTTP. */
export interface Stack extends AsyncDisposable {
  readonly redis: RedisServer
  readonly url: string
  /** The headers of requests by the admin. */
  readonly headers: Readonly<Record<string, string>>
  /** The typed client of the admin. */
  readonly api: LinkspanClient
  /** A client that acts as the admin. `compat` uses the compatibility mount. */
  readonly client: Client
  readonly compat: Client
  readonly as: (role: keyof typeof secrets) => Client
  startWorker(settings?: Readonly<Record<string, string>>): Promise<Pick<NodeProcess, 'kill' | 'isGone'>>
  startApi(): Promise<void>
  /** The API's metrics, as Prometheus gets them. */
  metrics(): Promise<string>
  /** Stops the API and all workers with a signal. */
  stopAll(signal: NodeJS.Signals): Promise<void>
  /** The time on the clocks of the processes. */
  now(): Date
  /** Moves the clocks of all processes, and wakes the queues that sleep until a moment that has now passed. */
  moveTo(time: Date): Promise<void>
  /** Everything that the processes have logged so far. */
  output(): string
  connect(connection: Pick<NewConnection, 'credentials'> & Partial<NewConnection>): Promise<ERPConnection>
  /** Follows a sync to its end, or until `until` returns true, and returns its latest log. */
  follow(logId: string, until?: (log: ERPSyncLog) => boolean): Promise<ERPSyncLog>
  /** Syncs, and returns the log of the sync when it has ended. If a sync of another kind is under way, waits for its end first. */
  sync(connectionId: string, dataType?: string, request?: Readonly<Record<string, unknown>>): Promise<ERPSyncLog>
}

export interface StackOptions {
  readonly workers?: number
  readonly aof?: boolean
  /** A Redis that the caller starts and ends. Default: one of its own. */
  readonly redis?: RedisServer
  /** The start time of the processes' clocks (ISO 8601), which can then be moved. Default: the real time, which cannot. */
  readonly startsAt?: string
  /** Settings of all processes, besides those that they need. */
  readonly env?: Readonly<Record<string, string>>
}

export async function startStack({ workers = 1, aof = false, redis: given, startsAt, env: more = {} }: StackOptions = {}): Promise<Stack> {
  let clockOffsetMs = startsAt === undefined ? undefined : Date.parse(startsAt) - Date.now()
  const folder = mkdtempSync(join(tmpdir(), 'linkspan-stack-'))
  const redis = given ?? (await startRedis({ aof }))
  const waker = new Redis(redis.url)
  waker.on('error', () => {}) // it reconnects when Redis is back
  const port = await findFreePort()
  const env = {
    NODE_ENV: 'development',
    LOG_LEVEL: 'debug',
    REDIS_URL: redis.url,
    PORT: String(port),
    WORKER_PORT: '0',
    RATE_LIMIT: '0',
    ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 5).toString('base64')}`,
    API_KEYS: Object.entries(secrets)
      .map(([role, secret]) => `${role}:${role}:${secret}`)
      .join(','),
    COMPAT_BASE_PATH: '/make-server-6fcaeea3',
    ...more,
  }
  const files: string[] = []
  const open: NodeProcess[] = []
  const start = (main: string, own: Readonly<Record<string, string>> = {}) => {
    const file = join(folder, `${files.length}.log`)
    files.push(file)
    const started = startNodeProcess(main, { env: { ...env, ...own }, logFile: file, clockOffsetMs })
    open.push(started)
    return { ...started, says: (words: string) => readFileSync(file, 'utf8').includes(words) }
  }
  const url = `http://127.0.0.1:${port}`
  const readyWorkers = async (): Promise<number> => {
    const response = await fetch(`${url}/readyz`).catch(() => null)
    return response?.ok ? ((await response.json()) as { workers: number }).workers : -1
  }
  /** Waits as long as a slow machine takes. Throws only if the process has ended. */
  const whenReady = async (started: ReturnType<typeof start>, isReady: () => Promise<boolean>) => {
    while (!(await isReady())) {
      if (started.isGone()) throw new Error(`A process ended before it was ready:\n${stack.output()}`)
      await sleep(50)
    }
  }
  const client = createClient(`${url}/api/v1`, secrets.admin)

  const stack: Stack = {
    redis,
    url,
    headers: { authorization: `Bearer ${secrets.admin}` },
    api: createLinkspanClient({ baseUrl: `${url}/api/v1`, token: secrets.admin }),
    client,
    compat: createClient(`${url}/make-server-6fcaeea3`, secrets.admin),
    as: (role) => createClient(`${url}/api/v1`, secrets[role]),
    async startWorker(settings) {
      const worker = start('apps/worker/dist/main.js', settings)
      await whenReady(worker, async () => worker.says('Worker is ready') && (await readyWorkers()) > 0)
      return worker
    },
    async startApi() {
      await whenReady(start('apps/api/dist/main.js'), async () => (await readyWorkers()) >= 0)
    },
    metrics: async () => (await fetch(`${url}/metrics`)).text(),
    async stopAll(signal) {
      await Promise.all(open.map((one) => one.kill(signal)))
    },
    now: () => new Date(Date.now() + (clockOffsetMs ?? 0)),
    async moveTo(time) {
      clockOffsetMs = time.getTime() - Date.now()
      await Promise.all(open.map((one) => one.moveClock(clockOffsetMs ?? 0)))
      for (const queue of ['erp-schedule', 'erp-sync', 'erp-circuit']) await waker.zadd(`{linkspan}:${queue}:marker`, 0, '0')
    },
    output: () => files.map((file) => readFileSync(file, 'utf8')).join('\n'),
    connect: (connection) =>
      ok(stack.api.POST('/erp/connections', { body: { name: 'Test ERP', provider: 'Custom', connectionMethod: 'api', ...connection } })),
    async follow(logId, satisfied = () => false) {
      let last: ERPSyncLog | undefined
      for await (const log of client.events<ERPSyncLog>(`/erp/sync-logs/${logId}/events`)) {
        last = log
        if (satisfied(log)) break
      }
      return last ?? client.call('GET', `/erp/sync-logs/${logId}`)
    },
    async sync(connectionId, dataType = 'products', request = {}) {
      const path = `/erp/connections/${connectionId}/sync`
      const start = () => client.call<ERPSyncLog>('POST', path, { dataType, ...request }, { prefer: 'wait=120' })
      const log = await start().catch(async (error: Error) => {
        const underWay = /answered 409: Sync (\w+) of the same data is under way/.exec(error.message)?.[1]
        if (underWay === undefined) throw error
        await stack.follow(underWay)
        return start()
      })
      return log.completedAt ? log : stack.follow(log.id)
    },
    async [Symbol.asyncDispose]() {
      for (const one of open) await one[Symbol.asyncDispose]()
      waker.disconnect()
      if (given === undefined) await redis[Symbol.asyncDispose]()
      rmSync(folder, { recursive: true, force: true })
    },
  }

  await stack.startApi()
  for (let count = 0; count < workers; count += 1) await stack.startWorker()
  return stack
}
