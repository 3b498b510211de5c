import type { JobQueue } from '../jobs/contracts.ts'
import type { RunStore } from '../runs/run-store.ts'

/** How often a run whose time is over looks whether others wait. */
const lookEveryMs = 200

interface TimeSlicePorts {
  readonly queue: Pick<JobQueue, 'hasWaiting'>
  readonly runs: Pick<RunStore, 'hasParked'>
  readonly timeSliceMs: number
}

/** A run's share: `wait()` says whether its time is over and others wait, for a worker or for a place at this connection. */
export function createTimeSlice({ queue, runs, timeSliceMs }: TimeSlicePorts, connectionId: string) {
  let lookAt = performance.now() + timeSliceMs
  return {
    async wait(): Promise<boolean> {
      if (performance.now() < lookAt) return false
      lookAt = performance.now() + lookEveryMs
      return (await queue.hasWaiting('erp-sync')) || runs.hasParked(connectionId)
    },
  }
}
