import type { ConflictFilter } from '../../api/conflicts.ts'
import { type ConflictReason, dataTypeNames } from '../../api/names.ts'

export const reasonNames = ['both_changed', 'back_and_forth', 'deleted_in_erp'] as const satisfies readonly ConflictReason[]
/** What of the page stands in its address; `peek` is the conflict that is looked at. */
export interface ConflictsSearch extends ConflictFilter {
  readonly peek?: string | undefined
}

/** Reads the search parameters of an address. What is unknown is left out. */
export function readConflictsSearch({
  status,
  connection,
  dataType,
  reason,
  field,
  peek,
}: Readonly<Record<string, unknown>>): ConflictsSearch {
  const knownType = dataTypeNames.find((name) => name === dataType)
  const knownReason = reasonNames.find((name) => name === reason)
  return {
    ...(status === 'resolved' && { status }),
    ...(typeof connection === 'string' && { connection }),
    ...(knownType && { dataType: knownType }),
    ...(knownReason && { reason: knownReason }),
    ...(typeof field === 'string' && { field }),
    ...(typeof peek === 'string' && { peek }),
  }
}
