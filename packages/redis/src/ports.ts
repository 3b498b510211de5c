import { type AssignmentRepository, type CircuitStore, type JobName, randomIds, StoredRoute, systemStopwatch } from '@linkspan/core'
import { assertWritable } from './assert-writable.ts'
import { redisAuditLog } from './audit/audit-log.ts'
import { redisBrowserSessions } from './browser-sessions/browser-sessions.ts'
import { createChangeNotifier } from './change-notifier.ts'
import { connect } from './client.ts'
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
import { redisIdempotency } from './idempotency.ts'
import { redisIncidents } from './incidents/incidents.ts'
import { createBoard } from './jobs/board.ts'
import { createProducer } from './jobs/producer.ts'
import { countJobs } from './jobs/queue-counts.ts'
import { findQueueWarnings } from './jobs/queue-warnings.ts'
import { createQueues } from './jobs/queues.ts'
import { createScheduler } from './jobs/scheduler.ts'
import { redisSlots } from './jobs/slots.ts'
import { redisWorkers } from './jobs/workers.ts'
import { redisKeyUses } from './key-uses.ts'
import { createKeys } from './keys.ts'
import { redisNotifications } from './notifications/notifications.ts'
import { redisInbox } from './records/inbox.ts'
import { redisKeyIndex } from './records/key-index.ts'
import { redisOutbox } from './records/outbox.ts'
import { redisRecords } from './records/records.ts'
import { redisRejects } from './records/rejects.ts'
import { findConfigWarnings } from './redis-config-warnings.ts'
import type { RedisPorts, RedisPortsOptions } from './redis-ports.ts'
import { readRedisState } from './redis-state.ts'
import { redisRuns } from './runs/runs.ts'
import { mapStoreErrors } from './store-errors.ts'
import { redisStreams } from './streams/stream-store.ts'
import { createUnreadableItems } from './unreadable/discard.ts'
import { trackUnreadable } from './unreadable/tracker.ts'
import { createUpdateFeed } from './updates/update-feed.ts'
import { redisDeliveries } from './webhooks/delivery-store.ts'
import { redisWebhooks } from './webhooks/webhook-store.ts'

export function createRedisPorts({ config, offlinePolicy, clock, logger, tracing }: RedisPortsOptions): RedisPorts {
  const keys = createKeys(config.keyPrefix)
  const client = connect(config.redis, offlinePolicy, logger)
  const changes = createChangeNotifier(() => connect(config.redis, 'wait', logger), keys)
  const updates = createUpdateFeed(() => connect(config.redis, 'wait', logger), keys, randomIds.random(8))
  const onQueueError = (error: Error) => logger.debug({ error: error.message }, 'Queue connection trouble')
  const prefixes = keys.queues(config.queueShards)
  const queues = createQueues(client, prefixes, onQueueError, tracing)
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
  const audit = redisAuditLog(client, keys, tracker)
  const runs = redisRuns({
    client,
    keys,
    changes,
    clock,
    circuits,
    emitting,
    audit,
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
  const board = createBoard(() => connect(config.redis, 'wait', logger), prefixes, onQueueError)
  const server = mapStoreErrors({
    queueCounts: () => countJobs(queues),
    lease: async (name: string, ms: number) => (await client.set(keys.lease(name), '1', 'PX', ms, 'NX')) !== null,
    queueWarnings: (of?: JobName) => findQueueWarnings(queues, of ? [of] : undefined),
    redisState: () => readRedisState(client),
    configWarnings: () => findConfigWarnings(client),
    assertWritable: () => assertWritable(client, keys),
    ping: async () => {
      await client.ping()
    },
  })

  return {
    assignments: mapAssignmentErrors(assignments),
    audit: mapStoreErrors(audit),
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
