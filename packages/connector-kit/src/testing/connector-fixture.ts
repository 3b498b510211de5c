import type { AcceptedRecord, Connector, DataTypeId, InboundRequest, OutgoingRecord } from '@linkspan/core/connector'
import type { createInbox, createState, TestConnection } from './open-context.ts'

/** A test that a connector cannot pass, with the reason. It is run all the same, and must not pass. */
export interface Skip {
  /** The full name of the test in its suite. */
  readonly test: string
  /** Only for these data types. */
  readonly dataTypes?: readonly DataTypeId[]
  /** Completes "skipped: …, because …". */
  readonly reason: string
}

/** A connector, a simulated ERP for it, and which of the suites it cannot pass in full. */
export interface Harness {
  /** What the suites are called; the connector's id, with a variant if there are several. */
  readonly name: string
  readonly connector: Connector
  /** The data types that are pulled, of those with which the connector can. */
  readonly pulls: readonly DataTypeId[]
  /** Those of them that are read over HTTP: they have to pass `describeHttp` too. */
  readonly pullsOverHttp: readonly DataTypeId[]
  /** The data types that are pushed, of those with which the connector can. */
  readonly pushes: readonly DataTypeId[]
  /** Settings by which the connector writes new records in batches; absent if it never does. */
  readonly batchSettings?: Readonly<Record<string, unknown>>
  readonly skips?: readonly Skip[]
  /** Starts an ERP that has records of the data type. */
  start(dataType: DataTypeId, options: ErpOptions): Promise<ConnectorFixture>
}

export interface ErpOptions {
  /** How many records of the data type the ERP has. Tests ask for pages of 7. */
  readonly records: number
  /** How many records share one change time. */
  readonly tieSize: number
  /** Whether a full page is followed by another one, even if nothing is left. */
  readonly announcesEmptyPage: boolean
}

/** An ERP that is running, a connection to it, and what tests may do to it. */
export interface ConnectorFixture extends AsyncDisposable {
  readonly connection: TestConnection
  /** The same connection with credentials that the ERP refuses. */
  readonly rejected: TestConnection
  /** No text that leaves a session may contain one of these. */
  readonly secrets: readonly string[]
  /** What the platform keeps of the connection; all sessions share it. */
  readonly state: ReturnType<typeof createState>
  readonly inbox: ReturnType<typeof createInbox>
  /** The names of the checks, in order. */
  readonly checks: readonly string[]
  /** How many calls have come that need a permit: requests, or logins of a protocol that keeps its connection. */
  callCount(): number
  /** How many calls changed something, if a preview of a push has to read from the ERP; else no call at all may be made for one. */
  writeCount?(): number
  /** How many connections the ERP has open. */
  openConnections(): number
  /** From now on nobody can connect. */
  stop(): Promise<void>
  readonly source?: SourceControls
  readonly sink?: SinkControls
  readonly inbound?: InboundControls
}

/** What a test may do to an ERP while it is read. */
export interface SourceControls {
  /** The ids of all records that the ERP has. */
  ids(): readonly string[]
  /** The ids of the records that an incremental pull since this time should bring. */
  changedSince(time: string): readonly string[]
  /** A change time with records before and after it. */
  readonly middle: string
  /** How many pages come before the next call to the ERP: 0 if one answer has all pages. */
  readonly pagesBeforeNextCall: 0 | 1
  /** What the ERP has of the connection's traces: reading without a trace leaves it as it is. */
  traces(): Promise<unknown>
  /** From now on nothing is answered. Resolves when a call has come in vain. */
  silence?(): Promise<void>
  /** What goes wrong with the next call, or from it on. */
  readonly disturb: Partial<Record<Disturbance, () => void | Promise<void>>>
}

export type Disturbance =
  | 'throttled for 30 seconds'
  | 'throttled until a date 30 seconds away'
  | 'server error'
  | 'connection reset'
  | 'answer cut'
  | 'login lost once'
  | 'login refused for good'
  | 'ill-formed records'
  | 'total too high by 5'
  | 'total falling'

/** What a test may do to an ERP while it is written to. */
export interface SinkControls {
  /** An order that the ERP takes; it is new. */
  order(reference: string): OutgoingRecord
  /** The same order with a fault, and what the ERP says to it. */
  refusable?(reference: string): { readonly record: OutgoingRecord; readonly words: RegExp }
  /** A change of an order that the ERP has. */
  change(reference: string, known: AcceptedRecord): OutgoingRecord
  /** How often the ERP has the order. */
  timesStored(reference: string): number | Promise<number>
  /** What the ERP was sent last. */
  lastSent(): SentMessage | Promise<SentMessage>
  /** Changes the order within the ERP, as somebody else does. */
  edit?(known: AcceptedRecord): void
  /** Cuts the connection after this many more bytes of the ERP's answers; null takes that back. */
  cutAfter(bytes: number | null): void
  /** How many bytes the ERP has sent so far. */
  received(): number
  /** The step between the bytes at which answers are cut: 1, or more if that takes too long. `EVERY_BYTE=1` makes it 1 for all. */
  readonly cutEvery: number
  /** Only the last bytes are tried, if what comes before is the beginning of a connection. */
  readonly cutWithinLast?: number
  /** Whether a session can go on after its connection broke. */
  readonly sessionOutlivesConnection: boolean
  /** From now on nothing is answered. Resolves when a call has come in vain. */
  silence?(): Promise<void>
  readonly disturb: Partial<Record<WriteDisturbance, () => void | Promise<void>>>
}

/** A write as the ERP received it: a request, or a file if there is no method. */
export interface SentMessage {
  readonly method: string | null
  readonly target: string
  readonly body: string
}

export type WriteDisturbance =
  | 'throttled'
  | 'login refused'
  | 'permission missing'
  | 'server error before storing'
  | 'server error after storing'
  | 'answer lost'
  | 'request lost'
  | 'answer that cannot be read'
  | 'look-up fails'

/** Messages as the ERP sends them unasked, each with a name of its own. */
export interface InboundControls {
  readonly dialects: readonly InboundDialect[]
}

export interface InboundDialect {
  readonly name: string
  message(id: string): InboundRequest
  /** The same with a proof that is not the sender's. */
  forged(id: string): InboundRequest
  /** The same without any proof. */
  unproven(id: string): InboundRequest
  /** With the right proof, but without what it must say. */
  meaningless(id: string): InboundRequest
  /** Whether an answer is one in the sender's dialect, and says yes or no. */
  verdictOf(body: string): Promise<'accepted' | 'refused'>
}
