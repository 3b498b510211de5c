import { dataTypeNames, type RecordState } from '../../api/names.ts'
import type { RecordFilter } from '../../api/records.ts'

export const stateNames = ['pending', 'in_flight', 'uncertain', 'synced', 'conflict', 'error'] as const satisfies readonly RecordState[]
/** Reads the filter from the search parameters of an address. What is unknown is left out. */
export function readRecordFilter({ dataType, status, q, deleted }: Readonly<Record<string, unknown>>): RecordFilter {
  const knownType = dataTypeNames.find((name) => name === dataType)
  const knownState = stateNames.find((name) => name === status)
  const text = typeof q === 'string' || typeof q === 'number' ? String(q) : ''
  return {
    ...(knownType && { dataType: knownType }),
    ...(knownState && { status: knownState }),
    ...(text !== '' && { q: text }),
    ...(deleted === true && { deleted }),
  }
}
