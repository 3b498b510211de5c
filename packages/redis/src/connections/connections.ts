import {
  AppError,
  type Connection,
  type ConnectionFindings,
  ConnectionHealth,
  ConnectionMethod,
  type ConnectionRepository,
  ConnectionSettings,
  ConnectionStatus,
  connectionStatuses,
  dataTypeIds,
  providers,
} from '@linkspan/core'
import { z } from 'zod'
import type { RedisClient } from '../client.ts'
import { pageThroughIndex } from '../index-pages.ts'
import { indexMember, type Keys } from '../keys.ts'
import { outboxKeys } from '../records/outbox.ts'
import { defineScript } from '../script.ts'

type Stored = Readonly<Record<string, string>>

const update = `
local revision = redis.call('HGET', KEYS[1], 'revision')
if not revision then return 'GONE' end
if revision ~= ARGV[1] then return 'STALE' end
redis.call('HSET', KEYS[1], 'revision', ARGV[2], 'doc', ARGV[3], 'sealed', ARGV[4])
if ARGV[5] ~= '' then redis.call('HSET', KEYS[1], 'status', ARGV[5]) end
return 'OK'
`

/** What a person switched off stays off. */
const note = `
local before = redis.call('HGET', KEYS[1], 'status')
if not before then return false end
for at = 1, #ARGV, 2 do
  if ARGV[at] ~= 'status' or before ~= 'inactive' then redis.call('HSET', KEYS[1], ARGV[at], ARGV[at + 1]) end
end
return redis.call('HGET', KEYS[1], 'status')
`

/** KEYS: the connection, then for each data type its stream, data, meta and feed, then all that is simply dropped. */
const remove = `
local streams = tonumber(ARGV[1])
local open = {}
for at = 2, streams + 1 do
  local run = redis.call('HGET', KEYS[at], 'run')
  if run then table.insert(open, run) end
end
redis.call('UNLINK', unpack(KEYS))
return open
`

const attributes = ({ status, provider, connectionMethod }: Pick<Connection, 'status' | 'provider' | 'connectionMethod'>) => [
  'all',
  `status:${status}`,
  `provider:${provider}`,
  `method:${connectionMethod}`,
]

