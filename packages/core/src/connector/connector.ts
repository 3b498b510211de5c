import { z } from 'zod'
import type { ErpCall } from '../kernel/metrics.ts'
import type { CallPermit, Clock, Logger, OutboundPolicy, RateLimit } from '../kernel/ports.ts'
import type { Tracing } from '../kernel/tracing.ts'
import type { DataTypeId } from '../records/data-types.ts'
import type { Cursor, Page, SourceRecord } from '../records/record.ts'
import type { Admission, InboundHead, InboundRequest, InboundResult, Inbox, ReceiveContext } from './inbound.ts'
import type { RecordSink } from './sink.ts'

/** How the platform's users name an ERP, and how it is reached. */
export const providers = ['SAP', 'Oracle', 'NetSuite', 'Dynamics', 'Odoo', 'Infor', 'Epicor', 'Custom'] as const
export type Provider = (typeof providers)[number]
export const connectionMethods = ['api', 'doi', 'sftp'] as const
export const ConnectionMethod = z.enum(connectionMethods)
export type ConnectionMethod = z.infer<typeof ConnectionMethod>

/**
 * A connector is one folder that knows how to talk to one kind of ERP.
 *
 * The declaration is cheap: ids, schemas, capabilities. `open` is the only part that touches the
 * network, and it loads its client lazily, so that the API can list every connector without
 * loading a single ERP library.
 */
export interface Connector<Settings extends ProviderSettings = ProviderSettings, Credentials extends CredentialFields = CredentialFields> {
  readonly id: string
  readonly title: string
  readonly method: ConnectionMethod
  /** The providers it serves by its method: `'all'` if it does not matter who made the ERP, as with files and messages. */
  readonly providers: readonly Provider[] | 'all'
  /** The value of `settings.product` that chooses it. Needed if one of its providers sells several systems with a connector each. */
  readonly product?: string
  /** The connector's own fields of `connection.settings`; the common ones are added by the platform. */
  readonly settings: z.ZodObject<z.ZodRawShape, z.core.$strict | z.core.$strip> & z.ZodType<Settings>
  /** Validates `connection.credentials`, and draws the form. A field marked with `secret()` is sealed at rest and never returned. */
  readonly credentials: z.ZodObject<z.ZodRawShape, z.core.$strict | z.core.$strip> & z.ZodType<Credentials>
  /** The ways in which it can sign in, the commonest first. Credential fields of no way belong to all of them. Without it there is one way. */
  readonly signIn?: readonly SignInWay<Extract<keyof Credentials, string>>[]
  /** Credential fields that are called like a secret and are none, as the public half of a key pair. */
  readonly publicCredentials?: readonly Extract<keyof Credentials, string>[]
  readonly capabilities: Capabilities
  /** Where the connector's own mapping finds canonical fields: for people who want to replace one of them by a `fieldMapping`. */
  readonly fieldSources?: FieldSources
  /** The settings whose values the ERP can list, each with what is listed: `{ company: 'Companies of the environment' }`. */
  readonly choices?: Readonly<Record<string, string>>
  /** How many calls the ERP bears. The connection's `rateLimit` replaces the window; its `maxConcurrentCalls` lowers `concurrency`. */
  readonly rateLimit: RateLimit
  /**
   * Where a push writes a field that the connection's mapping reads from `path`, a path in the ERP's row such as `lines[].qty`. Without it,
   * every path can be written. A pure function.
   */
  placeOf?(path: string, dataType: DataTypeId, settings: Settings): TargetPlace
  open(context: OpenContext<Settings, Credentials>): Promise<Session>
  /**
   * Takes a message that the ERP sends unasked: verifies the sender, and returns the answer and the documents to process. Throws
   * an AppError if it cannot even be answered in the sender's dialect.
   */
  receive?(request: InboundRequest, context: ReceiveContext<Settings, Credentials>): Promise<InboundResult>
  /** Judges the head of a message before its body is read. Without it, every body must prove its sender. */
  admit?(head: InboundHead, context: ReceiveContext<Settings, Credentials>): Promise<Admission>
}

