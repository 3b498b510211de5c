import type { Changes, DataTypeId, ERPChange, ERPRecord, OutboxEntry, RecordStore } from '@linkspan/core'
import { z } from 'zod'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import type { UnreadableTracker } from '../unreadable/tracker.ts'
import { feedLife } from './feed-life.ts'
import { listRecords } from './list-records.ts'
import { parseOutboxEntry } from './outbox-entry.ts'
import { readSteps } from './read-steps.ts'
import { parseRecordMeta } from './record-meta.ts'
import { readToldStatuses, withStatusShown } from './told-status.ts'

/** Reads the records of a stream: our copy of the ERP's, and those that the system has written. Only scripts write them. */
export function redisRecords(client: RedisClient, keys: Keys, unreadable: UnreadableTracker): RecordStore {
  const epochAt = feedLife(client, keys)
  const toldStatuses = readToldStatuses(client, keys)
  const read = async (connectionId: string, dataType: DataTypeId, ids: readonly string[]): Promise<(() => ERPRecord | null)[]> => {
    if (ids.length === 0) return []
    const [data, metas, entries] = await Promise.all([
      client.hmget(keys.data(connectionId, dataType), ...ids),
      client.hmget(keys.meta(connectionId, dataType), ...ids),
      client.hmget(keys.outbox(connectionId, dataType), ...ids),
    ])
    const records = ids.map((id, at) => () => toRecord(dataType, id, data[at], metas[at], parseOutboxEntry(entries[at]).entry))
    return dataType === 'orders' ? withStatusesShown(connectionId, records) : records
  }
  /** Orders show what `order_status` tells of them. */
  const withStatusesShown = async (connectionId: string, records: readonly (() => ERPRecord | null)[]) => {
    const orders = records.map(nullIfThrows)
    const shown = await toldStatuses(
      connectionId,
      orders.filter((order) => order !== null),
    )
    let at = 0
    return records.map((read, index) => {
      const [order, status] = [orders[index] ?? null, orders[index] ? shown[at++] : null]
      return order && status ? () => ({ ...order, data: withStatusShown(order.data, status) }) : read
    })
  }
  /** Undefined if there is no such record, null if it cannot be read. */
  const loadMarked = async (connectionId: string, dataType: DataTypeId, ids: readonly string[]) =>
    (await read(connectionId, dataType, ids)).map((record, at) => {
      const found = unreadable.skip({ kind: 'record', id: `${connectionId}:${dataType}:${ids[at]}` }, () => ({ record: record() }))
      return found === null ? null : (found.record ?? undefined)
    })
  const load = async (...args: Parameters<typeof loadMarked>) => (await loadMarked(...args)).map((record) => record ?? null)

  return {
    getMany: load,
    async get(connectionId, dataType, id) {
      const [record] = await read(connectionId, dataType, [id])
      return record ? unreadable.demand({ kind: 'record', id: `${connectionId}:${dataType}:${id}` }, record) : null
    },

    ...listRecords(client, keys, load),

    steps: (connectionId, dataType, id) => readSteps(client, keys, { connectionId, dataType }, id),

    async changes(connectionId, dataType, after, limit): Promise<Changes> {
      const from = typeof after === 'number' ? { position: after, epoch: null } : after
      const epoch = await epochAt({ connectionId, dataType }, from)
      const rows = await scored(client, keys.feed(connectionId, dataType), `(${from.position}`, limit)
      const records = await loadMarked(
        connectionId,
        dataType,
        rows.map(([id]) => id),
      )
      const changes = rows.flatMap(([id, position], at): ERPChange[] => {
        const record = records[at]
        return record === null ? [] : [{ id, erpId: record?.erpId ?? id, deleted: !record, position, ...(record && { record }) }]
      })
      return { changes, next: rows.at(-1)?.[1] ?? from.position, epoch }
    },

    async inventory(connectionId, sku) {
      const members = await client.zrangebylex(keys.skus(connectionId), `[${sku}\0`, `[${sku}\u0001`)
      const records = await load(
        connectionId,
        'inventory',
        members.map((member) => member.slice(sku.length + 1)),
      )
      return records.filter((record) => record !== null && record.data.sku === sku) as ERPRecord[]
    },
  }
}

/** Null for what cannot be read: whoever reads it next reports it. */
function nullIfThrows<Value>(read: () => Value | null): Value | null {
  try {
    return read()
  } catch {
    return null
  }
}

/** Members with their scores, from a score on. */
async function scored(client: RedisClient, key: string, from: string, limit: number): Promise<[string, number][]> {
  const flat = await client.zrangebyscore(key, from, '+inf', 'WITHSCORES', 'LIMIT', 0, limit)
  return Array.from({ length: flat.length / 2 }, (_, at) => [flat[at * 2] ?? '', Number(flat[at * 2 + 1])])
}

const Fields = z.record(z.string(), z.unknown())

function toRecord(
  dataType: DataTypeId,
  id: string,
  json: string | null | undefined,
  meta: string | null | undefined,
  entry: OutboxEntry | null,
): ERPRecord | null {
  if (!json || !meta) return null
  const { version, changedAt } = parseRecordMeta(meta)
  return {
    id,
    erpId: entry ? entry.erpId : id,
    dataType,
    source: entry?.source ?? 'erp',
    version,
    syncStatus: entry?.status ?? 'synced',
    ...(entry?.error && { error: entry.error }),
    ...(entry?.conflictId && { conflictId: entry.conflictId }),
    updatedAt: new Date(changedAt).toISOString(),
    data: Fields.parse(JSON.parse(json)),
  }
}
