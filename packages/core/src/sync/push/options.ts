import type { RecordSink } from '../../connector/sink.ts'
import type { PushClaim } from '../../outbox/outbox-store.ts'
import type { Remark } from '../../records/record.ts'
import type { SharedRecordPorts } from '../shared-records.ts'

export interface PushOptions extends SharedRecordPorts {
  readonly claim: PushClaim
  readonly sink: RecordSink
  /** How many records are sent at the same time. */
  readonly atOnce: number
  /** Resolves if the claim surely still holds; throws `run.superseded` or `run.ended` if not. */
  readonly confirm: () => Promise<void>
  /** The longest time that we wait for the ERP. */
  readonly timeoutMs: number
  /** How often a record is sent before a missing answer becomes an error. */
  readonly maxAttempts: number
  readonly signal: AbortSignal
  /** Reconciles what the ERP has changed since the last pull, once a run: for records that cannot be read one by one. */
  readonly lookAtChanges: () => Promise<void>
  /** Whether the run has to make room for others; to be asked between two records. */
  readonly shouldYield: () => Promise<boolean>
  /** Told what was not sent of a record that the ERP has accepted. */
  readonly noteUnsent: (recordId: string, remarks: readonly Remark[]) => void
}
