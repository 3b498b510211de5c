import type { Listing, PageQuery } from '../kernel/listing.ts'
import type { DataTypeId } from '../records/data-types.ts'
import type { ERPConflict } from './conflict.ts'
import type { ConflictDecision } from './decision.ts'
import type { ConflictReason } from './entry.ts'

/** Which conflicts are wanted. */
export interface ConflictQuery extends PageQuery {
  readonly connectionId?: string | undefined
  readonly dataType?: DataTypeId | undefined
  readonly reason?: ConflictReason | undefined
  /** A path of the conflict, or the field that it belongs to, as in `lines[].quantity`. */
  readonly field?: string | undefined
}

export type DecidedConflict = ERPConflict & { readonly decision: ConflictDecision }

/**
 * Conflicts are opened and closed by changes of records. One call examines a limited number of them, so a page may be short although there is
 * a next one.
 */
export interface ConflictStore {
  /** The open ones of one connection, newest first. */
  conflicts(connectionId: string, query: PageQuery): Promise<Listing<ERPConflict>>
  conflict(id: string): Promise<ERPConflict | null>
  /** The open ones of all connections, oldest first. */
  openConflicts(query: ConflictQuery): Promise<Listing<ERPConflict>>
  /** Those that have ended in the last `decisionDays` days, the latest end first. */
  decidedConflicts(query: ConflictQuery): Promise<Listing<DecidedConflict>>
  decidedConflict(id: string): Promise<DecidedConflict | null>
}
