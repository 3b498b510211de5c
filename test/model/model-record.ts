import type { Leaves } from './leaves.ts'

export interface ModelConflict {
  readonly kind: 'both_changed' | 'back_and_forth' | 'deleted_in_erp'
  /** What a person has to decide. */
  readonly paths: ReadonlySet<string>
}

/** What the model believes of one record. */
export interface ModelRecord {
  readonly name: string
  id: string
  /** Null while the ERP does not have it. */
  erpId: string | null
  /** Whether the system has ever written it. */
  isShared: boolean
  isPending: boolean
  conflict: ModelConflict | null
  /** Null while the platform does not know it. */
  ours: Leaves | null
  /** What the ERP has; null if it has no such record. */
  theirs: Leaves | null
  /** Both sides as they last agreed. */
  base: { readonly ours: Leaves; readonly theirs: Leaves }
  /** Whether the ERP has ever shown what it made of the record. */
  isShown: boolean
  /** What was sent, and the ERP has not shown since. */
  unconfirmed: Set<string>
  /** Values of the system's that the ERP keeps in another form. */
  sentForms: Map<string, string>
  isSystemNewer: boolean
}

export const nothing: Leaves = new Map()

/** A record that neither side has. */
export const blankRecord = (name: string, id: string): ModelRecord => ({
  name,
  id,
  erpId: null,
  isShared: false,
  isPending: false,
  conflict: null,
  ours: null,
  theirs: null,
  base: { ours: nothing, theirs: nothing },
  isShown: false,
  unconfirmed: new Set(),
  sentForms: new Map(),
  isSystemNewer: false,
})
