export const rhythm = {
  common: 'Rhythm',
  never: 'only by hand',
  own: 'own expression',
  rhythms: {
    '*/15 * * * *': 'every 15 minutes',
    '0 * * * *': 'every hour',
    '0 2 * * *': 'every day at 02:00',
    '0 2 * * 1': 'every Monday at 02:00',
  },
  expression: 'Cron expression',
  expressionHint: 'Minute, hour, day of the month, month, day of the week. Empty: syncs are started by hand or by events.',
  timezone: 'Time zone',
} as const
