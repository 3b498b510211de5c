import { type CronExpression, CronExpressionParser } from 'cron-parser'
import cronstrue from 'cronstrue'
import 'cronstrue/locales/de.js'
import { z } from 'zod'
import type { Language } from '../kernel/language.ts'
import { remembered } from '../kernel/remembered.ts'
import { ClockChange, clockChangeOf } from './clock-change.ts'

/** What a cron expression means. */
export const CronReading = z
  .object({
    valid: z.boolean(),
    description: z.string().optional().describe('In words.'),
    timezone: z.string(),
    nextRuns: z.array(z.iso.datetime()).describe('The next five times, in UTC; fewer if they are more than a year away.'),
    clockChange: ClockChange.optional().describe(
      'What the next change of the clocks that concerns the schedule does to it; absent if none within about a year does.',
    ),
    error: z.string().optional().describe('What is wrong with it.'),
  })
  .meta({ id: 'CronReading' })
export type CronReading = z.infer<typeof CronReading>

const maxShown = 5

/** Stored settings are validated whenever a connection is worked with, and few installations have many different schedules. */
const maxRemembered = 1000

const isTimezone = remembered(maxRemembered, (name) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
})

type CronFields = CronExpression['fields']

const longestMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * Whether a day that it names exists in a month that it names. Weekdays are days of their own, which every month has; but February has five
 * of one only every 28 years, which is taken as never.
 */
function everComes({ dayOfMonth, month, dayOfWeek }: CronFields): boolean {
  const isFifthInFebruary = dayOfWeek.nthDay === 5 && month.values.every((one) => one === 2)
  if (isFifthInFebruary && dayOfMonth.isWildcard) return false
  if (!dayOfWeek.isWildcard && !isFifthInFebruary) return true
  return month.values.some((one) => dayOfMonth.values.some((day) => typeof day !== 'number' || day <= (longestMonth[one - 1] ?? 0)))
}

const aYearMs = 366 * 86_400_000

/** The next times, but none after one that is more than a year away: times far apart take long to find. */
function nextTimes(times: CronExpression, now: Date): string[] {
  const found: Date[] = []
  while (found.length < maxShown && (found.at(-1)?.getTime() ?? 0) <= now.getTime() + aYearMs) {
    if (!times.hasNext()) break
    found.push(times.next().toDate())
  }
  return found.map((time) => time.toISOString())
}

/** What the parser says, in words of our own if it is about a number that is out of range. */
function whyInvalid(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const [, value, first, last] = /got value (\S+) expected range (\d+)-(\d+)/.exec(message) ?? []
  return value === undefined
    ? `It is no cron expression: ${message}`
    : `It has the value ${value} where only ${first} to ${last} are possible`
}

function explainCron(schedule: string, timezone: string, now: Date, language: Language): CronReading {
  const invalid = (error: string): CronReading => ({ valid: false, timezone, nextRuns: [], error })
  if (!isTimezone(timezone)) return invalid(`"${timezone}" is not a time zone. Use an IANA name such as "Europe/Berlin"`)
  const fields = schedule.trim().split(/\s+/)
  if (fields.length < 5 || fields.length > 6)
    return invalid(`A schedule has five fields, or six with seconds; this one has ${schedule.trim() === '' ? 0 : fields.length}`)
  try {
    const times = CronExpressionParser.parse(schedule.trim(), { tz: timezone, currentDate: now })
    if (!everComes(times.fields)) return invalid('It never comes: none of its months has such a day')
    const nextRuns = nextTimes(times, now)
    if (nextRuns.length === 0) return invalid('It does not come within the next decades')
    const description = cronstrue.toString(schedule.trim(), { use24HourTimeFormat: true, locale: language })
    return { valid: true, description, timezone, nextRuns }
  } catch (error) {
    return invalid(whyInvalid(error))
  }
}

/** Explains a cron expression of five or six fields in an IANA time zone. An expression that never matches is invalid. */
export function readCron(schedule: string, timezone: string, now: Date, language: Language = 'en'): CronReading {
  const reading = explainCron(schedule, timezone, now, language)
  const clockChange = reading.valid ? clockChangeOf(schedule.trim(), timezone, now) : undefined
  return { ...reading, ...(clockChange && { clockChange }) }
}

const faultOfCron = remembered(maxRemembered, (text) => explainCron(text, 'UTC', new Date(0), 'en').error)

/** A valid cron expression; the issue says what is wrong with any other text. */
export const CronText = z
  .string()
  .max(200)
  .superRefine((text, context) => {
    const error = faultOfCron(text)
    if (error !== undefined) context.addIssue({ code: 'custom', message: error })
  })
export const Timezone = z.string().max(100).refine(isTimezone, 'is not a time zone. Use an IANA name such as "Europe/Berlin"')
