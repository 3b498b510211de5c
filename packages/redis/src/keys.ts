import {
  connectionOfPreview,
  connectionOfRun,
  connectionOfTest,
  type DataTypeId,
  dataTypeIds,
  runStatuses,
  type ScheduleDirection,
} from '@linkspan/core'

/** By what runs are indexed. */
export const runAttributes = ['all', ...dataTypeIds.map((type) => `type:${type}`), ...runStatuses.map((status) => `status:${status}`)]

/** Every key we own. A connection's keys carry its id as the hash tag, so that one atomic script can touch them on a cluster too. */
export function createKeys(prefix: string) {
  const log = (connectionId: string) => `${prefix}erp_sync_log:{${connectionId}}`
  const record = (connectionId: string, dataType: DataTypeId) => `${prefix}erp_record:{${connectionId}}:${dataType}`
  const slots = (connectionId: string, dataType: DataTypeId, lane?: ScheduleDirection) =>
    `${prefix}erp_sync_config:{${connectionId}}:${dataType}${lane ? `:${lane}` : ''}`
  const run = (runId: string) => `${log(connectionOfRun(runId) ?? 'unknown')}:${runId}`

  return {
    /** Hash: `doc`, `sealed`, `revision`, and what workers find out. */
    connection: (id: string) => `${prefix}erp_connection:{${id}}`,
    /** String: the result of one test. */
    test: (testId: string) => `${prefix}erp_connection:{${connectionOfTest(testId) ?? 'unknown'}}:${testId}`,
    /** String: a preview that somebody waits for, first what was asked, then what came of it. */
    preview: (previewId: string) => `${prefix}erp_connection:{${connectionOfPreview(previewId) ?? 'unknown'}}:${previewId}`,
    /** Hash: what the connector keeps of the connection. */
    memory: (connectionId: string) => `${prefix}erp_connection:{${connectionId}}:memory`,
    /** Sorted sets of all connections, by attribute. */
    connectionIndex: (attribute: string) => `${prefix}erp_connections:{index}:${attribute}`,

    /** Hashes: the assignments of a client, of a site. */
    clientAssignments: (clientId: string) => `${prefix}client_erp_assignment:{${clientId}}`,
    siteAssignments: (siteId: string) => `${prefix}site_erp_assignment:{${siteId}}`,
    /** Hash: the sync configurations of a connection. */
    syncConfigs: (connectionId: string) => `${prefix}erp_sync_config:{${connectionId}}:all`,
    /** Hash and sorted set: what became of each time at which a data type was due. */
    slotFates: (connectionId: string, dataType: DataTypeId, lane?: ScheduleDirection) => `${slots(connectionId, dataType, lane)}:slots`,
    slotTimes: (connectionId: string, dataType: DataTypeId, lane?: ScheduleDirection) =>
      `${slots(connectionId, dataType, lane)}:slot_times`,
    /** Hash by data type: schedules that rest, since when and why. */
    pauses: (connectionId: string) => `${prefix}erp_sync_config:{${connectionId}}:pauses`,
    /** Set: the keys of the assignments that name a connection. */
    users: (connectionId: string) => `${prefix}erp_connection:{${connectionId}}:assignments`,

    /** Hash: one run. */
    run,
    /** Streams: its entries and rejects. */
    entries: (runId: string) => `${run(runId)}:entries`,
    rejects: (runId: string) => `${run(runId)}:rejects`,
    /** Set: the records that a dry run over everything has seen, for its account. */
    seen: (runId: string) => `${run(runId)}:seen`,
    /** Sorted sets of a connection's runs, by attribute. */
    runIndex: (connectionId: string, attribute: string) => `${log(connectionId)}:index:${attribute}`,
    /** All of those of one connection. */
    runIndexes: (connectionId: string) => runAttributes.map((attribute) => `${log(connectionId)}:index:${attribute}`),
    /** Sorted sets of all runs, by attribute. */
    allRunsIndex: (attribute: string) => `${prefix}erp_sync_logs:{index}:${attribute}`,
    /** Sorted set: the runs of a connection that work, by the end of their lease. */
    leases: (connectionId: string) => `${log(connectionId)}:leases`,
    /** Sorted set: the runs of a connection that wait for a place, by their arrival. */
    parked: (connectionId: string) => `${log(connectionId)}:parked`,
    /** Hashes: running totals, of the connection, of a data type, of a day. */
    statistics: (connectionId: string, part: string) => `${log(connectionId)}:statistics:${part}`,

    /** Hash: the run under way, the latest one of each direction, the watermark, the latest feed position. */
    stream: (connectionId: string, dataType: DataTypeId) => `${record(connectionId, dataType)}:stream`,
    /** Hash by record id: the canonical record as JSON. */
    data: (connectionId: string, dataType: DataTypeId) => `${record(connectionId, dataType)}:data`,
    /** Hash by record id: content hash with the name of the row that made it, version, mark of the run that saw it last, feed position, time of the change. */
    meta: (connectionId: string, dataType: DataTypeId) => `${record(connectionId, dataType)}:meta`,
    /** Hash by number: the name of the page that was read last, its rows' names one behind the other, their ids as JSON. */
    pages: (connectionId: string, dataType: DataTypeId) => `${record(connectionId, dataType)}:pages`,
    /** Sorted set: record ids by their latest feed position. */
    feed: (connectionId: string, dataType: DataTypeId) => `${record(connectionId, dataType)}:feed`,
    /** Hash by record id: stamp, status and the outbox entry as JSON. Only of records that the system has written. */
    outbox: (connectionId: string, dataType: DataTypeId) => `${record(connectionId, dataType)}:outbox`,
    /** Sorted sets of record ids: those that wait to be pushed, in their order; those that were sent and not answered, by when. */
    pending: (connectionId: string, dataType: DataTypeId) => `${record(connectionId, dataType)}:pending`,
    unsettled: (connectionId: string, dataType: DataTypeId) => `${record(connectionId, dataType)}:unsettled`,
    /** Hash: our id of a record by the ERP's, where they differ. */
    aliases: (connectionId: string, dataType: DataTypeId) => `${record(connectionId, dataType)}:aliases`,
    /** Hash by id and sorted set: the open conflicts of a connection. */
    conflicts: (connectionId: string) => `${prefix}erp_conflict:{${connectionId}}:open`,
    conflictIndex: (connectionId: string) => `${prefix}erp_conflict:{${connectionId}}:index`,
    /** Sorted set, all scores 0: SKU and record id, so that the inventory of one SKU is found. */
    skus: (connectionId: string) => `${prefix}erp_inventory_cache:{${connectionId}}:by_sku`,

    /** List: the times of the latest calls to the ERP. */
    calls: (connectionId: string) => `${prefix}erp_rate_limit:{${connectionId}}`,
    /** Sorted set: the permits of calls under way, by the end of their lease. */
    permits: (connectionId: string) => `${prefix}erp_rate_limit:{${connectionId}}:permits`,
    /** Stream: the audit trail. Sorted set: where each of its events is found. */
    audit: `${prefix}erp_audit_log:{audit}`,
    auditIndex: `${prefix}erp_audit_log:{audit}:index`,
    /** Sorted set: workers by their last sign of life. */
    workers: `${prefix}erp_workers`,
    /** Channel: rings when a run, test or preview changed. */
    channel: (id: string) => `${prefix}erp_changed:${id}`,
    /** Streams: documents that an ERP has sent and that wait, by data type. String: the answer to one message. */
    inbox: (connectionId: string, dataType: DataTypeId) => `${prefix}erp_inbox:{${connectionId}}:${dataType}`,
    inboxAnswer: (connectionId: string, messageHash: string) => `${prefix}erp_inbox:{${connectionId}}:answer:${messageHash}`,
    /** Sorted set: where documents may wait, by when the last one came. */
    inboxes: `${prefix}erp_inboxes`,
    /** What BullMQ puts before its keys; the braces keep them on one node of a cluster. */
    queues: `${prefix}{linkspan}`,
  }
}

export type Keys = ReturnType<typeof createKeys>

/** A member of an index: sorts by time, then by id. Cursors are members, so paging neither repeats nor loses ties. */
export const indexMember = (at: Date | string, id: string): string => `${memberTime(at)}${id}`
export const memberTime = (at: Date | string | number): string => new Date(at).getTime().toString(36).padStart(9, '0')
export const idOfMember = (member: string): string => member.slice(9)
export const timeOfMember = (member: string): number => Number.parseInt(member.slice(0, 9), 36)

/** A log's id carries its time behind the connection's part. */
export const memberOfRun = (runId: string): string => `${runId.slice(20, 29)}${runId}`
