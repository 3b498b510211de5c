import { spawn } from 'node:child_process'

/** Sees to it that a child dies with this process, even when this process is killed without a chance to clean up. */
export interface Watchdog {
  /** The child has ended by itself or was ended: nothing is to be killed any more. */
  dismiss(): void
}

/** A shell that waits for the end of its standard input, which comes when this process dies, and then kills the child and removes its folder. */
export function startWatchdog(pid: number, folder?: string): Watchdog {
  const script = `while read -r _; do :; done; kill -9 ${pid}; [ -z "$1" ] || rm -rf -- "$1"`
  const shell = spawn('/bin/sh', ['-c', script, 'watchdog', folder ?? ''], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  shell.on('error', () => {})
  shell.stdin.on('error', () => {})
  shell.unref()
  ;(shell.stdin as { unref?: () => void }).unref?.()
  return { dismiss: () => shell.kill('SIGKILL') }
}
