import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { findFreePort } from './ports.ts'
import { isRedisReady } from './redis-ping.ts'
import { startWatchdog, type Watchdog } from './watchdog.ts'

export interface RedisOptions {
  /** Keeps an append-only file that is synced on every write. Without it, no data survives the process. */
  readonly aof?: boolean
  /** The folder for its files. Default: a temporary one that is removed at the end. */
  readonly dir?: string
  /** Default: a free port. */
  readonly port?: number
  readonly extraArgs?: readonly string[]
  /** Makes `fillDisk` and `freeDisk` possible. Linux only. */
  readonly fillable?: boolean
}

/** A real Redis on 127.0.0.1 with `maxmemory-policy noeviction`. Disposing it kills it. */
export interface RedisServer extends AsyncDisposable {
  readonly url: string
  readonly port: number
  readonly dir: string
  /** Kills it with SIGKILL, like a crash. Resolves when it is gone. */
  kill(): Promise<void>
  /** Stops it gracefully if it runs, and starts it with the same port and folder. Resolves when it is ready. */
  restart(): Promise<void>
  /** Suspends the process: connections stay open, but nothing is answered until `resume`. */
  pause(): void
  resume(): void
  /** From now on, writing its files fails as on a full disk. */
  fillDisk(): Promise<void>
  freeDisk(): Promise<void>
}

interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<void>
  readonly watchdog: Watchdog
}

const binaries = ['redis-server', 'valkey-server'] as const
const startTimeoutMs = 20_000
const maxAttempts = 5

/** Logged once it listens. An answer on the port alone could come from another Redis. */
const readyMessage = 'Ready to accept connections'

/** Starts `redis-server` (or `valkey-server`) from the PATH. Resolves when it answers PING. */
export async function startRedis(options: RedisOptions = {}): Promise<RedisServer> {
  const dir = options.dir ?? (await mkdtemp(join(tmpdir(), 'linkspan-redis-')))
  const clean = async (): Promise<void> => {
    if (options.dir === undefined) await rm(dir, { recursive: true, force: true })
  }
  const { port, running: first } = await startOnSomePort(options, dir).catch(async (error: unknown) => {
    await clean()
    throw error
  })
  let running = first
  const killOnExit = (): void => {
    running.child.kill('SIGKILL')
  }
  process.on('exit', killOnExit)

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (running.child.exitCode === null && running.child.signalCode === null) running.child.kill(signal)
    await running.ended
  }

  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    dir,
    kill: () => end('SIGKILL'),
    restart: async () => {
      running.child.kill('SIGCONT')
      await end('SIGTERM')
      running = await launch(options, dir, port)
    },
    pause: () => {
      running.child.kill('SIGSTOP')
    },
    resume: () => {
      running.child.kill('SIGCONT')
    },
    fillDisk: () => limitFiles(running.child.pid!, '1'),
    freeDisk: () => limitFiles(running.child.pid!, 'unlimited'),
    [Symbol.asyncDispose]: async () => {
      process.off('exit', killOnExit)
      await end('SIGKILL')
      await clean()
    },
  }
}

/** If another process takes the free port before Redis does, tries another port. */
async function startOnSomePort(options: RedisOptions, dir: string): Promise<{ port: number; running: Running }> {
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await findFreePort())
    try {
      return { port, running: await launch(options, dir, port) }
    } catch (error) {
      if (options.port !== undefined || attempt === maxAttempts || !String(error).includes('Address already in use')) throw error
    }
  }
}

async function launch(options: RedisOptions, dir: string, port: number): Promise<Running> {
  const { aof = false, extraArgs = [] } = options
  const durability = aof ? ['--appendonly', 'yes', '--appendfsync', 'always'] : ['--appendonly', 'no']
  const address = ['--bind', '127.0.0.1', '--port', String(port), '--dir', dir]
  const args = [
    ...address,
    '--save',
    '',
    ...durability,
    '--maxmemory-policy',
    'noeviction',
    '--daemonize',
    'no',
    '--loglevel',
    'notice',
    ...extraArgs,
  ]
  const child = await spawnFirst(args, options.fillable)
  let output = ''
  const collect = (chunk: Buffer): void => {
    output = (output + chunk.toString('utf8')).slice(-4_000)
  }
  child.stdout?.on('data', collect)
  child.stderr?.on('data', collect)
  const watchdog = startWatchdog(child.pid!, options.dir === undefined ? dir : undefined)
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      watchdog.dismiss()
      resolve()
    })
  })
  const running = { child, ended, watchdog }
  await whenReady(running, port, () => output)
  return running
}

async function whenReady({ child, ended }: Running, port: number, output: () => string): Promise<void> {
  const until = Date.now() + startTimeoutMs
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) {
      await ended
      throw new Error(`Redis ended before it was ready:\n${output()}`)
    }
    if (output().includes(readyMessage) && (await isRedisReady(port))) return
    if (Date.now() > until) {
      child.kill('SIGKILL')
      await ended
      throw new Error(`Redis was not ready within ${startTimeoutMs} ms:\n${output()}`)
    }
    await delay(10)
  }
}

/** A write beyond the limit fails if the signal that comes with it is ignored; otherwise it ends the process. */
const ignoringSignal = ['-c', `trap '' XFSZ; exec "$0" "$@"`]

const limitFiles = async (pid: number, bytes: string): Promise<void> =>
  void (await promisify(execFile)('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`]))

async function spawnFirst(args: readonly string[], fillable = false): Promise<ChildProcess> {
  for (const binary of binaries) {
    const [command, given] = fillable ? ['/bin/sh', [...ignoringSignal, binary, ...args]] : [binary, args]
    const child = spawn(command, given, { stdio: ['ignore', 'pipe', 'pipe'] })
    const isSpawned = await new Promise<boolean>((resolve, reject) => {
      child.once('spawn', () => resolve(true))
      child.once('error', (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? resolve(false) : reject(error)))
    })
    if (isSpawned) return child
  }
  throw new Error('Neither redis-server nor valkey-server is on the PATH. Install one, for example: apt-get install redis-server')
}
