import {
  connectionOfConflict,
  connectionOfRun,
  DataTypeId,
  dataTypeIds,
  isUnreadable,
  type UnreadableItem,
  type UnreadableItems,
} from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { DiscardableList } from '../connections/versioned-lists.ts'
import { type Keys, memberOfRun, runAttributes } from '../keys.ts'
import { forgetSearchKeys } from '../records/fill-search-keys.ts'
import { rejectKeys } from '../records/open-rejects.ts'
import type { UnreadableTracker } from './tracker.ts'

export interface DiscardOptions {
  readonly client: RedisClient
  readonly keys: Keys
  readonly tracker: UnreadableTracker
  readonly lists: Readonly<Record<'client-assignment' | 'site-assignment' | 'sync-configuration' | 'notification-route', DiscardableList>>
  /** Read one item, and throw `store.unreadable` if that is not possible. */
  readonly read: {
    readonly run: (id: string) => Promise<unknown>
    readonly record: (connectionId: string, dataType: DataTypeId, id: string) => Promise<unknown>
    readonly conflict: (id: string) => Promise<unknown>
    readonly incident: (id: string) => Promise<unknown>
  }
  readonly forgetIncident: (id: string) => Promise<void>
}

const isDamaged = (reading: Promise<unknown>): Promise<boolean> =>
  reading.then(
    () => false,
    (thrown) => {
      if (isUnreadable(thrown)) return true
      throw thrown
    },
  )

/** Splits `a:b:c`, whose last part may hold colons too. */
function split(id: string, parts: number): string[] {
  const all = id.split(':')
  return [...all.slice(0, parts - 1), all.slice(parts - 1).join(':')]
}

/** Deletes items that cannot be read, each with its places in the indexes. */
export function createUnreadableItems({ client, keys, tracker, lists, read, forgetIncident }: DiscardOptions): UnreadableItems {
  async function discardRun(id: string): Promise<boolean> {
    const connectionId = connectionOfRun(id)
    if (connectionId === null || !(await isDamaged(read.run(id)))) return false
    for (const dataType of dataTypeIds) {
      const stream = keys.stream(connectionId, dataType)
      for (const field of ['run', 'latest:pull', 'latest:push', 'latest:bidirectional'])
        if ((await client.hget(stream, field)) === id) await client.hdel(stream, field)
    }
    const member = memberOfRun(id)
    for (const attribute of [...runAttributes, 'open']) {
      await client.zrem(keys.runIndex(connectionId, attribute), member)
      await client.zrem(keys.allRunsIndex(attribute), member)
    }
    await client.zrem(keys.leases(connectionId), id)
    await client.zrem(keys.parked(connectionId), id)
    await client.unlink(keys.run(id), keys.entries(id), keys.rejects(id), keys.phases(id))
    return true
  }

  const forgetKeys = forgetSearchKeys(client, keys)

  async function discardRecord(name: string): Promise<boolean> {
    const [connectionId = '', type = '', id = ''] = split(name, 3)
    const dataType = DataTypeId.safeParse(type)
    if (!dataType.success || !(await isDamaged(read.record(connectionId, dataType.data, id)))) return false
    await forgetKeys(connectionId, dataType.data, id)
    for (const key of [keys.data, keys.meta, keys.outbox]) await client.hdel(key(connectionId, dataType.data), id)
    for (const key of [keys.feed, keys.pending, keys.unsettled]) await client.zrem(key(connectionId, dataType.data), id)
    return true
  }

  async function discardOpenReject(name: string): Promise<boolean> {
    const [connectionId = '', type = '', key = ''] = split(name, 3)
    const dataType = DataTypeId.safeParse(type)
    if (!dataType.success) return false
    const { openRejects, rejectTimes, rejectDocs } = rejectKeys(keys, { connectionId, dataType: dataType.data })
    for (const set of [openRejects, rejectTimes]) await client.zrem(set, key)
    return (await client.hdel(rejectDocs, key)) > 0
  }

  async function discardConflict(id: string): Promise<boolean> {
    const connectionId = connectionOfConflict(id)
    if (connectionId === null || !(await isDamaged(read.conflict(id)))) return false
    await client.hdel(keys.conflicts(connectionId), id)
    await client.zrem(keys.conflictIndex(connectionId), id)
    await client.hdel(keys.decided(connectionId), id)
    return true
  }

  async function discardIncident(id: string): Promise<boolean> {
    if (!(await isDamaged(read.incident(id)))) return false
    await forgetIncident(id)
    return true
  }

  /** Only what was met as unreadable is deleted: nothing else leaves the audit trail or a log. */
  const wasMet = ({ kind, id }: UnreadableItem): boolean => tracker.seen().some((one) => one.kind === kind && one.id === id)

  async function discardAuditEvent(id: string): Promise<boolean> {
    const members = await client.zrange(keys.auditIndex, '0', '-1')
    const places = members.filter((member) => member.endsWith(id))
    if (places.length > 0) await client.zrem(keys.auditIndex, ...places)
    return (await client.xdel(keys.audit, id)) > 0
  }

  const discard = ({ kind, id }: UnreadableItem): Promise<boolean> => {
    switch (kind) {
      case 'connection':
        return Promise.resolve(false)
      case 'sync-configuration':
      case 'client-assignment':
      case 'site-assignment':
      case 'notification-route':
        return lists[kind].discard(id)
      case 'sync-log':
        return discardRun(id)
      case 'record':
        return discardRecord(id)
      case 'conflict':
        return discardConflict(id)
      case 'incident':
        return discardIncident(id)
      case 'sync-log-entry':
      case 'reject': {
        const [runId = '', entry = ''] = split(id, 2)
        const key = kind === 'reject' ? keys.rejects(runId) : keys.entries(runId)
        return wasMet({ kind, id }) ? client.xdel(key, entry).then((count) => count > 0) : Promise.resolve(false)
      }
      case 'open-reject':
        return wasMet({ kind, id }) ? discardOpenReject(id) : Promise.resolve(false)
      case 'audit-event':
        return wasMet({ kind, id }) ? discardAuditEvent(id) : Promise.resolve(false)
    }
  }

  return {
    seen: () => tracker.seen(),
    async discard(item) {
      const isGone = await discard(item)
      if (isGone) tracker.forget(item)
      return isGone
    },
  }
}
