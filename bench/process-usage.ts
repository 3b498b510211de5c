import { readFileSync } from 'node:fs'

/** The peak resident memory of a running process, in MiB. */
export const peakOf = (pid: number): number => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

const ticksPerSecond = 100

/** How many seconds of processor time a running process has used. */
export function processorSecondsOf(pid: number): number {
  const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(afterName[11]) + Number(afterName[12])) / ticksPerSecond
}
