import { mkdirSync } from 'node:fs'
import { startRedis } from '@linkspan/simulators'
import { startProcess } from './sandbox/processes.ts'
import { say } from './sandbox/terminal.ts'

/** `pnpm dev`: API and worker from the sources, with the Redis at REDIS_URL, or with one of their own in `.data/redis`. */
const folder = '.data/redis'

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const own = process.env.REDIS_URL ? null : await startRedis({ aof: true, dir: folder })
  const env = { REDIS_URL: own?.url ?? process.env.REDIS_URL ?? '' }
  const processes = ['apps/api/src/main.ts', 'apps/worker/src/main.ts'].map((file) => startProcess(file, env))
  say(`Redis: ${env.REDIS_URL}`)

  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await Promise.race([stopped, ...processes.map(({ ended }) => ended)]).catch((error: Error) => say(error.message))
  for (const running of processes) await running[Symbol.asyncDispose]()
  await own?.[Symbol.asyncDispose]()
}

main().then(
  () => process.exit(0),
  (error) => {
    say(String(error))
    process.exit(1)
  },
)
