import { ConfigError, loadConfig, logOptions, misspeltVariables, randomIds, version, withDevelopmentKeys } from '@linkspan/core'
import { startStoreClock } from '@linkspan/redis'
import { pino } from 'pino'
import { startWorker } from './worker.ts'

async function main(): Promise<void> {
  const { config } = withDevelopmentKeys(loadConfig(process.env, 'worker'), '.data/development-keys.json')
  const tracing =
    config.tracing &&
    (await import('@linkspan/telemetry')).startTracing({
      ...config.tracing,
      service: 'linkspan-worker',
      version,
      tell: (message) => logger.warn(message),
    })
  const traced = tracing ? { tracing } : {}
  const logger = pino({ ...logOptions('worker', traced.tracing), level: config.logLevel, timestamp: pino.stdTimeFunctions.isoTime })
  for (const warning of misspeltVariables(process.env)) logger.warn(warning)
  const clock = await startStoreClock({ config, logger })
  const worker = await startWorker({ config, clock, ids: randomIds, logger, ...traced })

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await worker[Symbol.asyncDispose]()
    await clock[Symbol.asyncDispose]()
    await tracing?.[Symbol.asyncDispose]()
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

main().catch((error) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(error instanceof ConfigError ? error.exitCode : 1)
})
