import type { InboundResult, Inbox } from '../connector/inbound.ts'
import type { DataTypeId } from '../records/data-types.ts'

/** A stream for which inbound documents are waiting. */
export interface WaitingDocuments {
  readonly connectionId: string
  readonly dataType: DataTypeId
}

/** Stores the documents that ERPs have sent until a sync processes them. */
export interface InboxStore {
  of(connectionId: string): Inbox
  /**
   * Stores a message's documents and its answer in one step. If the message came before, it stores nothing and returns the first answer.
   * Throws `request.not-found` if the connection was deleted, and `request.rate-limited` if too many documents wait already.
   */
  take(
    connectionId: string,
    messageId: string,
    reception: InboundResult,
  ): Promise<{ readonly isNew: boolean; readonly answer: InboundResult['answer'] }>
  /** The streams, over all connections, for which documents may be waiting. */
  waiting(): Promise<readonly WaitingDocuments[]>
}
