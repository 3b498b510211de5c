import type { Clock } from '../kernel/ports.ts'
import type { DataTypeId } from '../records/data-types.ts'

/** What an ERP has sent unasked, before anybody has looked at it: an HTTP request of any content type. */
export interface InboundRequest {
  /** In upper case, as in POST. */
  readonly method: string
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly query: URLSearchParams
  /** The bytes as they came; none if there is no body. */
  readonly body: Uint8Array
}

/** The part of a request that is known before its body arrives. */
export type InboundHead = Omit<InboundRequest, 'body'>

/** What the head alone says of whoever sends: `proven`; `unproven`, so the body must prove it; `refused`, whatever the body holds. */
export type Admission = 'proven' | 'unproven' | 'refused'

/** What is answered, in the dialect of whoever sent. */
export interface InboundAnswer {
  readonly status: number
  readonly contentType: string
  readonly body: string
}

/** What is made of a request. Nothing of it is worked on before it is stored. */
export interface InboundResult {
  readonly answer: InboundAnswer
  /** Names the message: sent again it gets the first answer, and is not worked on again. Null if it was not taken. */
  readonly messageId: string | null
  /** What the message has for each data type, as text. */
  readonly documents: readonly { readonly dataType: DataTypeId; readonly text: string }[]
}

export interface ReceiveContext<Settings, Credentials> {
  readonly settings: Settings
  readonly credentials: Credentials
  /** The data types that the connection syncs. */
  readonly enabledDataTypes: readonly DataTypeId[]
  readonly clock: Clock
}

/** A document that waits to be worked on. */
export interface InboxDocument {
  /** Grows: a later document has a greater one. */
  readonly position: string
  readonly text: string
}

/** The documents of one connection that wait, by data type. */
export interface Inbox {
  /** Those after a position (null: all), oldest first. */
  read(dataType: DataTypeId, after: string | null, limit: number): Promise<readonly InboxDocument[]>
  /** Those up to a position are done with. */
  remove(dataType: DataTypeId, upTo: string): Promise<void>
}
