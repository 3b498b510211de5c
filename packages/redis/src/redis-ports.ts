import type {
  AssignmentRepository,
  AuditLog,
  BrowserSessionStore,
  CertificateNotices,
  CircuitStore,
  Clock,
  Config,
  ConnectionRepository,
  ConnectorState,
  DeliveryStore,
  ErpEventStore,
  EventLog,
  Inbox,
  InboxStore,
  IncidentStore,
  JobName,
  JobPayload,
  JobQueue,
  KeyIndex,
  Logger,
  NotificationStore,
  OutboxStore,
  PartyStore,
  Previews,
  RateLimiter,
  RecordStore,
  RejectStore,
  RunStore,
  Scheduler,
  SlotLog,
  StoredRoute,
  StreamStore,
  SyncConfigRepository,
  TestResults,
  Tracing,
  UnreadableItems,
  UpdateFeed,
  VersionedList,
  WebhookStore,
} from '@linkspan/core'
import type { OfflinePolicy } from './client.ts'
import type { IdempotencyStore } from './idempotency.ts'
import type { BoardQueue } from './jobs/board.ts'
import type { QueueCounts } from './jobs/queue-counts.ts'
import type { WorkerRegistry } from './jobs/workers.ts'
import type { KeyUses } from './key-uses.ts'
import type { RedisState } from './redis-state.ts'

export interface RedisPortsOptions {
  readonly config: Pick<Config, 'redis' | 'keyPrefix' | 'queueShards' | 'sync' | 'retention' | 'sessions'>
  /** `fail`: a command fails at once while Redis is away (for the API). `wait`: it waits until Redis is back (for workers). */
  readonly offlinePolicy: OfflinePolicy
  readonly clock: Clock
  readonly logger: Logger
  /** Without it nothing is traced. */
  readonly tracing?: Tracing | undefined
}

/** Every port that Redis implements, under one offline policy. Disposing it closes every connection. */
export interface RedisPorts extends AsyncDisposable {
  readonly assignments: AssignmentRepository
  readonly audit: AuditLog
  readonly certificates: CertificateNotices
  readonly circuits: CircuitStore
  readonly connections: ConnectionRepository
  readonly deliveries: DeliveryStore
  readonly erpEvents: ErpEventStore
  readonly events: EventLog
  readonly idempotency: IdempotencyStore
  readonly inbox: InboxStore
  readonly incidents: IncidentStore
  readonly inboxOf: (connectionId: string) => Inbox
  readonly connectorStateOf: (connectionId: string) => ConnectorState
  readonly keyUses: KeyUses
  readonly keyIndex: KeyIndex
  readonly notificationRoutes: VersionedList<StoredRoute>
  readonly notifications: NotificationStore
  readonly outbox: OutboxStore
  readonly parties: PartyStore
  readonly previews: Previews
  readonly queue: JobQueue
  readonly rateLimiter: RateLimiter
  readonly records: RecordStore
  readonly rejects: RejectStore
  readonly runs: RunStore
  readonly scheduler: Scheduler<JobPayload<'erp-schedule'>>
  readonly sessions: BrowserSessionStore
  readonly slots: SlotLog
  readonly streams: StreamStore
  readonly syncConfigs: SyncConfigRepository
  readonly tests: TestResults
  readonly unreadable: UnreadableItems
  readonly updates: UpdateFeed
  readonly webhooks: WebhookStore
  readonly workers: WorkerRegistry
  /** The queues for a board, on a connection of their own that the first call opens. */
  boardQueues(): readonly BoardQueue[]
  /** How many jobs each queue holds, by state. */
  queueCounts(): Promise<readonly QueueCounts[]>
  /** How this Redis is: its version, its memory, and what puts data at risk. */
  redisState(): Promise<RedisState>
  /** Settings of this Redis that put data at risk, as sentences that say what to set. */
  configWarnings(): Promise<readonly string[]>
  /** Whether this process may do a piece of housekeeping, which no other then does for `ms`. */
  lease(name: string, ms: number): Promise<boolean>
  /** What of the queues, or of one, does not work as it should, because somebody has paused or limited it, as sentences. */
  queueWarnings(of?: JobName): Promise<readonly string[]>
  /** Resolves if Redis accepts writes; throws `store.unavailable` if not, as when it is full. */
  assertWritable(): Promise<void>
  /** Resolves if Redis answers; throws `store.unavailable` if not. */
  ping(): Promise<void>
}
