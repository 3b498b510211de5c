import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { createConnectorRegistry } from '@linkspan/connectors'
import {
  type Config,
  ConfigError,
  createCore,
  createSecretBox,
  createStreamWatcher,
  type Logger,
  loadConfig,
  misspeltVariables,
  randomIds,
  reconcileAllSchedules,
  rescueRuns,
  toAppError,
  version,
  watchStreamsMs,
  watchWithoutWorker,
  withDevelopmentKeys,
} from '@linkspan/core'
import { createRedisPorts, type RedisPorts, startStoreClock } from '@linkspan/redis'
import { buildApp } from './app.ts'
import { createLogger } from './logger.ts'

const closeWithinMs = 10_000
const rescueAgainMs = 2000
const firstContactMs = 2000

function configOrExit(): ReturnType<typeof withDevelopmentKeys> {
  try {
    return withDevelopmentKeys(loadConfig(process.env, 'api'), '.data/development-keys.json')
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(error.exitCode)
  }
}

function urlOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') return String(address)
  return `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`
}

/** Waits a moment for Redis, so that the first request finds it connected. Without Redis the API starts too. */
async function firstContact(redis: RedisPorts): Promise<void> {
  const until = performance.now() + firstContactMs
  while (performance.now() < until) {
    try {
      return await redis.ping()
    } catch {
      await delay(20)
    }
  }
}

/** Watches the streams here too, until `signal` aborts: if no worker runs, somebody must notice that data grow old, and open the incident. */
function watchStreams(watch: () => Promise<void>, logger: Logger, signal: AbortSignal): void {
  const attempt = () =>
    void watch().catch((thrown) =>
      logger.warn({ error: toAppError(thrown).message }, 'Streams and incidents could not be watched; trying again later'),
    )
  attempt()
  const timer = setInterval(attempt, watchStreamsMs)
  signal.addEventListener('abort', () => clearInterval(timer))
}

async function start(config: Config, madeAdminKey: string | null): Promise<void> {
  const tracing =
    config.tracing &&
    (await import('@linkspan/telemetry')).startTracing({
      ...config.tracing,
      service: 'linkspan-api',
      version,
      tell: (message) => logger.warn(message),
    })
  const traced = tracing ? { tracing } : {}
  const logger = createLogger(config.logLevel, undefined, traced.tracing)
  logger.info({ version, commit: config.commit }, 'API is starting')
  for (const warning of misspeltVariables(process.env)) logger.warn(warning)
  const clock = await startStoreClock({ config, logger })
  const redis = createRedisPorts({ config, offlinePolicy: 'fail', clock, logger, ...traced })
  const connectors = createConnectorRegistry()
  const core = createCore({
    ...redis,
    clock,
    ids: randomIds,
    connectors,
    secrets: createSecretBox(config.encryptionKeys),
    ...traced,
  })
  const app = await buildApp({ config, core, redis, clock, logger, ...traced })
  const stopping = new AbortController()

  const stop = (signal: NodeJS.Signals) => {
    if (stopping.signal.aborted) return
    stopping.abort()
    logger.info({ signal }, 'Closing')
    setTimeout(() => process.exit(1), closeWithinMs).unref()
    const closed = app
      .close()
      .then(() => Promise.all([redis[Symbol.asyncDispose](), clock[Symbol.asyncDispose](), tracing?.[Symbol.asyncDispose]()]))
    closed.then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'Closing failed')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop).on('SIGINT', stop)

  await firstContact(redis)
  await app.listen({ host: config.api.host, port: config.api.port })
  const url = urlOf(app.server.address())
  logger.info({ url }, 'API is ready')
  // In production stdout has JSON lines only.
  if (!config.production) process.stdout.write(`Linkspan API: ${url}/api/v1 (docs at /docs, queues at /admin/queues)\n`)
  if (madeAdminKey !== null) process.stdout.write(`Admin key of this checkout: ${madeAdminKey}\n`)

  const watchFreshness = createStreamWatcher({ ...redis, connectors, clock, logger })
  const watch = async () => {
    await watchFreshness()
    await watchWithoutWorker({ ...redis, logger }, { signal: stopping.signal })
  }
  watchStreams(watch, logger, stopping.signal)
  while (!stopping.signal.aborted) {
    try {
      for (const warning of await redis.configWarnings()) logger.warn(warning)
      await rescueRuns({ ...redis, logger, ...traced })
      if (!clock.isSkewed()) await reconcileAllSchedules({ ...redis, clock })
      return
    } catch (error) {
      logger.warn({ err: error }, 'Could not rescue runs and reconcile schedules; trying again')
      await delay(rescueAgainMs, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }
}

const { config, madeAdminKey } = configOrExit()
start(config, madeAdminKey).catch((error: unknown) => {
  process.stderr.write(`The API could not start: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
