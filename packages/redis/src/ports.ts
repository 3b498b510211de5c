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
  jobContracts,
  type Logger,
  type OutboxStore,
  type Previews,
  type RateLimiter,
  type RecordStore,
  type RunStore,
  type Scheduler,
  type SlotLog,
  SyncConfig,
  type SyncConfigRepository,
  type TestResults,
} from '@linkspan/core'
import type { Queue } from 'bullmq'
import { redisAuditLog } from './audit-log.ts'
import { createChangeNotifier } from './change-notifier.ts'
import { connect, type OfflinePolicy, type RedisClient } from './client.ts'
import { redisAssignments } from './connections/assignments.ts'
import { redisConnections } from './connections/connections.ts'
import { redisConnectorMemory } from './connections/connector-state.ts'
import { redisPreviews } from './connections/previews.ts'
import { redisRateLimiter } from './connections/rate-limiter.ts'
import { redisTestResults } from './connections/test-results.ts'
import { createOwnedLists } from './connections/versioned-lists.ts'
import { createProducer, jobNames } from './jobs/producer.ts'
import { createQueues, openQueue } from './jobs/queues.ts'
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

/** Every port that Redis serves, on one connection policy. Dispose it and every connection is closed. */
export interface RedisPorts extends AsyncDisposable {
  readonly assignments: AssignmentRepository
  readonly audit: AuditLog
  readonly connections: ConnectionRepository
  readonly inbox: InboxStore
  readonly inboxOf: (connectionId: string) => Inbox
  readonly memoryOf: (connectionId: string) => ConnectorState
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
  /** The queues as BullMQ objects, with a description each: for a board. On a connection of their own, made by the first call. */
  boardQueues(): readonly BoardQueue[]
  /** What about this Redis puts data at risk, in sentences that say what to set. */
  configWarnings(): Promise<readonly string[]>
  /** Resolves where Redis answers; throws `store.unavailable` where not. */
  ping(): Promise<void>
}

export interface BoardQueue {
  readonly queue: Queue
  readonly description: string
}

export function createRedisPorts({ config, offlinePolicy, clock, logger }: RedisPortsOptions): RedisPorts {
  const keys = createKeys(config.keyPrefix)
  const client = connect(config.redis, offlinePolicy, logger)
  const changes = createChangeNotifier(() => connect(config.redis, 'wait', logger), keys)
  const onQueueError = (error: Error) => logger.debug({ error: error.message }, 'Queue connection trouble')
  const queues = createQueues(client, keys.queues, onQueueError)
  const memories = redisConnectorMemory(client, keys)
  const inbox = redisInbox(client, keys, clock)
  const ownedList = createOwnedLists(client)
  let board: { readonly client: RedisClient; readonly queues: readonly BoardQueue[] } | null = null
  const openBoard = () => {
    const own = connect(config.redis, 'wait', logger)
    const queues = jobNames.map((name) => ({
      queue: openQueue(name, own, keys.queues, onQueueError),
      description: jobContracts[name].description,
    }))
    return { client: own, queues }
  }
  const pinger = mapStoreErrors({
    configWarnings: () => findConfigWarnings(client),
    ping: async () => {
      await client.ping()
    },
  })

  return {
    assignments: guardedAssignments(redisAssignments(client, keys, ownedList)),
    audit: mapStoreErrors(redisAuditLog(client, keys)),
    connections: mapStoreErrors(redisConnections(client, keys, config.retention.days)),
    inbox: mapStoreErrors(inbox),
    inboxOf: (connectionId) => mapStoreErrors(inbox.of(connectionId)),
    memoryOf: (connectionId) => mapStoreErrors(memories(connectionId)),
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
    syncConfigs: mapStoreErrors(ownedList({ key: keys.syncConfigs, schema: SyncConfig })),
    tests: mapStoreErrors(redisTestResults(client, keys, changes)),
    workers: mapStoreErrors(redisWorkers(client, keys, clock)),
    boardQueues() {
      board ??= openBoard()
      return board.queues
    },
    configWarnings: () => pinger.configWarnings(),
    ping: () => pinger.ping(),
    async [Symbol.asyncDispose]() {
      await queues[Symbol.asyncDispose]()
      await changes[Symbol.asyncDispose]()
      board?.client.disconnect()
      client.disconnect()
    },
  }
}

/** Its lists are ports of their own. */
const guardedAssignments = (port: AssignmentRepository): AssignmentRepository => ({
  clients: mapStoreErrors(port.clients),
  sites: mapStoreErrors(port.sites),
  forgetConnection: (connectionId) => mapStoreErrors(port).forgetConnection(connectionId),
})
