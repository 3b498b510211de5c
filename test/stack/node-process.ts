import { spawn } from 'node:child_process'
import { openSync } from 'node:fs'

export interface NodeProcess extends AsyncDisposable {
  /** Sends the signal and resolves when the process is gone; for SIGSTOP and SIGCONT at once. */
  kill(signal: NodeJS.Signals): Promise<void>
}

/** One of our processes from its TypeScript sources; its output goes to a file. Disposed by SIGKILL. */
export function startNodeProcess(main: string, env: Readonly<Record<string, string>>, logFile: string): NodeProcess {
  const output = openSync(logFile, 'a')
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=@linkspan/source', main], {
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...env },
    stdio: ['ignore', output, output],
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const kill = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    if (signal !== 'SIGSTOP' && signal !== 'SIGCONT') await exited
  }
  return { kill, [Symbol.asyncDispose]: () => kill('SIGKILL') }
}
