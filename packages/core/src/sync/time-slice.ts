import type { JobQueue } from '../jobs/contracts.ts'
import { type Stopwatch, systemStopwatch } from '../kernel/ports.ts'
import type { RunStore } from '../runs/run-store.ts'

/** How often a run whose time slice is over checks whether others wait. */
const checkEveryMs = 200

export interface TimeSlicePorts {
  readonly queue: Pick<JobQueue, 'hasWaiting'>
  readonly runs: Pick<RunStore, 'hasParked'>
  /** How long a run works while others wait. */
  readonly timeSliceMs: number
}

export interface TimeSlice {
  /** Whether the time slice is over and another run waits, for a worker or for a place at this connection. */
  shouldYield(): Promise<boolean>
}

/** Starts the time slice of a run of this connection. */
export function createTimeSlice(
  { queue, runs, timeSliceMs }: TimeSlicePorts,
  connectionId: string,
  stopwatch: Stopwatch = systemStopwatch,
): TimeSlice {
  let nextCheckAt = stopwatch() + timeSliceMs
  return {
    async shouldYield() {
      if (stopwatch() < nextCheckAt) return false
      nextCheckAt = stopwatch() + checkEveryMs
      return (await queue.hasWaiting('erp-sync')) || runs.hasParked(connectionId)
    },
  }
}
