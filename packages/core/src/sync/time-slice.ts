import type { JobQueue } from '../jobs/contracts.ts'

/** How often a run whose time is over looks whether others wait. */
const lookEveryMs = 200

/** A run's share of a worker: `wait()` says whether its time is over and others wait for a worker. */
export function createTimeSlice({ queue, timeSliceMs }: { readonly queue: Pick<JobQueue, 'hasWaiting'>; readonly timeSliceMs: number }) {
  let lookAt = performance.now() + timeSliceMs
  return {
    async wait(): Promise<boolean> {
      if (performance.now() < lookAt) return false
      lookAt = performance.now() + lookEveryMs
      return queue.hasWaiting('erp-sync')
    },
  }
}
