import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface NodeProcess extends AsyncDisposable {
  /** Sends the signal and resolves when the process is gone; for SIGSTOP and SIGCONT at once. */
  kill(signal: NodeJS.Signals): Promise<void>
  /** Whether it has ended, by whatever cause. */
  isGone(): boolean
  /** Where it was started with a moved clock: moves it so far from the real time, in milliseconds. */
  moveClock(offsetMs: number): Promise<void>
}

export interface NodeProcessOptions {
  readonly env: Readonly<Record<string, string>>
  /** Its output is appended here. */
  readonly logFile: string
  /** How far its clock is from the real time, in milliseconds; without it, it is the real time for ever. */
  readonly clockOffsetMs?: number | undefined
}

const movedClock = fileURLToPath(new URL('moved-clock.ts', import.meta.url))

/** One of our processes from its TypeScript sources. Disposed by SIGKILL. */
export function startNodeProcess(main: string, { env, logFile, clockOffsetMs }: NodeProcessOptions): NodeProcess {
  const output = openSync(logFile, 'a')
  const isMoved = clockOffsetMs !== undefined
  const preload = ['--import', 'tsx', ...(isMoved ? ['--import', movedClock] : [])]
  const child = spawn(process.execPath, [...preload, '--conditions=@linkspan/source', main], {
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
    async moveClock(offsetMs) {
      if (isGone()) return
      const moved = once(child, 'message')
      child.send({ clockOffsetMs: offsetMs })
      await moved
    },
    [Symbol.asyncDispose]: () => kill('SIGKILL'),
  }
}
