import { spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { createServer } from 'node:net'
import { startWatchdog } from '@linkspan/simulators'

/** One of our processes, run from its TypeScript sources. Disposing sends SIGTERM, as an operator would. */
export interface Running extends AsyncDisposable {
  /** Rejects when the process ends. */
  readonly ended: Promise<never>
}

/** Starts a process, which also ends if this one is killed. Its output goes to `logFile`, or to our own output if that is undefined. */
export function startProcess(main: string, env: Readonly<Record<string, string>>, logFile?: string): Running {
  const output = logFile === undefined ? 'inherit' : openSync(logFile, 'w')
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=@linkspan/source', main], {
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output],
  })
  const watchdog = child.pid === undefined ? null : startWatchdog(child.pid)
  const exited = new Promise<void>((resolve) =>
    child.once('exit', () => {
      watchdog?.dismiss()
      resolve()
    }),
  )
  const ended = exited.then((): never => {
    throw new Error(`${main} ended with ${child.exitCode ?? child.signalCode}${logFile === undefined ? '' : `; see ${logFile}`}`)
  })
  ended.catch(() => {}) // whoever awaits `ended` gets the error
  return {
    ended,
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
      await exited
    },
  }
}

/** The wanted port if it is free, else any other. */
export async function portNear(wanted: number): Promise<number> {
  return (await listenOnce(wanted)) ?? (await listenOnce(0)) ?? 0
}

const listenOnce = (port: number): Promise<number | null> =>
  new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(null))
    server.listen(port, '127.0.0.1', () => {
      const { port: bound } = server.address() as { port: number }
      server.close(() => resolve(bound))
    })
  })
