import { setTimeout as delay } from 'node:timers/promises'
import { createChannels, createOpenWebhook } from '@linkspan/channels'
import {
  type Caller,
  createCore,
  createJobHandlers,
  createSecretBox,
  type Incident,
  installation,
  loadConfig,
  noMetrics,
  notificationReader,
  randomIds,
  silentLogger,
  systemClock,
  wakeNotifications,
  wakeReaders,
} from '@linkspan/core'
import { createScriptedErp, pagesOf } from '@linkspan/core/testing'
import { createRedisPorts, startConsumer } from '@linkspan/redis'
import { startMailServer, startRedis } from '@linkspan/simulators'

export const caller: Caller = { id: 'tester', role: 'admin', authentication: 'test', ipAddress: null, userAgent: null, requestId: null }

/** Waits until `condition` holds. The test's own time limit ends it if it never does. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await delay(20)
}

/** The core with a Redis and a mail server of its own, a clock that can be moved, and workers that send notifications. */
export async function startNotificationHarness(startAt = systemClock.now()) {
  const redis = await startRedis()
  const mail = await startMailServer()
  const config = loadConfig({ REDIS_URL: redis.url, ENCRYPTION_KEYS: `k:${Buffer.alloc(32, 7).toString('base64')}` }, 'worker')
  let movedMs = startAt.getTime() - systemClock.now().getTime()
  const clock = { now: () => new Date(systemClock.now().getTime() + movedMs) }
  const open: AsyncDisposable[] = []
  const newPorts = () => {
    const ports = createRedisPorts({ config, offlinePolicy: 'wait', clock, logger: silentLogger })
    open.unshift(ports)
    return ports
  }
  const store = newPorts()
  const shared = {
    clock,
    ids: randomIds,
    secrets: createSecretBox(config.encryptionKeys),
    connectors: createScriptedErp((request) => pagesOf([], request, 10)).registry,
  }
  const core = createCore({ ...store, ...shared })

  return {
    redis,
    mail,
    core,
    store,
    clock,
    /** Lets so many minutes pass on the clock. */
    pass(minutes: number) {
      movedMs += minutes * 60_000
    },
    async createRoute(channel: string, target: string | string[], rules: Record<string, unknown> = {}) {
      return core.notifications.create(caller, { channel, target, ...rules } as Parameters<typeof core.notifications.create>[1])
    },
    async connect(name: string, clientId?: string): Promise<string> {
      const { connection } = await core.connections.create(caller, {
        name,
        provider: 'Custom',
        connectionMethod: 'api',
        credentials: { apiUrl: 'https://erp.example', apiKey: 'top-secret-key' },
        settings: { enabledDataTypes: ['orders'] },
      })
      if (clientId !== undefined) await core.assignments.assignClient(caller, { clientId, erpConnectionId: connection.id })
      return connection.id
    },
    /** Tells of an incident as the step does that changes it. */
    async announce(incident: Incident) {
      const type = incident.status === 'closed' ? 'incident.closed' : 'incident.updated'
      await store.events.append(installation, [{ type, data: { incident } }])
    },
    /** Resolves once everything that was announced is read, and nothing is due. */
    async settled() {
      await until(async () => {
        const [last] = await store.events.latest([installation])
        return (last === null || (await store.notifications.position()) === last) && (await store.notifications.routesDue(1)).length === 0
      })
    },
    deliveries: async (routeId: string) => (await core.notifications.deliveries(routeId, { limit: 100 })).items,
    /** A worker that looks for what is due more often than a real one. */
    startWorker(): AsyncDisposable {
      const ports = newPorts()
      const channels = createChannels({
        mail: { smtpUrl: mail.url, from: 'Linkspan <linkspan@ops.example>' },
        outbound: { allowPrivate: true },
        clock,
        timeoutMs: 3000,
      })
      const handlers = createJobHandlers({
        ...ports,
        ...shared,
        channels,
        publicUrl: 'https://linkspan.example',
        openWebhook: createOpenWebhook({ outbound: { allowPrivate: true }, clock }),
        logger: silentLogger,
        metrics: noMetrics,
        outbound: { allowPrivate: true },
        random: () => 1,
        timeSliceMs: 30_000,
        scheduleJitterMs: 0,
      })
      const options = { config, handlers, clock, concurrency: 4, logger: silentLogger, metrics: noMetrics }
      const consumer = startConsumer({ ...options, workerId: randomIds.random(6) })
      const stopping = new AbortController()
      const dispatching = (async () => {
        for (; !stopping.signal.aborted; await delay(50)) {
          await wakeReaders(ports.events, [notificationReader(ports)])
          await wakeNotifications(ports)
        }
      })()
      const worker = {
        async [Symbol.asyncDispose]() {
          stopping.abort()
          await dispatching
          await consumer[Symbol.asyncDispose]()
          channels[Symbol.dispose]()
        },
      }
      open.unshift(worker)
      return worker
    },
    async [Symbol.asyncDispose]() {
      for (const one of open) await one[Symbol.asyncDispose]()
      await mail[Symbol.asyncDispose]()
      await redis[Symbol.asyncDispose]()
    },
  }
}

export type NotificationHarness = Awaited<ReturnType<typeof startNotificationHarness>>