export function redisConnections(client: RedisClient, keys: Keys, retentionDays: number): ConnectionRepository {
  const updateScript = defineScript(client, 'linkspanUpdateConnection', update)
  const noteScript = defineScript(client, 'linkspanNoteConnection', note)
  const removeScript = defineScript(client, 'linkspanRemoveConnection', remove)

  const get = async (id: string): Promise<Connection | null> => parse(id, await client.hgetall(keys.connection(id)))

  /** Indexes lie in another slot than the connection: entries are added before and taken away after, and reading sorts out what is too much. */
  const index = (connection: Connection, names: readonly string[]) => {
    const batch = client.multi()
    for (const name of names) batch.zadd(keys.connectionIndex(name), 0, indexMember(connection.createdAt, connection.id))
    return batch.exec()
  }
  const unindex = async (connection: Pick<Connection, 'id' | 'createdAt'>, names: readonly string[]) => {
    if (names.length === 0) return
    const batch = client.multi()
    for (const name of names) batch.zrem(keys.connectionIndex(name), indexMember(connection.createdAt, connection.id))
    await batch.exec()
  }

  return {
    get,
    list: (query) => {
      const { status, provider, connectionMethod } = query
      const wanted = (connection: Connection) =>
        (status === undefined || connection.status === status) &&
        (provider === undefined || connection.provider === provider) &&
        (connectionMethod === undefined || connection.connectionMethod === connectionMethod)
      const names = [
        status && `status:${status}`,
        provider && `provider:${provider}`,
        connectionMethod && `method:${connectionMethod}`,
      ].filter(Boolean)
      return pageThroughIndex(
        client,
        { ...query, keys: (names.length > 0 ? names : ['all']).map((name) => keys.connectionIndex(name as string)) },
        async (ids) => (await Promise.all(ids.map(get))).map((connection) => (connection && wanted(connection) ? connection : null)),
      )
    },
    async countByStatus() {
      const counts = await Promise.all(connectionStatuses.map((status) => client.zcard(keys.connectionIndex(`status:${status}`))))
      return Object.fromEntries(connectionStatuses.map((status, at) => [status, counts[at] ?? 0])) as Record<ConnectionStatus, number>
    },
    async create(connection) {
      await index(connection, attributes(connection))
      await client.hset(keys.connection(connection.id), {
        doc: toDoc(connection),
        sealed: JSON.stringify(connection.sealed),
        revision: connection.revision,
        status: connection.status,
      })
    },
    async update(connection, before) {
      const after = { ...connection, revision: connection.revision + 1 }
      const added = attributes(after).filter((name) => !attributes(before).includes(name))
      if (added.length > 0) await index(after, added)
      const outcome = await updateScript(
        [keys.connection(connection.id)],
        [
          connection.revision,
          after.revision,
          toDoc(after),
          JSON.stringify(after.sealed),
          after.status === before.status ? '' : after.status,
        ],
      )
      if (outcome === 'GONE') {
        await unindex(after, attributes(after))
        throw new AppError('request.not-found', `Connection ${connection.id} was deleted`)
      }
      if (outcome === 'STALE') throw new AppError('request.stale', `Connection ${connection.id} was changed by someone else`)
      await unindex(
        before,
        attributes(before).filter((name) => !attributes(after).includes(name)),
      )
      return after
    },
    async note(id, findings) {
      const status = await noteScript([keys.connection(id)], Object.entries(toFields(findings)).flat())
      const connection = findings.status && (await get(id))
      if (!connection || !status) return
      await index(connection, [`status:${connection.status}`])
      await unindex(
        connection,
        connectionStatuses.filter((other) => other !== connection.status).map((other) => `status:${other}`),
      )
    },
    async remove(id) {
      const connection = await get(id)
      const hanging = [
        ...dataTypeIds.flatMap((type) => [keys.data(id, type), keys.meta(id, type), keys.feed(id, type), keys.pages(id, type)]),
        ...dataTypeIds.flatMap((type) => outboxKeys(keys, { connectionId: id, dataType: type })),
        ...dataTypeIds.flatMap((type) => [keys.slotFates(id, type), keys.slotTimes(id, type)]),
        ...dataTypeIds.flatMap((type) => [keys.slotFates(id, type, 'push'), keys.slotTimes(id, type, 'push')]),
        keys.memory(id),
        ...dataTypeIds.map((type) => keys.inbox(id, type)),
        keys.pauses(id),
        keys.skus(id),
        keys.calls(id),
        keys.syncConfigs(id),
        ...['all', ...dataTypeIds].map((part) => keys.statistics(id, part)),
      ]
      const streams = dataTypeIds.map((type) => keys.stream(id, type))
      const open = await removeScript([keys.connection(id), ...streams, ...hanging], [streams.length])
      await Promise.all(keys.runIndexes(id).map((key) => client.expire(key, retentionDays * 86_400)))
      if (connection) await unindex(connection, attributes(connection))
      return open as string[]
    },
  }
}

const toDoc = ({ name, provider, connectionMethod, credentials, settings, createdAt, updatedAt, createdBy }: Connection): string =>
  JSON.stringify({ name, provider, connectionMethod, credentials, settings, createdAt, updatedAt, createdBy })

const toFields = ({ status, lastTestedAt, health }: ConnectionFindings): Record<string, string> => ({
  ...(status && { status }),
  ...(lastTestedAt && { lastTestedAt }),
  ...(health && { health: JSON.stringify(health) }),
})

/** What a person has entered. Settings that are younger than the connection get their defaults. */
const Doc = z.object({
  name: z.string(),
  provider: z.enum(providers),
  connectionMethod: ConnectionMethod,
  credentials: z.record(z.string(), z.unknown()),
  settings: z.looseObject(ConnectionSettings.shape),
  createdAt: z.string(),
  updatedAt: z.string(),
  createdBy: z.string(),
})

function parse(id: string, stored: Stored): Connection | null {
  if (!stored.doc) return null
  return {
    id,
    ...Doc.parse(JSON.parse(stored.doc)),
    sealed: JSON.parse(stored.sealed ?? '{}'),
    status: ConnectionStatus.parse(stored.status),
    revision: Number(stored.revision),
    ...(stored.lastTestedAt && { lastTestedAt: stored.lastTestedAt }),
    ...(stored.lastSyncAt && { lastSyncAt: stored.lastSyncAt }),
    ...(stored.health && { health: ConnectionHealth.parse(JSON.parse(stored.health)) }),
  }
}
