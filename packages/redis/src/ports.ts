import {
  type AssignmentRepository,
  type AuditLog,
  type BrowserSessionStore,
  type CertificateNotices,
  type CircuitStore,
  type Clock,
  type Config,
  type ConnectionRepository,
  type ConnectorState,
  type DeliveryStore,
  type ErpEventStore,
  type EventLog,
  type Inbox,
  type InboxStore,
  type IncidentStore,
  type JobName,
  type JobPayload,
  type JobQueue,
  type KeyIndex,
  type Logger,
  type NotificationStore,
  type OutboxStore,
  type PartyStore,
  type Previews,
  type RateLimiter,
  type RecordStore,
  type RejectStore,
  type RunStore,
  randomIds,
  type Scheduler,
  type SlotLog,
  StoredRoute,
  type StreamStore,
  type SyncConfigRepository,
  systemStopwatch,
  type TestResults,
  type UnreadableItems,
  type UpdateFeed,
  type VersionedList,
  type WebhookStore,
} from '@linkspan/core'
import { redisAuditLog } from './audit/audit-log.ts'
import { redisBrowserSessions } from './browser-sessions/browser-sessions.ts'
import { createChangeNotifier } from './change-notifier.ts'
import { connect, type OfflinePolicy } from './client.ts'
import { redisAssignments } from './connections/assignments.ts'
import { redisCertificates } from './connections/certificates.ts'
import { redisCircuits } from './connections/circuits.ts'
import { redisConnections } from './connections/connections.ts'
import { redisConnectorState } from './connections/connector-state.ts'
import { redisErpEvents } from './connections/erp-events.ts'
import { redisParties } from './connections/parties.ts'
import { redisPreviews } from './connections/previews.ts'
import { redisRateLimiter } from './connections/rate-limiter.ts'
import { redisSyncConfigs } from './connections/sync-configs.ts'
import { redisTestResults } from './connections/test-results.ts'
import { createVersionedLists } from './connections/versioned-lists.ts'
import { redisEventLog } from './events/event-log.ts'
import { createEmittingCalls } from './events/mark-events.ts'
import { type IdempotencyStore, redisIdempotency } from './idempotency.ts'
import { redisIncidents } from './incidents/incidents.ts'
import { type BoardQueue, createBoard } from './jobs/board.ts'
import { createProducer } from './jobs/producer.ts'
import { countJobs, type QueueCounts } from './jobs/queue-counts.ts'
import { findQueueWarnings } from './jobs/queue-warnings.ts'
import { createQueues } from './jobs/queues.ts'
import { createScheduler } from './jobs/scheduler.ts'
import { redisSlots } from './jobs/slots.ts'
import { redisWorkers, type WorkerRegistry } from './jobs/workers.ts'
import { type KeyUses, redisKeyUses } from './key-uses.ts'
import { createKeys } from './keys.ts'
import { redisNotifications } from './notifications/notifications.ts'
import { redisInbox } from './records/inbox.ts'
import { redisKeyIndex } from './records/key-index.ts'
import { redisOutbox } from './records/outbox.ts'
import { redisRecords } from './records/records.ts'
import { redisRejects } from './records/rejects.ts'
import { findConfigWarnings } from './redis-config-warnings.ts'
import { type RedisState, readRedisState } from './redis-state.ts'
import { redisRuns } from './runs/runs.ts'
import { mapStoreErrors } from './store-errors.ts'
import { redisStreams } from './streams/stream-store.ts'
import { createUnreadableItems } from './unreadable/discard.ts'
import { trackUnreadable } from './unreadable/tracker.ts'
import { createUpdateFeed } from './updates/update-feed.ts'
import { redisDeliveries } from './webhooks/delivery-store.ts'
import { redisWebhooks } from './webhooks/webhook-store.ts'

