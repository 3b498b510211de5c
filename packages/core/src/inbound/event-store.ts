import type { DataTypeId } from '../records/data-types.ts'
import type { WaitingDocuments } from './inbox-store.ts'

/** Remembers the events that ERPs have sent, and the streams that they are about until a sync begins to read them. */
export interface ErpEventStore {
  /** Whether this event of the connection comes for the first time. It is remembered for a day. */
  isNew(connectionId: string, eventId: string): Promise<boolean>
  /** Forgets an event that could not be taken, so that it may come again. */
  forget(connectionId: string, eventId: string): Promise<void>
  /** Notes that something has changed in the ERP that no sync has read yet. */
  mark(connectionId: string, dataType: DataTypeId): Promise<void>
  /** A sync begins to read, or nothing will ever read. */
  unmark(connectionId: string, dataType: DataTypeId): Promise<void>
  /** Streams that were marked, over all connections: at most 1,000, the oldest first. */
  marked(): Promise<readonly WaitingDocuments[]>
}
