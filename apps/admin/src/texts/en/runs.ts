import { number } from './number.ts'

export const triggers = { manual: 'manual', schedule: 'schedule', webhook: 'webhook', retry: 'retry' } as const

export const runStatus = { idle: 'idle', scheduled: 'waiting', syncing: 'running', success: 'success', error: 'error' } as const

export const runs = {
  title: 'Sync logs',
  none: 'No sync has run yet.',
  noneFits: 'No sync fits the filter.',
  clear: 'Clear the filter',
  all: 'all',
  started: 'Started',
  began: 'Only those that began in this time',
  took: 'Took',
  what: 'What',
  connection: 'Connection',
  trigger: 'Trigger',
  read: 'Read',
  changed: 'Changed',
  rejected: 'Rejected',
  why: 'Why',
  more: 'Load more',
  shown: (count: number, hasMore: boolean) => `${number.format(count)} shown${hasMore ? ', more exist' : ''}`,
  page: (page: number) => `page ${number.format(page)}`,
  nothing: 'nothing to do',
  unchanged: (count: number) => `${number.format(count)} unchanged`,
} as const
