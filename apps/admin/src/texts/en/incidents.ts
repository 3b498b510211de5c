export const incidents = {
  title: 'Incidents',
  none: 'Nothing is wrong, and nothing was in the last 90 days.',
  what: 'What happened',
  event: (_what: string, message: string) => message,
  state: 'State',
  whoActs: 'Who acts',
  connections: 'Connections',
  opened: 'Opened',
  occurrences: 'Times',
  timeline: 'What became of it',
  when: 'When',
  by: 'By',
  lastRun: 'The last run that showed it',
  snooze: 'Snooze',
  snoozeTitle: (title: string) => `Snooze: ${title}`,
  snoozeText: 'Until then nobody is told about this incident. It stays in the list, and it closes by itself if its cause is gone.',
  snoozedUntil: 'Nobody is told until',
  wake: 'End the snooze',
  acknowledge: 'Acknowledge',
  acknowledgedBy: (name: string) => `Acknowledged by ${name}.`,
} as const

export const incidentStatus = { open: 'open', acknowledged: 'acknowledged', closed: 'closed' } as const

export const severities = { warning: 'warning', critical: 'critical' } as const

export const actors = {
  caller: 'whoever sent the request',
  administrator: 'an administrator of this installation',
  record_owner: 'the owner of the record',
  erp_operator: 'the people who run the ERP',
  nobody: 'nobody: it goes on by itself',
  developers: 'the developers of Linkspan',
} as const
