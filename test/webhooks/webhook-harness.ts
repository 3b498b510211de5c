import { setTimeout as delay } from 'node:timers/promises'
import { createOpenWebhook } from '@linkspan/channels'
import {
  type Caller,
  createCore,
  createJobHandlers,
  createSecretBox,
  type EventSource,
  loadConfig,
  type NewEvent,
  noMetrics,
  randomIds,
  silentLogger,
  systemClock,
  wakeReaders,
  webhookReaders,
} from '@linkspan/core'
import { createScriptedErp, pagesOf, withoutChannels } from '@linkspan/core/testing'
import { createRedisPorts, startConsumer } from '@linkspan/redis'
import { startRedis } from '@linkspan/simulators'
import { Redis } from 'ioredis'

export const caller: Caller = { id: 'tester', role: 'admin', authentication: 'test', ipAddress: null, userAgent: null, requestId: null }

/** A connection's id that is new. */
export const newSource = (): EventSource => `erp_${randomIds.random(16)}`

export const numbered = (number: number): NewEvent => ({ type: 'sync.failed', data: { number } })

/**
 * The core with a Redis of its own and a clock that can be moved, and workers that send webhooks. The tests' events are appended to the
 * logs as the steps of Linkspan append theirs.
 */
export async function startWebhookHarness({ allowPrivate = true } = {}) {
  const redis = await startRedis()
  const config = loadConfig({ REDIS_URL: redis.url, ENCRYPTION_KEYS: `k:${Buffer.alloc(32, 7).toString('base64')}` }, 'worker')
  let movedMs = 0
  const clock = { now: () => new Date(systemClock.now().getTime() + movedMs) }
  const open: AsyncDisposable[] = []
  const newPorts = () => {
    const ports = createRedisPorts({ config, offlinePolicy: 'wait', clock, logger: silentLogger })
    open.unshift(ports)
    return ports
  }
  const store = newPorts()
  const client = new Redis(redis.url)
  const shared = {
    clock,
    ids: randomIds,
    secrets: createSecretBox(config.encryptionKeys),
    connectors: createScriptedErp((request) => pagesOf([], request, 10)).registry,
  }
  const core = createCore({ ...store, ...shared })

  return {
    redis,
    core,
    store,
    clock,
    /** Lets so many ms pass on the clock. */
    pass(ms: number) {
      movedMs += ms
    },
    async createWebhook(url: string, change: Record<string, unknown> = {}) {
      const { webhook } = await core.webhooks.create(caller, { url, events: ['*'], ...change } as Parameters<
        typeof core.webhooks.create
      >[1])
      return { id: webhook.id, secret: String(webhook.secret) }
    },
    /** Lets delayed jobs see the moved clock: BullMQ sleeps by the real one. */
    async wakeDelayed() {
      await client.zadd('{linkspan}:erp-delivery:marker', 0, '0')
    },
    /** Resolves when no log waits to be looked at and no job is ready or at work. */
    async settled() {
      const isIdle = async () => {
        const counts = (await store.queueCounts()).find(({ queue }) => queue === 'erp-delivery')?.counts
        return counts !== undefined && counts.active + counts.waiting + counts.prioritized === 0
      }
      for (let idle = 0; idle < 5; await delay(50)) idle = (await isIdle()) ? idle + 1 : 0
    },
    append: (source: EventSource, ...numbers: readonly number[]) => store.events.append(source, numbers.map(numbered)),
    /** A worker that takes jobs and looks for new events more often than a real one. */
    startWorker(): AsyncDisposable {
      const ports = newPorts()
      const handlers = createJobHandlers({
        ...ports,
        ...shared,
        channels: withoutChannels,
        publicUrl: null,
        logger: silentLogger,
        metrics: noMetrics,
        openWebhook: createOpenWebhook({ outbound: { allowPrivate }, clock }),
        outbound: { allowPrivate },
        random: Math.random,
        timeSliceMs: 30_000,
        scheduleJitterMs: 0,
      })
      const consumer = startConsumer({
        config,
        handlers,
        clock,
        concurrency: 4,
        workerId: randomIds.random(6),
        logger: silentLogger,
        metrics: noMetrics,
      })
      const stopping = new AbortController()
      const dispatching = (async () => {
        for (; !stopping.signal.aborted; await delay(50)) await wakeReaders(ports.events, await webhookReaders(ports))
      })()
      const worker = {
        async [Symbol.asyncDispose]() {
          stopping.abort()
          await dispatching
          await consumer[Symbol.asyncDispose]()
        },
      }
      open.unshift(worker)
      return worker
    },
    async [Symbol.asyncDispose]() {
      client.disconnect()
      for (const one of open) await one[Symbol.asyncDispose]()
      await redis[Symbol.asyncDispose]()
    },
  }
}

export type WebhookHarness = Awaited<ReturnType<typeof startWebhookHarness>>
