import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { isRedisReady } from './redis-ping.ts'

export interface SentinelOptions {
  readonly port: number
  /** The name by which clients ask for the master. */
  readonly name: string
  readonly masterPort: number
}

/** A real Redis Sentinel on 127.0.0.1, which is a quorum of one. Resolves when it answers PING; disposing kills it. */
export async function startSentinel({ port, name, masterPort }: SentinelOptions): Promise<AsyncDisposable> {
  const dir = await mkdtemp(join(tmpdir(), 'linkspan-sentinel-'))
  const file = join(dir, 'sentinel.conf')
  const settings = [
    `port ${port}`,
    'bind 127.0.0.1',
    `dir ${dir}`,
    `sentinel monitor ${name} 127.0.0.1 ${masterPort} 1`,
    `sentinel down-after-milliseconds ${name} 1000`,
    `sentinel failover-timeout ${name} 6000`,
  ]
  await writeFile(file, `${settings.join('\n')}\n`)
  const child = spawn('redis-server', [file, '--sentinel'], { stdio: 'ignore' })
  const killOnExit = (): void => {
    child.kill('SIGKILL')
  }
  process.on('exit', killOnExit)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  while (!(await isRedisReady(port))) {
    if (child.exitCode !== null) throw new Error(`The sentinel ended with status ${child.exitCode}`)
    await delay(20)
  }
  return {
    async [Symbol.asyncDispose]() {
      process.off('exit', killOnExit)
      child.kill('SIGKILL')
      await ended
      await rm(dir, { recursive: true, force: true })
    },
  }
}
