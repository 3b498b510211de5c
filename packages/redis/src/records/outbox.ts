import { type Clock, type Data, type HeldRecord, type OutboxStore, type RecordStream, systemStopwatch } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { EmittingCalls } from '../events/mark-events.ts'
import type { Keys } from '../keys.ts'
import { createReplicaWait } from '../replica-wait.ts'
import type { UnreadableTracker } from '../unreadable/tracker.ts'
import { backlogIndex, streamsOfConnection } from './backlog-index.ts'
import { changeOutboxScript } from './change-outbox.ts'
import { conflictIndexes } from './conflict-indexes.ts'
import { redisConflicts } from './conflicts.ts'
import { redisErpForms } from './erp-forms.ts'
import { parseOutboxEntry } from './outbox-entry.ts'
import { recountBacklog } from './recount-backlog.ts'
import { readToldStatuses } from './told-status.ts'

export function redisOutbox(
  client: RedisClient,
  keys: Keys,
  clock: Clock,
  rejectSeconds: number,
  unreadable: UnreadableTracker,
  emitting: EmittingCalls,
): OutboxStore {
  const waitForReplica = createReplicaWait(client, systemStopwatch)
  const change = changeOutboxScript(client, keys, clock, rejectSeconds, emitting)
  const toldStatuses = readToldStatuses(client, keys)
  const index = backlogIndex(client, keys)
  const recount = recountBacklog(client, keys, index)

  /** Notes the statuses that orders show instead of their own. */
  const withStatusesShown = async (connectionId: string, held: readonly HeldRecord[]): Promise<readonly HeldRecord[]> => {
    const orders = held.map(({ id, data, entry }) => ({ id, erpId: entry ? entry.erpId : id, data: data ?? {} }))
    const shown = await toldStatuses(connectionId, orders)
    return held.map((record, at) => ({ ...record, ...(record.data && shown[at] && { statusShown: shown[at] }) }))
  }

  const read = async ({ connectionId, dataType }: RecordStream, ids: readonly string[]): Promise<readonly HeldRecord[]> => {
    if (ids.length === 0) return []
    const [entries, data] = await Promise.all([
      client.hmget(keys.outbox(connectionId, dataType), ...ids),
      client.hmget(keys.data(connectionId, dataType), ...ids),
    ])
    const held = ids.map((id, at): HeldRecord => {
      const json = data[at]
      return { id, data: json ? (JSON.parse(json) as Data) : null, ...parseOutboxEntry(entries[at]) }
    })
    return dataType === 'orders' ? withStatusesShown(connectionId, held) : held
  }

  return {
    isUsed: async ({ connectionId, dataType }) => (await client.exists(keys.outbox(connectionId, dataType))) === 1,

    read,
    async readShared(stream, ids) {
      if (ids.length === 0) return new Map()
      const entries = await client.hmget(keys.outbox(stream.connectionId, stream.dataType), ...ids)
      const held = await read(
        stream,
        ids.filter((_, at) => entries[at]),
      )
      return new Map(held.map((record) => [record.id, record]))
    },

    aliases: async ({ connectionId, dataType }, erpIds) =>
      erpIds.length === 0 ? [] : client.hmget(keys.aliases(connectionId, dataType), ...erpIds),

    change: (stream, changes) => change(stream, changes, null),
    changeByRun: (claim, changes, { counts = {}, rejects = [] }) => change(claim, changes, { claim, counts, rejects }),

    replicated: ({ connectionId, dataType }) => waitForReplica(keys.outbox(connectionId, dataType)),

    totalBacklog: () => index.totals(),
    async recountBacklog(connectionId) {
      await recount(connectionId)
      await conflictIndexes(client, keys).mend(connectionId)
    },
    async forgetLostBacklogs() {
      for await (const ids of index.connections()) {
        const found = await Promise.all(ids.map((id) => client.exists(keys.connection(id))))
        await index.forget(ids.filter((_, at) => !found[at]).flatMap(streamsOfConnection))
      }
    },

    pending: ({ connectionId, dataType }, limit) => client.zrange(keys.pending(connectionId, dataType), '0', `${limit - 1}`),
    countPending: ({ connectionId, dataType }) => client.zcard(keys.pending(connectionId, dataType)),
    unsettled: ({ connectionId, dataType }, limit) => client.zrange(keys.unsettled(connectionId, dataType), '0', `${limit - 1}`),

    ...redisErpForms(client, keys),

    ...redisConflicts(client, keys, clock, unreadable),
  }
}
