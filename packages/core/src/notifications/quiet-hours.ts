import { DateTime } from 'luxon'
import { z } from 'zod'
import { Timezone } from '../schedules/cron.ts'

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 22:00')

/** Hours of every day in which only what is critical is told. */
export const QuietHours = z
  .strictObject({
    from: TimeOfDay.describe('When they begin, such as 22:00.'),
    to: TimeOfDay.describe('When they end, on the next day if it is not later than `from`.'),
    timezone: Timezone.describe('The IANA time zone of both.'),
  })
  .refine(({ from, to }) => from !== to, { message: 'must not begin and end at the same time', path: ['to'] })
export type QuietHours = z.infer<typeof QuietHours>

const hourMs = 3_600_000

/** When the quiet hours end into which this time falls; null if it falls into none. */
export function quietUntil(at: Date, { from, to, timezone }: QuietHours): Date | null {
  const local = DateTime.fromJSDate(at, { zone: timezone })
  const time = local.toFormat('HH:mm')
  const isOverMidnight = to < from
  const isQuiet = isOverMidnight ? time >= from || time < to : time >= from && time < to
  if (!isQuiet) return null
  const [hour, minute] = to.split(':').map(Number)
  const day = isOverMidnight && time >= from ? local.plus({ days: 1 }) : local
  const end = day.set({ hour, minute, second: 0, millisecond: 0 }).toJSDate()
  // An hour that comes twice, when clocks are put back, has two ends.
  return end > at ? end : new Date(end.getTime() + hourMs)
}
