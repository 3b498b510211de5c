import {
  type AssignmentRepository,
  type AuditLog,
  type Clock,
  type Config,
  type ConnectionRepository,
  type ConnectorState,
  type Inbox,
  type InboxStore,
  type JobPayload,
  type JobQueue,
  type Logger,
  type OutboxStore,
  type Previews,
  type RateLimiter,
  type RecordStore,
  type RunStore,
  randomIds,
  type Scheduler,
  type SlotLog,
  SyncConfig,
  type SyncConfigRepository,
  type TestResults,
} from '@linkspan/core'
import { redisAuditLog } from './audit/audit-log.ts'
import { createChangeNotifier } from './change-notifier.ts'
import { connect, type OfflinePolicy } from './client.ts'
import { redisAssignments } from './connections/assignments.ts'
import { redisConnections } from './connections/connections.ts'
import { redisConnectorState } from './connections/connector-state.ts'
import { redisPreviews } from './connections/previews.ts'
import { redisRateLimiter } from './connections/rate-limiter.ts'
import { redisTestResults } from './connections/test-results.ts'
import { createVersionedLists } from './connections/versioned-lists.ts'
import { type IdempotencyStore, redisIdempotency } from './idempotency.ts'
import { type BoardQueue, createBoard } from './jobs/board.ts'
import { createProducer } from './jobs/producer.ts'
import { countJobs, type QueueCounts } from './jobs/queue-counts.ts'
import { createQueues } from './jobs/queues.ts'
import { createScheduler } from './jobs/scheduler.ts'
import { redisSlots } from './jobs/slots.ts'
import { redisWorkers, type WorkerRegistry } from './jobs/workers.ts'
import { createKeys } from './keys.ts'
import { redisInbox } from './records/inbox.ts'
import { redisOutbox } from './records/outbox.ts'
import { redisRecords } from './records/records.ts'
import { findConfigWarnings } from './redis-config-warnings.ts'
import { redisRuns } from './runs/runs.ts'
import { mapStoreErrors } from './store-errors.ts'

export interface RedisPortsOptions {
  readonly config: Pick<Config, 'redis' | 'keyPrefix' | 'sync' | 'retention'>
  /** `fail`: a command fails at once while Redis is away (for the API). `wait`: it waits until Redis is back (for workers). */
  readonly offlinePolicy: OfflinePolicy
  readonly clock: Clock
  readonly logger: Logger
}

/** Every port that Redis implements, under one offline policy. Disposing it closes every connection. */
export interface RedisPorts extends AsyncDisposable {
  readonly assignments: AssignmentRepository
  readonly audit: AuditLog
  readonly connections: ConnectionRepository
  readonly idempotency: IdempotencyStore
  readonly inbox: InboxStore
  readonly inboxOf: (connectionId: string) => Inbox
  readonly connectorStateOf: (connectionId: string) => ConnectorState
  readonly outbox: OutboxStore
  readonly previews: Previews
  readonly queue: JobQueue
  readonly rateLimiter: RateLimiter
  readonly records: RecordStore
  readonly runs: RunStore
  readonly scheduler: Scheduler<JobPayload<'erp-schedule'>>
  readonly slots: SlotLog
  readonly syncConfigs: SyncConfigRepository
  readonly tests: TestResults
  readonly workers: WorkerRegistry
  /** The queues for a board, on a connection of their own that the first call opens. */
  boardQueues(): readonly BoardQueue[]
  /** How many jobs each queue holds, by state. */
  queueCounts(): Promise<readonly QueueCounts[]>
  /** Settings of this Redis that put data at risk, as sentences that say what to set. */
  configWarnings(): Promise<readonly string[]>
  /** Resolves if Redis answers; throws `store.unavailable` if not. */
  ping(): Promise<void>
}

export function createRedisPorts({ config, offlinePolicy, clock, logger }: RedisPortsOptions): RedisPorts {
  const keys = createKeys(config.keyPrefix)
  const client = connect(config.redis, offlinePolicy, logger)
  const changes = createChangeNotifier(() => connect(config.redis, 'wait', logger), keys)
  const onQueueError = (error: Error) => logger.debug({ error: error.message }, 'Queue connection trouble')
  const queues = createQueues(client, keys.queues, onQueueError)
  const stateOf = redisConnectorState(client, keys)
  const inbox = redisInbox(client, keys, clock)
  const versionedList = createVersionedLists(client)
  const board = createBoard(() => connect(config.redis, 'wait', logger), keys.queues, onQueueError)
  const server = mapStoreErrors({
    queueCounts: () => countJobs(queues),
    configWarnings: () => findConfigWarnings(client),
    ping: async () => {
      await client.ping()
    },
  })

  return {
    assignments: mapAssignmentErrors(redisAssignments(client, keys, versionedList)),
    audit: mapStoreErrors(redisAuditLog(client, keys)),
    connections: mapStoreErrors(redisConnections(client, keys, config.retention.days)),
    idempotency: mapStoreErrors(redisIdempotency(client, keys, randomIds)),
    inbox: mapStoreErrors(inbox),
    inboxOf: (connectionId) => mapStoreErrors(inbox.of(connectionId)),
    connectorStateOf: (connectionId) => mapStoreErrors(stateOf(connectionId)),
    outbox: mapStoreErrors(redisOutbox(client, keys, clock)),
    previews: mapStoreErrors(redisPreviews(client, keys, changes)),
    queue: mapStoreErrors(createProducer(queues)),
    rateLimiter: mapStoreErrors(redisRateLimiter(client, keys)),
    records: mapStoreErrors(redisRecords(client, keys)),
    runs: mapStoreErrors(
      redisRuns({ client, keys, changes, clock, connectionConcurrency: config.sync.connectionConcurrency, retention: config.retention }),
    ),
    scheduler: mapStoreErrors(createScheduler(queues, clock)),
    slots: mapStoreErrors(redisSlots(client, keys)),
    syncConfigs: mapStoreErrors(versionedList({ key: keys.syncConfigs, schema: SyncConfig })),
    tests: mapStoreErrors(redisTestResults(client, keys, changes)),
    workers: mapStoreErrors(redisWorkers(client, keys, clock)),
    boardQueues: () => board.queues(),
    ...server,
    async [Symbol.asyncDispose]() {
      await queues[Symbol.asyncDispose]()
      await changes[Symbol.asyncDispose]()
      board.disconnect()
      client.disconnect()
    },
  }
}

/** The lists of assignments are ports themselves, so each is wrapped. */
const mapAssignmentErrors = (port: AssignmentRepository): AssignmentRepository => ({
  clients: mapStoreErrors(port.clients),
  sites: mapStoreErrors(port.sites),
  forgetConnection: (connectionId) => mapStoreErrors(port).forgetConnection(connectionId),
})