export const signInKinds = [
  'password',
  'api-key',
  'token',
  'client-credentials',
  'certificate',
  'key-pair',
  'assertion',
  'token-pairs',
] as const

/** One way to sign in, with the credential fields that it needs or may have. */
export interface SignInWay<Field extends string = string> {
  readonly kind: (typeof signInKinds)[number]
  readonly fields: readonly Field[]
}

/** `path`: at its path. `own`: at the connector's own place for the field. `none`: nowhere. Each reason is a sentence. */
export type TargetPlace = { readonly kind: 'path' } | { readonly kind: 'own' | 'none'; readonly reason: string }

export type ProviderSettings = Readonly<Record<string, unknown>>
export type CredentialFields = Readonly<Record<string, unknown>>

/**
 * `full`: the ERP cannot say what changed, all is read every time. `incremental`: it can be asked for what changed since a time.
 * `push`: records can be written to it.
 */
export type Capabilities = Partial<Record<DataTypeId, { readonly pull?: 'full' | 'incremental'; readonly push?: true }>>

/** Where one canonical field comes from. */
export interface FieldSource {
  /** `id` is the record's own; below a list with `[]`, as in `lines[].sku`. */
  readonly field: string
  /** Names or paths in the row, best first if one is enough. */
  readonly sources: readonly string[]
  /** What happens to them, if they are not copied. */
  readonly note?: string
}
export type FieldSources = Partial<Record<DataTypeId, readonly FieldSource[]>>

/** In which directions a connector can sync a data type. */
export function directionsOf(
  { capabilities }: Pick<Connector, 'capabilities'>,
  dataType: DataTypeId,
): ('pull' | 'push' | 'bidirectional')[] {
  const { pull, push } = capabilities[dataType] ?? {}
  return [...(pull ? ['pull' as const] : []), ...(push ? ['push' as const] : []), ...(pull && push ? ['bidirectional' as const] : [])]
}

export interface OpenContext<Settings = ProviderSettings, Credentials = CredentialFields> {
  readonly connectionId: string
  readonly settings: Settings
  readonly credentials: Credentials
  /** The data types that the connection syncs. */
  readonly enabledDataTypes: readonly DataTypeId[]
  /** The limit of one call to the ERP, in milliseconds, from the request to the last byte. */
  readonly timeoutMs: number
  /** How many records a page should have. The ERP may give fewer. */
  readonly pageSize: number
  readonly outbound: OutboundPolicy
  readonly clock: Clock
  readonly logger: Logger
  /** Resolves when the connection's limits allow one more call. Await it before each call, and dispose the permit when the call has ended. */
  readonly acquireCall: () => Promise<CallPermit>
  /** Values that later runs need again. */
  readonly state: ConnectorState
  /** Documents that the ERP has sent unasked. */
  readonly inbox: Inbox
  /** Told of each call to the ERP. */
  readonly onCall: (call: ErpCall) => void
  /** Traces each call to the ERP. Without it nothing is traced. */
  readonly tracing?: Tracing
  /** Told of each secret that the session obtains itself, such as an access token: it is then removed from logs and errors too. */
  readonly onSecret: (secret: string) => void
  /** Aborts every call under way. */
  readonly signal: AbortSignal
}

/**
 * What a connector keeps of one connection: which files it has read, say. It lives as long as the connection. No secrets. It is no part
 * of a page's atomic step: what is written must stay true when it is written twice, or late.
 */
export interface ConnectorState {
  /** Their values, in the order of the names; null if there is none. */
  read(names: readonly string[]): Promise<readonly (string | null)[]>
  /** Sets values, and forgets those whose value is null. */
  write(values: Readonly<Record<string, string | null>>): Promise<void>
  /** All names and values, in no order, each at least once. */
  entries(): AsyncIterable<readonly [name: string, value: string]>
}

