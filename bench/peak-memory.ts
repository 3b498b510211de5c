import { readFileSync } from 'node:fs'

/** The peak resident memory of a running process, in MiB. */
export const peakOf = (pid: number): number => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
