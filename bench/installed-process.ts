import { spawn } from 'node:child_process'
import { openSync } from 'node:fs'

/** One of our processes as it is installed: compiled, on plain Node. */
export interface InstalledProcess extends AsyncDisposable {
  readonly pid: number
  /** Rejects when the process ends. */
  readonly ended: Promise<never>
  /** Resolves when it is gone. */
  kill(signal: NodeJS.Signals): Promise<void>
}

/** Starts a process whose output goes to a file. Disposing kills it with SIGKILL. */
export function startInstalled(main: string, env: Readonly<Record<string, string>>, logFile: string): InstalledProcess {
  const output = openSync(logFile, 'a')
  const child = spawn(process.execPath, [main], { env: { ...env }, stdio: ['ignore', output, output] })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const ended = exited.then((): never => {
    throw new Error(`${main} ended with ${child.exitCode ?? child.signalCode}; see ${logFile}`)
  })
  ended.catch(() => {}) // whoever awaits `ended` gets the error
  const kill = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await exited
  }
  return { pid: child.pid ?? 0, ended, kill, [Symbol.asyncDispose]: () => kill('SIGKILL') }
}