/** A conversation with one ERP. Dispose it and every socket is closed. Opening one calls nobody. */
export interface Session extends AsyncDisposable {
  /** What a connection test goes through before it probes the data types, in this order. */
  checks(): readonly CheckStep[]
  source(dataType: DataTypeId): RecordSource
  /** There for the data types whose capabilities say `push`. */
  sink?(dataType: DataTypeId): RecordSink
  /** There if the declaration has `choices`: what the ERP has for such a field, in any order. Fails with an AppError. */
  choices?(field: string): Promise<readonly Choice[]>
}

/** A value that a setting may have. */
export interface Choice {
  /** What the setting is set to. */
  readonly value: string
  /** What people read. */
  readonly label: string
}

/** One step of a connection test. */
export interface CheckStep {
  /** As people read it: "DNS", "TCP/TLS", "Authentication". */
  readonly name: string
  /** If it fails, the steps after it are not tried. */
  readonly essential: boolean
  /** Resolves to a sentence about what was found; throws an AppError that says what is wrong. */
  run(): Promise<string>
  /** What it has found besides, passed or not. Asked after `run`. */
  facts?(): CheckFacts
}

/** What a test tells of an ERP for good, besides its sentences. */
export interface CheckFacts {
  /** When the certificate of the ERP ends; ISO 8601. */
  readonly certificateExpiresAt?: string
  /** How far the ERP's clock is ahead of ours, in ms; negative if it is behind. */
  readonly clockOffsetMs?: number
  /** The fingerprint of the host key that the server shows. */
  readonly hostKey?: string
}

export interface RecordSource {
  /** Whether `since` is heeded. If it is not, every pull reads everything. */
  readonly incremental: boolean
  /**
   * Yields the pages after `after` (null: from the beginning) until there are no more; an ERP without
   * records yields one empty page. Breaking out of the loop releases everything. Fails with an AppError.
   */
  pages(request: PullRequest): AsyncIterable<Page>
  /**
   * The records of rows that the ERP sent before, one for each row, as a pull of these rows would read them. Calls nobody. Absent if a row
   * alone does not say enough.
   */
  read?(rows: readonly unknown[]): readonly SourceRecord[]
}

export interface PullRequest {
  /** The `next` of a page that was stored. */
  readonly after: Cursor | null
  /** Only what changed at this time or later: ISO 8601, UTC. Null: everything. */
  readonly since: string | null
  /** What of it is wanted. A source that can, asks its ERP for no more; whatever else it gives is left out afterwards. */
  readonly filters?: readonly PullFilter[]
  /** Nothing of it is kept, as in a preview or a dry run: reading must leave no traces. */
  readonly dryRun?: boolean
  /** Whether the customer's own mapping reads the rows: then columns that the connector does not know may be meant. */
  readonly hasMapping?: boolean
}

/** Of the records only those whose canonical field is one of these texts, exactly. */
export interface PullFilter {
  readonly field: string
  readonly values: readonly string[]
}

/** Checks the declaration's types where it is written, and forgets them where it is listed. */
export function defineConnector<Settings extends ProviderSettings, Credentials extends CredentialFields>(
  connector: Connector<Settings, Credentials>,
): Connector {
  return connector as unknown as Connector
}

/** What decides which connector serves a connection. */
export interface ConnectorChoice {
  readonly provider: Provider
  readonly connectionMethod: ConnectionMethod
  /** `settings.product` chooses among several; without it the default is taken. */
  readonly settings: ProviderSettings
}

/** Every connector that is installed. */
export interface ConnectorRegistry {
  readonly all: readonly Connector[]
  /** The connectors that serve a provider by a method, the default first: one for each product. */
  serving(provider: Provider, method: ConnectionMethod): readonly Connector[]
  /** The connector that serves such a connection; undefined if none does. A pure function. */
  find(connection: ConnectorChoice): Connector | undefined
}
