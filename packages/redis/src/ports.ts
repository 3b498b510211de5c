import {
  type AssignmentRepository,
  type AuditLog,
  type Clock,
  type Config,
  type ConnectionRepository,
  type ConnectorMemory,
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
import { redisAssignments } from './assignments.ts'
import { redisAuditLog } from './audit-log.ts'
import { createBells } from './bells.ts'
import { connect, type RedisClient, type WhenAway } from './client.ts'
import { redisConnections } from './connections.ts'
import { redisConnectorMemory } from './connector-memory.ts'
import { findHazards } from './hazards.ts'
import { redisInbox } from './inbox.ts'
import { createProducer, jobNames } from './jobs/producer.ts'
import { createQueues, openQueue } from './jobs/queues.ts'
import { createScheduler } from './jobs/scheduler.ts'
import { createKeys } from './keys.ts'
import { redisOutbox } from './outbox.ts'
import { createOwnedLists } from './owned-lists.ts'
import { redisPreviews } from './previews.ts'
import { redisRateLimiter } from './rate-limiter.ts'
import { redisRecords } from './records.ts'
import { redisRuns } from './runs.ts'
import { redisSlots } from './slots.ts'
import { guarded } from './store-errors.ts'
import { redisTestResults } from './test-results.ts'
import { redisWorkers } from './workers.ts'

export interface RedisPortsOptions {
  readonly config: Pick<Config, 'redis' | 'keyPrefix' | 'sync' | 'retention'>
  /** `fail`: a command fails at once while Redis is away (for the API). `wait`: it waits until Redis is back (for workers). */
  readonly whenAway: WhenAway
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
  readonly memoryOf: (connectionId: string) => ConnectorMemory
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
  hazards(): Promise<readonly string[]>
  /** Resolves where Redis answers; throws `store.unavailable` where not. */
  ping(): Promise<void>
}

export interface BoardQueue {
  readonly queue: Queue
  readonly description: string
}

/** Which workers were heard of lately. */
export interface WorkerRegistry {
  beat(workerId: string): Promise<void>
  /** How many gave a sign of life within the last `ms`. */
  seen(ms: number): Promise<number>
}

export function createRedisPorts({ config, whenAway, clock, logger }: RedisPortsOptions): RedisPorts {
  const keys = createKeys(config.keyPrefix)
  const client = connect(config.redis, whenAway, logger)
  const bells = createBells(() => connect(config.redis, 'wait', logger), keys)
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
  const pinger = guarded({
    hazards: () => findHazards(client),
    ping: async () => {
      await client.ping()
    },
  })

  return {
    assignments: guardedAssignments(redisAssignments(client, keys, ownedList)),
    audit: guarded(redisAuditLog(client, keys)),
    connections: guarded(redisConnections(client, keys, config.retention.days)),
    inbox: guarded(inbox),
    inboxOf: (connectionId) => guarded(inbox.of(connectionId)),
    memoryOf: (connectionId) => guarded(memories(connectionId)),
    outbox: guarded(redisOutbox(client, keys, clock)),
    previews: guarded(redisPreviews(client, keys, bells)),
    queue: guarded(createProducer(queues)),
    rateLimiter: guarded(redisRateLimiter(client, keys)),
    records: guarded(redisRecords(client, keys)),
    runs: guarded(
      redisRuns({ client, keys, bells, clock, connectionConcurrency: config.sync.connectionConcurrency, retention: config.retention }),
    ),
    scheduler: guarded(createScheduler(queues, clock)),
    slots: guarded(redisSlots(client, keys)),
    syncConfigs: guarded(ownedList({ key: keys.syncConfigs, schema: SyncConfig })),
    tests: guarded(redisTestResults(client, keys, bells)),
    workers: guarded(redisWorkers(client, keys, clock)),
    boardQueues() {
      board ??= openBoard()
      return board.queues
    },
    hazards: () => pinger.hazards(),
    ping: () => pinger.ping(),
    async [Symbol.asyncDispose]() {
      await queues[Symbol.asyncDispose]()
      await bells[Symbol.asyncDispose]()
      board?.client.disconnect()
      client.disconnect()
    },
  }
}

/** Its lists are ports of their own. */
const guardedAssignments = (port: AssignmentRepository): AssignmentRepository => ({
  clients: guarded(port.clients),
  sites: guarded(port.sites),
  forgetConnection: (connectionId) => guarded(port).forgetConnection(connectionId),
})
