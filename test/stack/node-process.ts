import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface NodeProcess extends AsyncDisposable {
  /** Sends a signal. Resolves when the process is gone, or at once for SIGSTOP and SIGCONT. */
  kill(signal: NodeJS.Signals): Promise<void>
  /** Whether the process has ended, for whatever reason. */
  isGone(): boolean
  /** The status with which it ended; null while it runs, and if a signal killed it. */
  exitCode(): number | null
  /** Sets the offset of the clock from the real time in milliseconds, if the process was started with `clockOffsetMs`. */
  moveClock(offsetMs: number): Promise<void>
}

export interface NodeProcessOptions {
  /** With `SKEWED_CLOCK_MS`, the clock of its machine is wrong by so many milliseconds. */
  readonly env: Readonly<Record<string, string>>
  /** The file to which its output is appended. */
  readonly logFile: string
  /** The offset of its clock from the real time in milliseconds. Without it, the clock cannot be moved. */
  readonly clockOffsetMs?: number | undefined
}

const preloadAt = (file: string) => ['--import', fileURLToPath(new URL(file, import.meta.url))]

/** Starts one of our processes as it was built. Disposing kills it with SIGKILL. */
export function startNodeProcess(main: string, { env, logFile, clockOffsetMs }: NodeProcessOptions): NodeProcess {
  const output = openSync(logFile, 'a')
  const isMoved = clockOffsetMs !== undefined
  const clocks = [
    ...(isMoved ? preloadAt('moved-clock.ts') : []),
    ...(env.SKEWED_CLOCK_MS === undefined ? [] : preloadAt('skewed-clock.ts')),
  ]
  const preload = clocks.length > 0 ? ['--import', 'tsx', ...clocks] : []
  const child = spawn(process.execPath, [...preload, main], {
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      ...env,
      ...(isMoved && { MOVED_CLOCK_MS: String(clockOffsetMs) }),
    },
    stdio: isMoved ? ['ignore', output, output, 'ipc'] : ['ignore', output, output],
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const isGone = () => child.exitCode !== null || child.signalCode !== null
  const kill = async (signal: NodeJS.Signals) => {
    if (!isGone()) child.kill(signal)
    if (signal !== 'SIGSTOP' && signal !== 'SIGCONT') await exited
  }
  return {
    kill,
    isGone,
    exitCode: () => child.exitCode,
    async moveClock(offsetMs) {
      if (isGone()) return
      const moved = once(child, 'message')
      child.send({ clockOffsetMs: offsetMs })
      await moved
    },
    [Symbol.asyncDispose]: () => kill('SIGKILL'),
  }
}
