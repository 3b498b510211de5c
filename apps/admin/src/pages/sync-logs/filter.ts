import { dataTypeNames, type RunStatus, type Trigger } from '../../api/names.ts'
import type { RunFilter } from '../../api/runs.ts'

export const statusNames = ['scheduled', 'syncing', 'success', 'error'] as const satisfies readonly RunStatus[]
export const triggerNames = ['manual', 'schedule', 'webhook', 'retry'] as const satisfies readonly Trigger[]
/** The ranges that one may choose; any other one is given by two times. */
export const rangeNames = ['-24h', '-7d', '-30d'] as const

const timePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/
const textOf = (value: unknown): string | undefined => {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim().slice(0, 200) : ''
  return text === '' ? undefined : text
}
const timeOf = (value: unknown): string | undefined => (typeof value === 'string' && timePattern.test(value) ? value : undefined)

/** Reads the filter from the search parameters of an address. What is unknown is left out. */
export function readFilter(search: Readonly<Record<string, unknown>>): RunFilter {
  const filter: RunFilter = {
    status: statusNames.find((name) => name === search.status),
    dataType: dataTypeNames.find((name) => name === search.dataType),
    connection: typeof search.connection === 'string' ? search.connection : undefined,
    client: textOf(search.client),
    trigger: triggerNames.find((name) => name === search.trigger),
    since: rangeNames.find((name) => name === search.since) ?? timeOf(search.since),
    until: timeOf(search.until),
    q: textOf(search.q),
  }
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
}
