import { number } from './number.ts'

interface ClockTimes {
  readonly dueAt: string
  readonly startsAt: string
}

export const schedules = {
  title: 'Schedules',
  none: 'Nothing is synced by a schedule yet.',
  today: 'Today',
  dayBefore: 'The day before',
  dayAfter: 'The day after',
  view: 'Show as',
  asDay: 'day',
  asTable: 'table',
  zone: (zone: string) => `Hours in ${zone}`,
  fates: { ran: 'ran', joined: 'joined a run under way', caught_up: 'caught up', skipped: 'skipped' },
  due: 'due next',
  noSlots: 'nothing was due',
  shown: (shown: number, total: number) => `${number.format(shown)} of ${number.format(total)} schedules shown`,
  whereToChange: 'Schedules are changed at their connection.',
  hour: (hour: number) => `${String(hour).padStart(2, '0')}:00–${String(hour).padStart(2, '0')}:59`,
  hoursOf: (stream: string) => `Hours of ${stream}`,
  dueAt: 'Due',
  fate: 'Fate',
  lateBy: 'Late by',
  reason: 'Reason',
  openRun: 'open the run',
  every: (minutes: number) => (minutes === 1 ? 'Every minute' : `Every ${number.format(minutes)} minutes`),
  paused: 'paused',
  follows: 'followed',
  next: 'Due next',
  nextTimes: 'The next times',
  clockChange: {
    moved: (day: string, { dueAt, startsAt }: ClockTimes) =>
      `On ${day} the clocks are put forward and there is no ${dueAt}: it starts at ${startsAt}.`,
    once: (day: string, { startsAt }: ClockTimes) =>
      `On ${day} the clocks are put back and ${startsAt} comes twice: it starts once, the first time.`,
  },
  invalid: 'This is no schedule',
  ofConnection: 'The connection’s own schedule',
  ofConnectionHint: 'It pulls every data type that has no schedule of its own.',
  rhythm: 'Rhythm',
  own: 'as the expression says',
  common: {
    fiveMinutes: 'every 5 minutes',
    quarter: 'every 15 minutes',
    hourly: 'every hour',
    nightly: 'every night at 02:00',
    weekly: 'Mondays at 02:00',
  },
  expression: 'Cron expression',
  timezone: 'Time zone',
  save: 'Save',
  saveOf: (what: string) => `Save: ${what}`,
  pause: 'Pause',
  pauseOf: (what: string) => `Pause: ${what}`,
  pauseText:
    'What is due until then is skipped and shown as skipped. Afterwards the schedule goes on by itself. People can still start syncs.',
  pauseForever: 'until I resume it',
  pausedUntil: 'Paused until',
  resume: 'Resume',
  resumeOf: (what: string) => `Resume: ${what}`,
  add: 'Add a schedule',
  choose: 'choose',
  create: 'Create',
} as const
