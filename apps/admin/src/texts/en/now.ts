import { number } from './number.ts'

const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 })
const count = (value: number, one: string, many: string): string => `${number.format(value)} ${value === 1 ? one : many}`

export const now = {
  title: 'Now',
  day: (syncs: number, failed: number, rate: number | null) =>
    `Last 24 h: ${count(syncs, 'sync', 'syncs')} · ${number.format(failed)} failed${rate === null ? '' : ` · ${percent.format(rate)} succeeded`}`,
  needsYou: 'Needs you',
  allWell: (fresh: number, all: number) =>
    `Nothing needs you. ${fresh === all ? 'None' : number.format(all - fresh)} of ${count(all, 'stream', 'streams')} ${all - fresh > 1 ? 'are' : 'is'} late.`,
  checked: 'Checked',
  waiting: {
    refused: (value: number) => `${count(value, 'record', 'records')} refused by an ERP`,
    conflicts: (value: number) => count(value, 'conflict', 'conflicts'),
    rejects: (value: number) => count(value, 'open reject', 'open rejects'),
  },
  freshness: 'Freshness',
  connection: 'Connection',
  nothing: 'not exchanged',
  paused: 'paused',
  uncertain: (value: number) => `${count(value, 'record', 'records')} uncertain`,
  moreFine: (value: number) => (value === 1 ? '1 more is fine' : `${number.format(value)} more are fine`),
  running: 'Running',
  nothingRuns: 'Nothing runs at the moment.',
  read: (read: number, pages: number) => `${number.format(read)} read · page ${number.format(pages)}`,
  readOf: (read: number, total: number, pages: number) =>
    `${number.format(read)} of ${number.format(total)} read · page ${number.format(pages)}`,
  upcoming: 'Next',
  nothingDue: 'No schedule is due.',
  last24Hours: 'Syncs of the last 24 hours',
  asTable: 'Show as table',
  asBars: 'Show as bars',
  hour: 'Hour from',
  syncs: 'Syncs',
  failures: 'Failed',
  first: {
    title: 'Three steps to the first sync',
    connect: 'Create a new ERP connection',
    test: 'Test it: every step of the way to the ERP is shown, with what to do if one fails.',
    sync: 'Press Sync Now, and watch the first run.',
  },
} as const
