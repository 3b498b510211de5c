import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface RedisServer extends AsyncDisposable {
  readonly url: string
  readonly port: number
  /** As an outage: SIGKILL. */
  kill(): Promise<void>
  /** Again on the same port and folder. */
  restart(): Promise<void>
  pause(): void
  resume(): void
}

export interface RedisOptions {
  readonly aof?: boolean
  readonly dir?: string
  readonly port?: number
  readonly extraArgs?: readonly string[]
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'))
    socket.once('data', (data) => {
      socket.destroy()
      resolve(String(data).startsWith('+PONG'))
    })
    socket.once('error', () => resolve(false))
    socket.setTimeout(1000, () => socket.destroy()).once('close', () => resolve(false))
  })

/** A real redis-server on a free port of this machine. */
export async function startRedis({ aof = false, dir, port: wanted, extraArgs = [] }: RedisOptions = {}): Promise<RedisServer> {
  const port = wanted ?? (await freePort())
  const folder = dir ?? mkdtempSync(join(tmpdir(), 'linkspan-redis-'))
  let child: ChildProcess | null = null

  const start = async () => {
    child = spawn(
      'redis-server',
      ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', aof ? 'yes' : 'no', '--maxmemory-policy', 'noeviction', ...extraArgs],
      { stdio: 'ignore' },
    )
    child.once('error', () => {})
    for (let attempt = 0; attempt < 400; attempt += 1) {
      if (await answers(port)) return
      if (child.exitCode !== null) break
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    throw new Error('redis-server did not start. Is it installed? apt-get install redis-server')
  }
  const kill = () =>
    new Promise<void>((resolve) => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return resolve()
      child.once('exit', () => resolve())
      child.kill('SIGKILL')
    })
  process.once('exit', () => child?.kill('SIGKILL'))

  await start()
  return {
    url: `redis://127.0.0.1:${port}/0`,
    port,
    kill,
    restart: async () => {
      await kill()
      await start()
    },
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    async [Symbol.asyncDispose]() {
      await kill()
      if (!dir) rmSync(folder, { recursive: true, force: true })
    },
  }
}
