import { readFileSync } from 'node:fs'

/** The most memory a process ever held, in MiB. */
export const peakOf = (pid: number): number => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
