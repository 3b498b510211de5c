import { ok, type paths } from '@linkspan/client'
import type { Stack } from '../stack/stack.ts'

/** Every scheduled sync starts within this time, including its jitter. */
export const jitterMs = 61_000

type Query = NonNullable<paths['/erp/sync-logs']['get']['parameters']['query']>

/** Simulates days in seconds: the clocks jump from one due time to the next. */
export function createTimeLapse(stack: Stack) {
  const logs = (query: Query) => ok(stack.api.GET('/erp/sync-logs', { params: { query: { limit: 1000, ...query } } }))
  const nextDue = async (): Promise<Date | null> => {
    const { upcoming } = await ok(stack.api.GET('/erp/overview'))
    return upcoming[0] ? new Date(upcoming[0].at) : null
  }
  const isScheduling = async () => /linkspan_jobs\{queue="erp-schedule",state="(active|waiting)"\} [1-9]/.test(await stack.metrics())
  /** Nothing is due, no schedule job is active, and no run is open: checked in the order in which one turns into the next. */
  const isQuiet = async () => {
    const due = await nextDue()
    if ((due !== null && due <= stack.now()) || (await isScheduling())) return false
    const latest = await logs({ limit: 50 }) // not filtered by status: between two requests a run could be missed
    return latest.every(({ status }) => status === 'success' || status === 'error')
  }
  const untilQuiet = async () => {
    while (!(await isQuiet())) await new Promise((resolve) => setTimeout(resolve, 20))
  }

  return {
    logs,
    /** Waits until everything that is due is done. */
    untilQuiet,
    async runUntil(moment: Date): Promise<void> {
      for (let due = await nextDue(); due !== null && due <= moment; due = await nextDue()) {
        await stack.moveTo(new Date(due.getTime() + jitterMs))
        await untilQuiet()
      }
      await stack.moveTo(moment)
    },
  }
}
