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
  /** Without it, everyone may ask. */
  readonly password?: string
  /** A second port, with TLS. */
  readonly tls?: { readonly port: number; readonly key: Buffer; readonly cert: Buffer }
}

/** A real Redis Sentinel on 127.0.0.1, which is a quorum of one. Resolves when it answers PING; disposing kills it. */
export async function startSentinel({ port, name, masterPort, password, tls }: SentinelOptions): Promise<AsyncDisposable> {
  const dir = await mkdtemp(join(tmpdir(), 'linkspan-sentinel-'))
  const file = join(dir, 'sentinel.conf')
  const settings = [
    `port ${port}`,
    'bind 127.0.0.1',
    `dir ${dir}`,
    `sentinel monitor ${name} 127.0.0.1 ${masterPort} 1`,
    `sentinel down-after-milliseconds ${name} 1000`,
    `sentinel failover-timeout ${name} 6000`,
    ...(password === undefined ? [] : [`requirepass ${password}`]),
    ...(tls === undefined ? [] : await tlsSettings(dir, tls)),
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

async function tlsSettings(dir: string, { port, key, cert }: NonNullable<SentinelOptions['tls']>): Promise<string[]> {
  const [keyFile, certFile] = [join(dir, 'key.pem'), join(dir, 'cert.pem')]
  await writeFile(keyFile, key, { mode: 0o600 })
  await writeFile(certFile, cert)
  return [`tls-port ${port}`, `tls-key-file ${keyFile}`, `tls-cert-file ${certFile}`, `tls-ca-cert-file ${certFile}`, 'tls-auth-clients no']
}
