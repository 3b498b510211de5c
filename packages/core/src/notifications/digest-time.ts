import { DateTime } from 'luxon'
import type { Digest } from './notification-route.ts'

const dailyAt = 8

/** When the next digest is due after `at`: at the full hour, or at 8 o'clock in the time zone. */
export function nextDigest(at: Date, digest: Exclude<Digest, 'off'>, timezone: string): Date {
  const local = DateTime.fromJSDate(at, { zone: timezone })
  if (digest === 'hourly') return local.startOf('hour').plus({ hours: 1 }).toJSDate()
  const today = local.set({ hour: dailyAt, minute: 0, second: 0, millisecond: 0 })
  return (today > local ? today : today.plus({ days: 1 })).toJSDate()
}
