import { createOpenWebhook } from '@linkspan/channels'
import {
  type Caller,
  type CircuitRules,
  type Connector,
  createCore,
  createJobHandlers,
  createSecretBox,
  type ERPSyncLog,
  type JobHandlerPorts,
  loadConfig,
  noMetrics,
  randomIds,
  silentLogger,
  systemClock,
} from '@linkspan/core'
import { createScriptedErp, type Pages, withoutChannels } from '@linkspan/core/testing'
import { startRedis } from '@linkspan/simulators'
import { createRedisPorts, type RedisPortsOptions, startConsumer } from '../index.ts'

type WorkerPorts = Omit<JobHandlerPorts, 'scheduleJitterMs'>

export const caller: Caller = { id: 'tester', role: 'admin', authentication: 'test', ipAddress: null, userAgent: null, requestId: null }

/** A Redis of its own, the core, a scripted ERP, and the workers that a test starts. `circuit` replaces rules of the circuits. */
export async function startHarness(
  pages: Pages,
  settings: Record<string, string> = {},
  capabilities: Connector['capabilities'] = {},
  circuit: Partial<CircuitRules> = {},
) {
  const redis = await startRedis()
  const loaded = loadConfig({ REDIS_URL: redis.url, ENCRYPTION_KEYS: `k:${Buffer.alloc(32, 7).toString('base64')}`, ...settings }, 'worker')
  const config = { ...loaded, sync: { ...loaded.sync, circuit: { ...loaded.sync.circuit, ...circuit } } }
  const open: AsyncDisposable[] = []
  const ports = (offlinePolicy: RedisPortsOptions['offlinePolicy']) => {
    const made = createRedisPorts({ config, offlinePolicy, clock: systemClock, logger: silentLogger })
    open.push(made)
    return made
  }
  const erp = createScriptedErp(pages, capabilities)
  const secrets = createSecretBox(config.encryptionKeys)
  const shared = { connectors: erp.registry, secrets, clock: systemClock, ids: randomIds }
  const store = ports('wait')
  const core = createCore({ ...store, ...shared })

  return {
    redis,
    config,
    erp,
    core,
    store,
    /** The ports of `runSync`, on connections of their own. */
    workerPorts: () => ({
      ...ports('wait'),
      ...shared,
      channels: withoutChannels,
      publicUrl: null,
      outbound: { allowPrivate: true },
      logger: silentLogger,
      metrics: noMetrics,
      openWebhook: createOpenWebhook({ outbound: { allowPrivate: true }, clock: systemClock }),
      random: () => 0,
      timeSliceMs: config.sync.timeSliceMs,
    }),
    startWorker(name = 'worker', concurrency = 10, ports?: WorkerPorts) {
      const handlers = createJobHandlers({ ...(ports ?? this.workerPorts()), scheduleJitterMs: config.sync.scheduleJitterMs })
      const consumer = startConsumer({
        config,
        handlers,
        clock: systemClock,
        concurrency,
        workerId: name,
        logger: silentLogger,
        metrics: noMetrics,
      })
      open.unshift(consumer)
      return consumer
    },
    connect(change: Record<string, unknown> = {}): Promise<string> {
      return this.connectWith({ apiUrl: 'https://erp.example', apiKey: 'top-secret-key' }, change)
    },
    async connectWith(credentials: Record<string, unknown>, change: Record<string, unknown> = {}): Promise<string> {
      const { connection } = await core.connections.create(caller, {
        name: 'Scripted',
        provider: 'Custom',
        connectionMethod: 'api',
        credentials,
        settings: { batchSize: 10, retryDelay: 0, enabledDataTypes: ['products', 'inventory'], ...change },
      })
      return connection.id
    },
    async start(connectionId: string, request: Record<string, unknown> = {}): Promise<string> {
      const { run } = await core.runs.start(caller, { connectionId, dataType: 'products', ...request } as Parameters<
        typeof core.runs.start
      >[1])
      return run.id
    },
    /** Resolves with the run's log when it has ended, or when `until` is satisfied. */
    async ended(runId: string, until: (log: ERPSyncLog) => boolean = () => false): Promise<ERPSyncLog> {
      let last: ERPSyncLog | undefined
      for await (const log of core.runs.watch(runId, AbortSignal.timeout(30_000))) {
        last = log
        if (until(log)) break
      }
      if (!last) throw new Error(`There is no run ${runId}`)
      return last
    },
    async watermark(connectionId: string): Promise<string | null> {
      const [products] = await store.streams.read(connectionId, ['products'])
      return products?.watermark ?? null
    },
    async [Symbol.asyncDispose]() {
      for (const one of open) await one[Symbol.asyncDispose]()
      await redis[Symbol.asyncDispose]()
    },
  }
}

export type Harness = Awaited<ReturnType<typeof startHarness>>
