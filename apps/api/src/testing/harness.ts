import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { createOpenWebhook } from '@linkspan/channels'
import {
  type Config,
  createCore,
  createJobHandlers,
  createSecretBox,
  loadConfig,
  noMetrics,
  randomIds,
  silentLogger,
  systemClock,
} from '@linkspan/core'
import { withoutChannels } from '@linkspan/core/testing'
import { createRedisPorts, type RedisPorts, startConsumer } from '@linkspan/redis'
import { type RedisOptions, type RedisServer, startRedis } from '@linkspan/simulators'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { buildApp } from '../app.ts'
import { createLogger } from '../logger.ts'
import { withCheckedAnswers } from './check-answers.ts'
import { testConnectors } from './connectors.ts'

export const secretsOf = { admin: 'admin-secret-1', operator: 'operator-secret-1', viewer: 'viewer-secret-1' } as const
export type Who = keyof typeof secretsOf
export const jwtSecret = 'a-jwt-secret-of-at-least-32-characters'
export const compat = '/make-server-6fcaeea3'

export interface Harness extends AsyncDisposable {
  readonly app: FastifyInstance
  readonly redis: RedisServer
  readonly ports: RedisPorts
  readonly logs: string[]
  as(who: Who, options: InjectOptions): Promise<LightMyRequestResponse>
  /** Starts a worker, which takes jobs until it is disposed. */
  work(): AsyncDisposable
  /** While it is closed, pulls wait before their next page. */
  readonly gate: { close(): void; open(): void }
}

function createGate() {
  let waiting = Promise.resolve()
  let open = () => {}
  return {
    wait: () => waiting,
    close() {
      waiting = new Promise((resolve) => {
        open = resolve
      })
    },
    open: () => open(),
  }
}

const answers = (ports: RedisPorts): Promise<boolean> =>
  ports.ping().then(
    () => true,
    () => false,
  )

/**
 * Starts the whole API with its own Redis. `as` calls it without a network. Disposing throws if an answer differed from the response schema
 * of its route.
 */
export async function startHarness(
  environment: Record<string, string> = {},
  { redisIsAway = false, redisOptions = {} as RedisOptions, password = '' } = {},
): Promise<Harness> {
  const redis = await startRedis(redisOptions)
  if (redisIsAway) await redis.kill()
  const config: Config = loadConfig(
    {
      NODE_ENV: 'test',
      REDIS_URL: password === '' ? redis.url : redis.url.replace('//', `//:${password}@`),
      API_KEYS: Object.entries(secretsOf)
        .map(([role, secret]) => `${role}-key:${role}:${secret}`)
        .join(','),
      JWT_SECRET: jwtSecret,
      RATE_LIMIT: '0',
      ENCRYPTION_KEYS: `test:${randomBytes(32).toString('base64')}`,
      ...environment,
    },
    'api',
  )
  const logs: string[] = []
  const logger = createLogger('debug', { write: (line) => void logs.push(line) })
  const gate = createGate()
  const shared = {
    clock: systemClock,
    ids: randomIds,
    connectors: testConnectors(gate.wait),
    secrets: createSecretBox(config.encryptionKeys),
  }
  const ports = createRedisPorts({ config, offlinePolicy: 'fail', clock: systemClock, logger })
  const { app, check } = await withCheckedAnswers(() =>
    buildApp({ config, core: createCore({ ...ports, ...shared }), redis: ports, clock: systemClock, logger }),
  )
  await app.ready()
  while (!redisIsAway && password === '' && !(await answers(ports))) await delay(5)

  return {
    app,
    redis,
    ports,
    logs,
    gate,
    as: (who, options) => app.inject({ ...options, headers: { authorization: `Bearer ${secretsOf[who]}`, ...options.headers } }),
    work() {
      const workerPorts = createRedisPorts({ config, offlinePolicy: 'wait', clock: systemClock, logger: silentLogger })
      const handlers = createJobHandlers({
        ...workerPorts,
        ...shared,
        channels: withoutChannels,
        publicUrl: null,
        outbound: config.outbound,
        logger: silentLogger,
        metrics: noMetrics,
        openWebhook: createOpenWebhook({ outbound: config.outbound, clock: systemClock }),
        random: Math.random,
        timeSliceMs: config.sync.timeSliceMs,
        scheduleJitterMs: 0,
      })
      const consumer = startConsumer({
        config,
        clock: systemClock,
        concurrency: 4,
        workerId: 'test-worker',
        logger: silentLogger,
        metrics: noMetrics,
        handlers,
      })
      return {
        async [Symbol.asyncDispose]() {
          await consumer[Symbol.asyncDispose]()
          await workerPorts[Symbol.asyncDispose]()
        },
      }
    },
    async [Symbol.asyncDispose]() {
      await app.close()
      await ports[Symbol.asyncDispose]()
      await redis[Symbol.asyncDispose]()
      if (check.violations.length > 0) throw new Error(`Answers differ from their schemas:\n${[...new Set(check.violations)].join('\n')}`)
    },
  }
}

export const aConnection = {
  name: 'Test ERP',
  provider: 'custom',
  connectionMethod: 'api',
  credentials: { apiUrl: 'https://erp.example.com', apiKey: 'the-erp-secret-value' },
}
