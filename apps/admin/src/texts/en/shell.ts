import { number } from './number.ts'

export const navigation = {
  label: 'Pages',
  open: 'Open the navigation',
  now: 'Now',
  connections: 'Connections',
  syncLogs: 'Sync logs',
  records: 'Records',
  rejects: 'Rejects',
  conflicts: 'Conflicts',
  schedules: 'Schedules',
  clients: 'Clients',
  statistics: 'Statistics',
  incidents: 'Incidents',
  alerts: 'Alerts',
  webhooks: 'Webhooks',
  audit: 'Audit',
  settings: 'Settings',
  queues: 'Queues',
  waits: (count: number) => (count === 1 ? '1 waits for somebody' : `${number.format(count)} wait for somebody`),
} as const

export const live = {
  label: 'How fresh this page is',
  live: 'Live',
  reconnecting: 'Reconnecting',
  polling: 'Every 10 s',
  offline: (time: string) => `Offline since ${time}`,
} as const

export const clock = {
  label: (time: string, isUtc: boolean) => `${time}. Show all times ${isUtc ? 'in your zone' : 'in UTC'}`,
} as const

export const theme = {
  system: 'as the system',
  light: 'light',
  dark: 'dark',
  label: (theme: string, next: string) => `Colours: ${theme}. Change to ${next}`,
} as const

export const keys = {
  title: 'Keys',
  palette: 'Go anywhere, do anything',
  search: 'Search',
  help: 'Show the keys',
  go: (page: string) => `Open ${page}`,
  next: 'Next row',
  previous: 'Previous row',
  nextTab: 'Next tab',
  previousTab: 'Previous tab',
  zone: 'Switch between local time and UTC',
  copyLink: 'Copy the link of this page',
  linkCopied: 'The link is copied.',
  copyId: 'Copy the id of the row or page',
  idCopied: (id: string) => `${id} is copied.`,
  nextItem: 'Next one of the list, from inside one',
  previousItem: 'Previous one of the list, from inside one',
  select: 'Select the row',
  rowActions: 'Actions of the row',
  close: 'Close what is open',
  letters: 'Use single letters as keys',
} as const

export const noPage = {
  title: 'There is no such page',
  why: 'The address is mistyped, or the page has moved. Use the navigation, or begin here:',
} as const

export const palette = {
  open: 'Search or jump…',
  hint: 'A page, a connection, an id, an action',
  goTo: 'Go to',
  here: 'Actions here',
  nothing: 'Nothing has this name.',
} as const

export const sessionEnds = (minutes: number): string =>
  minutes === 1 ? 'Your session ends in a minute.' : `Your session ends in ${minutes} minutes.`

/** Until when something lasts. */
export const until = {
  span: 'For how long',
  hour: '1 hour',
  fourHours: '4 hours',
  day: '24 hours',
  week: '7 days',
  own: 'until a time',
  time: 'Until',
} as const
