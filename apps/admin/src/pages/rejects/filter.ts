import { dataTypeNames } from '../../api/names.ts'
import type { RejectFilter } from '../../api/rejects.ts'

/** Reads the filter from the search parameters of an address. What is unknown is left out. */
export function readRejectFilter({ connection, dataType, client }: Readonly<Record<string, unknown>>): RejectFilter {
  const knownType = dataTypeNames.find((name) => name === dataType)
  return {
    ...(typeof connection === 'string' && { connection }),
    ...(knownType && { dataType: knownType }),
    ...(typeof client === 'string' && { client }),
  }
}
