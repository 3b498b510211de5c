import {
  AppError,
  type Clock,
  connectionOfConflict,
  type Data,
  type DataTypeId,
  ERPConflict,
  type HeldRecord,
  type OutboxChange,
  type OutboxEntry,
  type OutboxStore,
  type PushClaim,
  type PushCounts,
  parseEntry,
  printEntry,
  type RecordStream,
  type Reject,
} from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { defineScript, type ScriptArgument } from '../script.ts'
import { throwIfRejected } from '../throw-if-rejected.ts'
import { changeOutbox } from './scripts/outbox-scripts.ts'

/** Behind the keys of the records themselves, in the order in which the scripts want them. */
export const outboxKeys = (keys: Keys, { connectionId, dataType }: RecordStream): readonly string[] => [
  keys.outbox(connectionId, dataType),
  keys.pending(connectionId, dataType),
  keys.unsettled(connectionId, dataType),
  keys.aliases(connectionId, dataType),
  keys.conflicts(connectionId),
  keys.conflictIndex(connectionId),
]

/** One change as the scripts read it. */
export function toArguments({ id, version, entry, content, conflict }: OutboxChange, dataType: DataTypeId): readonly ScriptArgument[] {
  const { status, erpId } = entry
  const sku = dataType === 'inventory' ? content?.sku : undefined
  const alias = erpId !== null && erpId !== id ? erpId : ''
  const [conflictId, conflictJson] = toConflict(conflict)
  return [id, version, status, printEntry(entry), content?.hash ?? '', content?.json ?? '', sku ?? '', alias, conflictId, conflictJson]
}

function toConflict(conflict: OutboxChange['conflict']): readonly [id: string, json: string] {
  if (conflict === undefined) return ['', '-']
  return 'opens' in conflict ? [conflict.opens.id, JSON.stringify(conflict.opens)] : [conflict.closes, '']
}

/** `<version> <status> <JSON>` as it is kept. */
export function readEntry(text: string | null | undefined): { readonly version: number; readonly entry: OutboxEntry | null } {
  if (!text) return { version: 0, entry: null }
  const [, version = '0', json = 'null'] = /^(\d+) \S+ (.*)$/s.exec(text) ?? []
  return { version: Number(version), entry: parseEntry(json) }
}

export function redisOutbox(client: RedisClient, keys: Keys, clock: Clock): OutboxStore {
  const changeScript = defineScript(client, 'linkspanChangeOutbox', changeOutbox)

  async function change(
    stream: RecordStream,
    changes: readonly OutboxChange[],
    by: { readonly claim: PushClaim; readonly counts: PushCounts; readonly rejects: readonly Reject[] } | null,
  ): Promise<readonly string[]> {
    const { connectionId, dataType } = stream
    const runId = by?.claim.runId ?? ''
    const [answer, stale] = (await changeScript(
      [
        keys.connection(connectionId),
        keys.stream(connectionId, dataType),
        keys.meta(connectionId, dataType),
        keys.data(connectionId, dataType),
        keys.feed(connectionId, dataType),
        keys.skus(connectionId),
        ...outboxKeys(keys, stream),
        by ? keys.run(runId) : keys.connection(connectionId),
        by ? keys.rejects(runId) : keys.connection(connectionId),
      ],
      [
        by?.claim.epoch ?? '',
        clock.now().getTime(),
        JSON.stringify(by?.counts ?? {}),
        by ? keys.channel(runId) : '',
        by?.rejects.length ?? 0,
        changes.length,
        ...(by?.rejects ?? []).map((reject) => JSON.stringify(reject)),
        ...changes.flatMap((each) => toArguments(each, dataType)),
      ],
    )) as [string, string[]?]
    if (answer === 'GONE') throw new AppError('request.not-found', `Connection ${connectionId} was deleted`)
    throwIfRejected(answer, runId)
    return stale ?? []
  }

  const conflictOf = (json: string | null | undefined): ERPConflict | null => (json ? ERPConflict.parse(JSON.parse(json)) : null)

  const read = async ({ connectionId, dataType }: RecordStream, ids: readonly string[]): Promise<readonly HeldRecord[]> => {
    if (ids.length === 0) return []
    const [entries, data] = await Promise.all([
      client.hmget(keys.outbox(connectionId, dataType), ...ids),
      client.hmget(keys.data(connectionId, dataType), ...ids),
    ])
    return ids.map((id, at): HeldRecord => {
      const json = data[at]
      return { id, data: json ? (JSON.parse(json) as Data) : null, ...readEntry(entries[at]) }
    })
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

    pending: ({ connectionId, dataType }, limit) => client.zrange(keys.pending(connectionId, dataType), '0', `${limit - 1}`),
    countPending: ({ connectionId, dataType }) => client.zcard(keys.pending(connectionId, dataType)),
    unsettled: ({ connectionId, dataType }, limit) => client.zrange(keys.unsettled(connectionId, dataType), '0', `${limit - 1}`),

    async conflicts(connectionId, { limit, cursor }) {
      const ids = await client.zrevrangebylex(
        keys.conflictIndex(connectionId),
        cursor === undefined ? '+' : `(${cursor}`,
        '-',
        'LIMIT',
        0,
        limit + 1,
      )
      const shown = ids.slice(0, limit)
      const found = shown.length === 0 ? [] : await client.hmget(keys.conflicts(connectionId), ...shown)
      return {
        items: found.map(conflictOf).filter((conflict) => conflict !== null),
        next: ids.length > limit ? (shown.at(-1) ?? null) : null,
      }
    },

    async conflict(id) {
      const connectionId = connectionOfConflict(id)
      return connectionId === null ? null : conflictOf(await client.hget(keys.conflicts(connectionId), id))
    },
  }
}
