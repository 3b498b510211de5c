import type { DataTypeId } from '../records/data-types.ts'
import type { Data } from './change-set.ts'
import type { OutboxEntry } from './entry.ts'

/** All records of one data type of one connection. */
export interface RecordStream {
  readonly connectionId: string
  readonly dataType: DataTypeId
}

/** A stored record, with its outbox entry if the system has written it. */
export interface HeldRecord {
  readonly id: string
  /** Null if there is no such record. */
  readonly data: Data | null
  readonly entry: OutboxEntry | null
  /** The version of the entry, which grows with every write of it; 0 if there is none. */
  readonly version: number
  /** What readers of the order see instead of its own status, because `order_status` tells it; absent if they see its own. */
  readonly statusShown?: { readonly status: string; readonly statusRaw?: string }
}
