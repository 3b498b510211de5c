import { dataTypeNames } from '../../api/names.ts'
import { type ActivityFilter, type ActivityRange, activityRanges } from '../../api/statistics.ts'

const isRange = (value: unknown): value is ActivityRange => typeof value === 'string' && Object.hasOwn(activityRanges, value)

/** Reads what the statistics show from the search parameters of an address. What is unknown is left out. */
export function readActivityFilter({ connection, dataType, since }: Readonly<Record<string, unknown>>): ActivityFilter {
  const knownType = dataTypeNames.find((name) => name === dataType)
  return {
    ...(typeof connection === 'string' && { connection }),
    ...(knownType && { dataType: knownType }),
    ...(isRange(since) && { since }),
  }
}
