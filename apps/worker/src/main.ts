import { ConfigError, loadConfig, randomIds, systemClock, withDevelopmentKeys } from '@linkspan/core'
import { pino } from 'pino'
import { startWorker } from './worker.ts'

async function main(): Promise<void> {
  const { config } = withDevelopmentKeys(loadConfig(process.env, 'worker'), '.data/development-keys.json')
  const worker = await startWorker({ config, clock: systemClock, ids: randomIds, logger: pino({ level: config.logLevel }) })

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await worker[Symbol.asyncDispose]()
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

main().catch((error) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(error instanceof ConfigError ? error.exitCode : 1)
})
