import { spawn } from 'node:child_process'

/** Kills a child process when this process dies, even if this process is killed without a chance to clean up. */
export interface Watchdog {
  /** Stops watching, because the child has ended. */
  dismiss(): void
}

/** Starts a shell that waits until its standard input ends, because this process died, and then kills the child and removes `folder`. */
export function startWatchdog(pid: number, folder?: string): Watchdog {
  const script = `while read -r _; do :; done; kill -9 ${pid}; [ -z "$1" ] || rm -rf -- "$1"`
  const shell = spawn('/bin/sh', ['-c', script, 'watchdog', folder ?? ''], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  shell.on('error', () => {})
  shell.stdin.on('error', () => {})
  shell.unref()
  ;(shell.stdin as { unref?: () => void }).unref?.()
  return { dismiss: () => shell.kill('SIGKILL') }
}