export interface RedisPortsOptions {
  readonly config: Pick<Config, 'redis' | 'keyPrefix' | 'sync' | 'retention' | 'sessions'>
  /** `fail`: a command fails at once while Redis is away (for the API). `wait`: it waits until Redis is back (for workers). */
  readonly offlinePolicy: OfflinePolicy
  readonly clock: Clock
  readonly logger: Logger
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

export function createRedisPorts({ config, offlinePolicy, clock, logger }: RedisPortsOptions): RedisPorts {
  const keys = createKeys(config.keyPrefix)
  const client = connect(config.redis, offlinePolicy, logger)
  const changes = createChangeNotifier(() => connect(config.redis, 'wait', logger), keys)
  const updates = createUpdateFeed(() => connect(config.redis, 'wait', logger), keys, randomIds.random(8))
  const onQueueError = (error: Error) => logger.debug({ error: error.message }, 'Queue connection trouble')
  const queues = createQueues(client, keys.queues, onQueueError)
  const stateOf = redisConnectorState(client, keys)
  const inbox = redisInbox(client, keys, clock)
  const tracker = trackUnreadable(logger, systemStopwatch)
  const versionedList = createVersionedLists(client, tracker)
  const parties = redisParties(client, keys)
  const assignments = redisAssignments(client, keys, versionedList, parties)
  const syncConfigs = redisSyncConfigs(client, keys, versionedList)
  const notificationRoutes = versionedList({ kind: 'notification-route', key: () => keys.notificationRoutes, schema: StoredRoute })
  const emitting = createEmittingCalls(client, keys, clock)
  const outbox = redisOutbox(client, keys, clock, config.retention.days * 86_400, tracker, emitting)
  const records = redisRecords(client, keys, tracker)
  const circuits = redisCircuits(client, keys, clock, config.sync.circuit, emitting)
  const runs = redisRuns({
    client,
    keys,
    changes,
    clock,
    circuits,
    emitting,
    sync: config.sync,
    retention: config.retention,
    unreadable: tracker,
  })
  const incidents = redisIncidents({ client, keys, clock, ids: randomIds, emitting, unreadable: tracker })
  const unreadable = createUnreadableItems({
    client,
    keys,
    tracker,
    lists: { ...assignments.discardable, 'sync-configuration': syncConfigs, 'notification-route': notificationRoutes },
    read: {
      run: runs.get,
      record: records.get,
      conflict: async (id) => (await outbox.conflict(id)) ?? outbox.decidedConflict(id),
      incident: incidents.get,
    },
    forgetIncident: incidents.discard,
  })
  const board = createBoard(() => connect(config.redis, 'wait', logger), keys.queues, onQueueError)
  const server = mapStoreErrors({
    queueCounts: () => countJobs(queues),
    lease: async (name: string, ms: number) => (await client.set(keys.lease(name), '1', 'PX', ms, 'NX')) !== null,
    queueWarnings: (of?: JobName) => findQueueWarnings(queues, of ? [of] : undefined),
    redisState: () => readRedisState(client),
    configWarnings: () => findConfigWarnings(client),
    assertWritable: async () => {
      await client.set(keys.lease('writable'), '1', 'PX', 1000)
    },
    ping: async () => {
      await client.ping()
    },
  })

  return {
    assignments: mapAssignmentErrors(assignments),
    audit: mapStoreErrors(redisAuditLog(client, keys, tracker)),
    certificates: mapStoreErrors(redisCertificates(client, keys, clock, emitting)),
    circuits: mapStoreErrors<CircuitStore>(circuits),
    connections: mapStoreErrors(redisConnections(client, keys, config.retention.days, tracker, clock, emitting)),
    deliveries: mapStoreErrors(redisDeliveries(client, keys, clock, changes)),
    erpEvents: mapStoreErrors(redisErpEvents(client, keys, clock)),
    events: mapStoreErrors(redisEventLog(client, keys, clock, emitting)),
    idempotency: mapStoreErrors(redisIdempotency(client, keys, randomIds)),
    inbox: mapStoreErrors(inbox),
    incidents: mapStoreErrors(incidents),
    inboxOf: (connectionId) => mapStoreErrors(inbox.of(connectionId)),
    keyIndex: mapStoreErrors(redisKeyIndex(client, keys)),
    connectorStateOf: (connectionId) => mapStoreErrors(stateOf(connectionId)),
    keyUses: mapStoreErrors(redisKeyUses(client, keys, clock)),
    notificationRoutes: mapStoreErrors(notificationRoutes),
    notifications: mapStoreErrors(redisNotifications(client, keys, changes, clock)),
    outbox: mapStoreErrors(outbox),
    parties: mapStoreErrors(parties),
    previews: mapStoreErrors(redisPreviews(client, keys, changes)),
    queue: mapStoreErrors(createProducer(queues)),
    rateLimiter: mapStoreErrors(redisRateLimiter(client, keys)),
    records: mapStoreErrors(records),
    rejects: mapStoreErrors(redisRejects(client, keys, clock, tracker)),
    runs: mapStoreErrors(runs),
    scheduler: mapStoreErrors(createScheduler(queues, clock)),
    sessions: mapStoreErrors(redisBrowserSessions(client, keys, clock, config.sessions)),
    slots: mapStoreErrors(redisSlots(client, keys, clock)),
    streams: mapStoreErrors(redisStreams(client, keys, clock, emitting)),
    syncConfigs: mapStoreErrors(syncConfigs),
    tests: mapStoreErrors(redisTestResults(client, keys, changes)),
    unreadable: mapStoreErrors(unreadable),
    updates,
    webhooks: mapStoreErrors(redisWebhooks(client, keys, logger)),
    workers: mapStoreErrors(redisWorkers(client, keys, clock)),
    boardQueues: () => board.queues(),
    ...server,
    async [Symbol.asyncDispose]() {
      await queues[Symbol.asyncDispose]()
      await changes[Symbol.asyncDispose]()
      await updates[Symbol.asyncDispose]()
      board.disconnect()
      client.disconnect()
    },
  }
}

/** The lists of assignments are ports themselves, so each is wrapped. */
const mapAssignmentErrors = (port: AssignmentRepository): AssignmentRepository => ({
  clients: mapStoreErrors(port.clients),
  sites: mapStoreErrors(port.sites),
  ofConnection: (connectionId) => mapStoreErrors(port).ofConnection(connectionId),
  forgetConnection: (connectionId) => mapStoreErrors(port).forgetConnection(connectionId),
})
