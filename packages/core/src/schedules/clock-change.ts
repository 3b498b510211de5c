import { CronExpressionParser } from 'cron-parser'
import { DateTime } from 'luxon'
import { z } from 'zod'

/** What a change of the clocks does to a schedule. */
export const ClockChange = z
  .object({
    at: z.iso.datetime().describe('When the clocks change.'),
    effect: z
      .enum(['moved', 'once'])
      .describe(
        '`moved`: the time does not exist on that day, so it starts later. `once`: the time comes twice, and it starts the first time.',
      ),
    dueAt: z.string().describe('The first time in question, on the clock of the time zone, as in "02:30".'),
    startsAt: z.string().describe('When it starts instead, or in any case, on the clock of the time zone.'),
  })
  .meta({ id: 'CronClockChange' })
export type ClockChange = z.infer<typeof ClockChange>

const minuteMs = 60_000
/** No zone changes its clocks there and back within a week. */
const stepMs = 7 * 86_400_000
const stepsAhead = 53

const offsetMs = (time: number, zone: string): number => DateTime.fromMillis(time, { zone }).offset * minuteMs

/** The next change of the clocks within a year, to the minute; null if there is none. */
function nextChange(zone: string, now: number): number | null {
  const old = offsetMs(now, zone)
  for (let step = 1; step <= stepsAhead; step += 1) {
    let [before, after] = [now + (step - 1) * stepMs, now + step * stepMs]
    if (offsetMs(after, zone) === old) continue
    while (after - before > minuteMs) {
      const middle = before + Math.floor((after - before) / 2 / minuteMs) * minuteMs
      if (offsetMs(middle, zone) === old) before = middle
      else after = middle
    }
    return Math.floor(after / minuteMs) * minuteMs
  }
  return null
}

function firstTime(schedule: string, zone: string, from: number, to: number): Date | null {
  const times = CronExpressionParser.parse(schedule, { tz: zone, currentDate: new Date(from - 1000), endDate: new Date(to) })
  return times.hasNext() ? times.next().toDate() : null
}

/**
 * Looks whether the schedule names a time in the hour that the next or the one after the next change of the clocks leaves out or repeats.
 * A schedule of every hour is not asked: it starts in each hour that there is.
 */
export function clockChangeOf(schedule: string, zone: string, now: Date): ClockChange | undefined {
  if (CronExpressionParser.parse(schedule).fields.hour.isWildcard) return undefined
  let at = nextChange(zone, now.getTime())
  for (let looked = 0; at !== null && looked < 2; at = nextChange(zone, at), looked += 1) {
    const [before, after] = [offsetMs(at - minuteMs, zone), offsetMs(at, zone)]
    const [first, end] = [at + Math.min(before, after), at + Math.max(before, after)]
    const due = firstTime(schedule, 'UTC', first, end - 1)
    const starts = due && firstTime(schedule, zone, at - Math.max(0, before - after), at + 2 * Math.abs(after - before))
    if (!due || !starts) continue
    const clock = (time: Date, inZone: string) => DateTime.fromJSDate(time, { zone: inZone }).toFormat('HH:mm')
    return {
      at: new Date(at).toISOString(),
      effect: after > before ? 'moved' : 'once',
      dueAt: clock(due, 'UTC'),
      startsAt: clock(starts, zone),
    }
  }
  return undefined
}
