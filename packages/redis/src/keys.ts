import {
  type BucketSize,
  connectionOfPreview,
  connectionOfRun,
  connectionOfTest,
  type DataTypeId,
  type DeliveryStatus,
  dataTypeIds,
  type EventSource,
  runStatuses,
  type ScheduleDirection,
} from '@linkspan/core'

/** The attributes by which runs are indexed. */
export const runAttributes = ['all', ...dataTypeIds.map((type) => `type:${type}`), ...runStatuses.map((status) => `status:${status}`)]

/** Every Redis key that Linkspan uses. A connection's keys carry its id as the hash tag, so that one script can use all of them on a cluster too. */
export function createKeys(prefix: string) {
  const log = (connectionId: string) => `${prefix}erp_sync_log:{${connectionId}}`
  const record = (connectionId: string, dataType: DataTypeId) => `${prefix}erp_record:{${connectionId}}:${dataType}`
  const slots = (connectionId: string, dataType: DataTypeId, direction?: ScheduleDirection) =>
    `${prefix}erp_sync_config:{${connectionId}}:${dataType}${direction ? `:${direction}` : ''}`
  const webhook = (id: string) => `${prefix}erp_webhook:{${id}}`
  const notification = `${prefix}erp_notification:{installation}`
  const test = (testId: string) => `${prefix}erp_connection:{${connectionOfTest(testId) ?? 'unknown'}}:${testId}`
  const run = (runId: string) => `${log(connectionOfRun(runId) ?? 'unknown')}:${runId}`

  return {
    /** Hash: `doc`, `sealed`, `revision`, and what workers find out. */
    connection: (id: string) => `${prefix}erp_connection:{${id}}`,
    /** String: the result of one test. */
    test,
    /** Strings: how far a test has come; the sealed draft that is to be tested. */
    testProgress: (testId: string) => `${test(testId)}:progress`,
    testDraft: (testId: string) => `${test(testId)}:draft`,
    /** String: a preview that somebody waits for, first the request, then its outcome. */
    preview: (previewId: string) => `${prefix}erp_connection:{${connectionOfPreview(previewId) ?? 'unknown'}}:${previewId}`,
    /** Hash: the state that the connector keeps for the connection. */
    connectorState: (connectionId: string) => `${prefix}erp_connection:{${connectionId}}:memory`,
    /**
     * Sorted sets of all connections, by attribute; string `searchable`: all their records can be searched; for `backlog`, `backlog_totals`,
     * `stream_deadlines` and `stream_successes` see `backlogIndex`, `streamIndex` and `conflictIndexes`.
     */
    connectionIndex: (attribute: string) => `${prefix}erp_connections:{index}:${attribute}`,

    /** Sorted set: connections whose circuit may need attention, by when that was noted. */
    circuits: `${prefix}erp_connections:{index}:circuits`,

    /** Hashes: the assignments of a client, of a site. */
    clientAssignments: (clientId: string) => `${prefix}client_erp_assignment:{${clientId}}`,
    siteAssignments: (siteId: string) => `${prefix}site_erp_assignment:{${siteId}}`,
    /** Hash: the sync configurations of a connection. */
    syncConfigs: (connectionId: string) => `${prefix}erp_sync_config:{${connectionId}}:all`,
    /** Hash by id and revision: the states of sync configurations, of each the last ones. */
    syncConfigRevisions: (connectionId: string) => `${prefix}erp_sync_config:{${connectionId}}:revisions`,
    /** Hash and sorted set: what happened at each time at which a data type was due. */
    slotFates: (connectionId: string, dataType: DataTypeId, direction?: ScheduleDirection) =>
      `${slots(connectionId, dataType, direction)}:slots`,
    slotTimes: (connectionId: string, dataType: DataTypeId, direction?: ScheduleDirection) =>
      `${slots(connectionId, dataType, direction)}:slot_times`,
    /** Hash by data type: schedules that are paused, since when and why. */
    pauses: (connectionId: string) => `${prefix}erp_sync_config:{${connectionId}}:pauses`,
    /** Sorted sets, all scores 0, and a hash: see `redisParties`. */
    partyIndex: (part: 'clients' | 'sites' | 'names') => `${prefix}erp_parties:{index}:${part}`,
    /** Set: the keys of the assignments that name a connection. */
    users: (connectionId: string) => `${prefix}erp_connection:{${connectionId}}:assignments`,

    /** Hash: one run. */
    run,
    /** Streams: its entries and rejects. */
    entries: (runId: string) => `${run(runId)}:entries`,
    rejects: (runId: string) => `${run(runId)}:rejects`,
    /** List: the latest phases of a run, see `Phase`. */
    phases: (runId: string) => `${run(runId)}:phases`,
    /** Set: the records that a dry run over everything has seen. */
    seen: (runId: string) => `${run(runId)}:seen`,
    /** Sorted sets of a connection's runs, by attribute. */
    runIndex: (connectionId: string, attribute: string) => `${log(connectionId)}:index:${attribute}`,
    /** All of these indexes of one connection. */
    runIndexes: (connectionId: string) => runAttributes.map((attribute) => `${log(connectionId)}:index:${attribute}`),
    /** Sorted sets of all runs, by attribute. */
    allRunsIndex: (attribute: string) => `${prefix}erp_sync_logs:{index}:${attribute}`,
    /** Sorted set: the working runs of a connection, by the end of their lease. */
    leases: (connectionId: string) => `${log(connectionId)}:leases`,
    /** Sorted set: the parked runs of a connection, by when they were parked. */
    parked: (connectionId: string) => `${log(connectionId)}:parked`,
    /** Hashes: totals of the connection, of a data type, of a day. */
    statistics: (connectionId: string, part: string) => `${log(connectionId)}:statistics:${part}`,
    /** Hashes by the number of an hour or a day: what the runs of a data type that began in it have come to; of a connection, of all. */
    timeBuckets: (connectionId: string, dataType: DataTypeId, size: BucketSize) => `${log(connectionId)}:statistics:${dataType}:${size}s`,
    allTimeBuckets: (dataType: DataTypeId, size: BucketSize) => `${prefix}erp_sync_logs:{index}:statistics:${dataType}:${size}s`,

    /** Hash: the current run, the latest run of each direction, the watermark, the latest feed position. */
    stream: (connectionId: string, dataType: DataTypeId) => `${record(connectionId, dataType)}:stream`,
    /** Hash: how many records were new in each hour, see `countVolumeScript`. */
    volume: (connectionId: string, dataType: DataTypeId) => `${record(connectionId, dataType)}:volume`,
    /** Hash by record id: the canonical record as JSON. */
    data: (connectionId: string, dataType: DataTypeId) => `${record(connectionId, dataType)}:data`,
    /** Hash by record id: see `RecordMeta`. */
    meta: (connectionId: string, dataType: DataTypeId) => `${record(connectionId, dataType)}:meta`,
    /** Hash by page number: the page that was read last, see `printKeptPage`. */
    pages: (connectionId: string, dataType: DataTypeId) => `${record(connectionId, dataType)}:pages`,
    /** Hash by record id: see `supersededRows`. */
    superseded: (connectionId: string, dataType: DataTypeId) => `${record(connectionId, dataType)}:superseded`,
    /** Sorted set: record ids by their latest feed position. */
    feed: (connectionId: string, dataType: DataTypeId) => `${record(connectionId, dataType)}:feed`,
    /** Hash by record id: see `parseOutboxEntry`. Only records that the system has written have an entry. */
    outbox: (connectionId: string, dataType: DataTypeId) => `${record(connectionId, dataType)}:outbox`,
    /** Sorted sets of record ids: those that wait to be pushed, in their order; those that were sent but not answered, by time. */
    pending: (connectionId: string, dataType: DataTypeId) => `${record(connectionId, dataType)}:pending`,
    unsettled: (connectionId: string, dataType: DataTypeId) => `${record(connectionId, dataType)}:unsettled`,
    /** Sorted set of record ids: 1 for those that the ERP has refused, 2 for those in conflict. */
    troubled: (connectionId: string, dataType: DataTypeId) => `${record(connectionId, dataType)}:troubled`,
    /** Sorted set: records that were rejected when they were last read, by the mark of the run. A record's key is the ERP's id, see `rejectKeyOf`. */
    openRejects: (connectionId: string, dataType: DataTypeId) => `${record(connectionId, dataType)}:open_rejects`,
    /** Sorted set: the same records, by when they were last rejected. Hash: their rejects, see `rejectDocPattern`. */
    rejectTimes: (connectionId: string, dataType: DataTypeId) => `${record(connectionId, dataType)}:reject_times`,
    rejectDocs: (connectionId: string, dataType: DataTypeId) => `${record(connectionId, dataType)}:rejects`,
    /** Sorted set: records that are no longer rejected, by when that ended. Hash: why. */
    closedRejects: (connectionId: string, dataType: DataTypeId) => `${record(connectionId, dataType)}:closed_rejects`,
    closedBy: (connectionId: string, dataType: DataTypeId) => `${record(connectionId, dataType)}:closed_by`,
    /** Hash by field: what the ERP was seen to do to it. */
    forms: (connectionId: string, dataType: DataTypeId) => `${record(connectionId, dataType)}:forms`,
    /** Hash: our id of a record by the ERP's, if they differ. */
    aliases: (connectionId: string, dataType: DataTypeId) => `${record(connectionId, dataType)}:aliases`,
    /** Hash by id and sorted set: the open conflicts of a connection. */
    conflicts: (connectionId: string) => `${prefix}erp_conflict:{${connectionId}}:open`,
    conflictIndex: (connectionId: string) => `${prefix}erp_conflict:{${connectionId}}:index`,
    /** Hash by id and sorted set of index members by the time of the decision: the conflicts of a connection that have ended. */
    decided: (connectionId: string) => `${prefix}erp_conflict:{${connectionId}}:decided`,
    decidedIndex: (connectionId: string) => `${prefix}erp_conflict:{${connectionId}}:decided_index`,
    /** Sorted set, all scores 0: SKU and record id, to find the inventory of one SKU. */
    skus: (connectionId: string) => `${prefix}erp_inventory_cache:{${connectionId}}:by_sku`,
    /** Sorted set, all scores 0: order number and record id, to find the order of a status record. */
    orderNumbers: (connectionId: string) => `${record(connectionId, 'orders')}:by_number`,
    /** Sorted set, all scores 0: order number and record id, to find the status records of an order. */
    statusNumbers: (connectionId: string) => `${record(connectionId, 'order_status')}:by_number`,
    /** Sorted set, all scores 0: by what the records of a connection are found, see `searchKeys`. */
    searchKeys: (connectionId: string) => `${prefix}erp_record:{${connectionId}}:by_key`,
    /** Hash by record id: what has happened to it, see `journeySteps`. */
    journey: (connectionId: string, dataType: DataTypeId) => `${record(connectionId, dataType)}:journey`,
    /** Hash: what `order_status` tells of orders, see `told-status.ts`. */
    toldStatuses: (connectionId: string) => `${record(connectionId, 'orders')}:told`,

    /** List: the times of the latest calls to the ERP. */
    calls: (connectionId: string) => `${prefix}erp_rate_limit:{${connectionId}}`,
    /** Sorted set: the permits of calls under way, by the end of their lease. */
    permits: (connectionId: string) => `${prefix}erp_rate_limit:{${connectionId}}:permits`,
    /** Hash: how many calls at once the ERP has borne lately, and how long its answers take. */
    pace: (connectionId: string) => `${prefix}erp_rate_limit:{${connectionId}}:pace`,
    /** Stream: the audit trail. Sorted set: the index of its events. */
    audit: `${prefix}erp_audit_log:{audit}`,
    /** Stream: changes that have begun and not ended. */
    auditIntents: `${prefix}erp_audit_log:{audit}:intents`,
    auditIndex: `${prefix}erp_audit_log:{audit}:index`,
    /** Sorted set: workers by their last sign of life. */
    workers: `${prefix}erp_workers`,
    /** Hash by the name of an API key: when it was used last. */
    keyUses: `${prefix}erp_key_uses`,
    /** Hash: how far the clocks of workers are ahead, of those whose clock is wrong. */
    skewedWorkers: `${prefix}erp_workers:skewed`,
    /** String: one process does this housekeeping at the moment. */
    lease: (name: string) => `${prefix}erp_workers:lease:${name}`,
    /** Channel: notifies when a run, test, preview, connection or delivery has changed. */
    channel: (id: string) => `${prefix}erp_changed:${id}`,
    /** Streams: documents that an ERP has sent and that wait, by data type. String: the answer that one message got. */
    inbox: (connectionId: string, dataType: DataTypeId) => `${prefix}erp_inbox:{${connectionId}}:${dataType}`,
    inboxAnswer: (connectionId: string, messageHash: string) => `${prefix}erp_inbox:{${connectionId}}:answer:${messageHash}`,
    /** Sorted set: inboxes that may hold documents, by when the last one arrived. */
    inboxes: `${prefix}erp_inboxes`,
    /** String: an event of an ERP that was taken. Sorted set: streams that an event was about and that no sync has begun to read, by when. */
    erpEvent: (connectionId: string, eventHash: string) => `${prefix}erp_inbox:{${connectionId}}:event:${eventHash}`,
    markedStreams: `${prefix}erp_inboxes:marked`,
    /** Stream, and a channel of the same name: what has happened with a connection, or with the installation. Sorted set: whose logs may have new events, by when. */
    events: (source: EventSource) => `${prefix}erp_event:{${source}}`,
    eventSources: `${prefix}erp_event:sources`,
    /** Hash: the notification routes. String: how far the log of incidents has been read. Sorted set: routes, by when one must be looked at. Set: routes that do not deliver. */
    notificationRoutes: `${notification}:routes`,
    notificationPosition: `${notification}:position`,
    notificationRoutesDue: `${notification}:routes_due`,
    failingRoutes: `${notification}:failing`,
    /** Hash by subject: what a route may have to tell. Sorted set: the subjects, by when they must be looked at. */
    notices: (routeId: string) => `${notification}:notices:${routeId}`,
    noticesDue: (routeId: string) => `${notification}:notices:${routeId}:due`,
    /** String: what a route has told about a subject last. */
    told: (routeId: string, subjectHash: string) => `${notification}:told:${routeId}:${subjectHash}`,
    /** String: a worker sends for the route at the moment. */
    notificationClaim: (routeId: string) => `${notification}:claim:${routeId}`,
    /** Hash by id and sorted set: the deliveries of a route. */
    notificationDeliveries: (routeId: string) => `${notification}:deliveries:${routeId}`,
    notificationDeliveryIndex: (routeId: string) => `${notification}:deliveries:${routeId}:index`,
    /** Hash: a session of a browser, by the digest of its token. Sorted set: the digests of all, by when they end at the latest. */
    session: (digest: string) => `${prefix}erp_session:{sessions}:${digest}`,
    sessions: `${prefix}erp_session:{sessions}`,
    /** Set: the ids of all webhooks, with their time of creation in front. Hash: a webhook, and how its deliveries are going. */
    webhooks: `${prefix}erp_webhooks`,
    webhook,
    /** Hashes by lane: how far it has come; the epoch of its claim; how often its next event was sent in vain, since when, and until when it waits. */
    webhookPositions: (id: string) => `${webhook(id)}:positions`,
    webhookClaims: (id: string) => `${webhook(id)}:claims`,
    webhookTroubles: (id: string) => `${webhook(id)}:troubles`,
    /** Sorted sets of lanes: those with something to send, by when somebody should look after them; those that are sending, by the end of their permission. */
    webhookHeld: (id: string) => `${webhook(id)}:held`,
    webhookPermits: (id: string) => `${webhook(id)}:permits`,
    /** Hash: one delivery with its attempts. Sorted sets: all deliveries, and those of a status. */
    webhookDelivery: (id: string, deliveryId: string) => `${webhook(id)}:delivery:${deliveryId}`,
    webhookDeliveries: (id: string, attribute: 'all' | DeliveryStatus) => `${webhook(id)}:deliveries:${attribute}`,
    /** String: which part of the logs is sent again. */
    webhookReplay: (id: string, replayId: string) => `${webhook(id)}:replay:${replayId}`,
    /** All incidents, in one slot with the log of the installation; see `incident-keys.ts` for the parts. */
    incidents: (part: string) => `${prefix}erp_incident:{installation}:${part}`,
    /** Hash: the answer to the requests with one `Idempotency-Key`. */
    idempotency: (hash: string) => `${prefix}erp_idempotency:{${hash}}`,
    /** The prefix of BullMQ's keys, of each shard; the braces keep those of a shard on one node of a cluster. */
    queues: (shards: number) => Array.from({ length: shards }, (_, at) => `${prefix}{linkspan${at === 0 ? '' : `-${at}`}}`),
  }
}

export type Keys = ReturnType<typeof createKeys>

/** A member of an index. It sorts by time, then by id; cursors are members, so paging neither repeats nor skips equal times. */
export const indexMember = (at: Date | string, id: string): string => `${memberTime(at)}${id}`
export const memberTime = (at: Date | string | number): string => new Date(at).getTime().toString(36).padStart(9, '0')
export const idOfMember = (member: string): string => member.slice(9)
export const timeOfMember = (member: string): number => Number.parseInt(member.slice(0, 9), 36)

const abandonedAfterMs = 3_600_000
/** Whether a member of an index is no longer waited for, if what it names is not stored. A younger one may be just about to be stored. */
export const isAbandoned = (member: string, now: Date): boolean => timeOfMember(member) < now.getTime() - abandonedAfterMs

/** The index member of a run, made from its id, which contains its time behind the connection's part. */
export const memberOfRun = (runId: string): string => `${runId.slice(20, 29)}${runId}`
