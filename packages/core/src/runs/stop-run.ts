import type { JobQueue } from '../jobs/contracts.ts'
import { type AbandonPorts, abandonInFlight } from '../outbox/abandon-in-flight.ts'
import type { Run, RunError } from './run.ts'
import type { RunStore } from './run-store.ts'

export interface StopPorts extends AbandonPorts {
  readonly runs: Pick<RunStore, 'get' | 'requestStop' | 'forceEnd'>
  readonly queue: Pick<JobQueue, 'withdraw'>
}

/**
 * Ends a run with an error that says why. A worker that sends records is only asked to: it stores what became of those in hand first, so the
 * run that is returned may still work. Any other run ends at once. Null if it had already ended.
 */
export async function stopRun(id: string, error: RunError, ports: StopPorts): Promise<Run | null> {
  const { runs, queue } = ports
  const before = await runs.get(id)
  if (before === null) return null
  if (before.direction !== 'pull') {
    const answer = await runs.requestStop(id, error)
    if (answer === 'requested') return runs.get(id)
    if (answer === 'ended') return null
  }
  const ended = await runs.forceEnd(id, error)
  if (ended === null) return null
  await queue.withdraw('erp-sync', id)
  if (ended.direction !== 'pull') await abandonInFlight(ports, ended, id)
  return ended
}
