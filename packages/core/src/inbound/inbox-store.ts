import type { InboundResult, Inbox } from '../connector/inbound.ts'
import type { DataTypeId } from '../records/data-types.ts'

/** Documents of one data type of a connection that wait. */
export interface WaitingDocuments {
  readonly connectionId: string
  readonly dataType: DataTypeId
}

/** Where documents wait that ERPs have sent. */
export interface InboxStore {
  of(connectionId: string): Inbox
  /**
   * Keeps a message's documents and its answer in one step. Of a message that came before nothing is kept; its first answer is given.
   * `request.not-found` where the connection is gone.
   */
  take(
    connectionId: string,
    messageId: string,
    reception: InboundResult,
  ): Promise<{ readonly isNew: boolean; readonly answer: InboundResult['answer'] }>
  /** Where documents may wait, over all connections. */
  waiting(): Promise<readonly WaitingDocuments[]>
}
