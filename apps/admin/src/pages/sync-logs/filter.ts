import { dataTypeNames, type RunStatus } from '../../api/names.ts'
import type { RunFilter } from '../../api/runs.ts'

export const statusNames = ['scheduled', 'syncing', 'success', 'error'] as const satisfies readonly RunStatus[]

const isInstant = (value: unknown): value is string => typeof value === 'string' && !Number.isNaN(Date.parse(value))

/** Reads the filter from the search parameters of an address. What is unknown is left out. */
export function readFilter({ status, dataType, connection, since, until }: Readonly<Record<string, unknown>>): RunFilter {
  const knownStatus = statusNames.find((name) => name === status)
  const knownType = dataTypeNames.find((name) => name === dataType)
  return {
    ...(knownStatus && { status: knownStatus }),
    ...(knownType && { dataType: knownType }),
    ...(typeof connection === 'string' && { connection }),
    ...(isInstant(since) && { since }),
    ...(isInstant(until) && { until }),
  }
}
