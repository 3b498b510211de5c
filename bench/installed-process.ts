import { spawn } from 'node:child_process'
import { openSync, readFileSync } from 'node:fs'

/** One of our processes as it is installed: compiled, on plain Node, with the flags of its start script. */
export interface InstalledProcess extends AsyncDisposable {
  readonly pid: number
  /** Rejects when the process ends. */
  readonly ended: Promise<never>
  /** Resolves when it is gone. */
  kill(signal: NodeJS.Signals): Promise<void>
}

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly scripts: Readonly<Record<string, string>> }

/** What the start script of a program passes to Node, the program last. */
function argumentsOf(main: string): readonly string[] {
  const script = Object.values(scripts).find((text) => text.startsWith('node ') && text.endsWith(` ${main}`))
  if (script === undefined) throw new Error(`No script in package.json starts ${main}`)
  return script.split(' ').slice(1)
}

/** Starts a process whose output goes to a file. Disposing kills it with SIGKILL. */
export function startInstalled(main: string, env: Readonly<Record<string, string>>, logFile: string): InstalledProcess {
  const output = openSync(logFile, 'a')
  const child = spawn(process.execPath, argumentsOf(main), { env: { ...env }, stdio: ['ignore', output, output] })
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
