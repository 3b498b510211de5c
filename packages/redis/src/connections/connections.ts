import {
  AppError,
  type Clock,
  type Connection,
  ConnectionMethod,
  type ConnectionRepository,
  type ConnectionStatus,
  connectionStatuses,
  nullIfUnreadable,
  providers,
} from '@linkspan/core'
import { ReplyError } from 'ioredis'
import type { RedisClient } from '../client.ts'
import type { EmittingCalls } from '../events/mark-events.ts'
import { idOfMember, indexMember, isAbandoned, type Keys } from '../keys.ts'
import { pageThroughIndex } from '../paging/index-pages.ts'
import { backlogIndex, streamsOfConnection } from '../records/backlog-index.ts'
import type { UnreadableTracker } from '../unreadable/tracker.ts'
import { toConnection, toDoc, toFields } from './connection-fields.ts'
import { noteConnectionScript, removeConnectionScript, updateConnectionScript } from './connection-scripts.ts'
import { statusIndex } from './status-index.ts'

const attributes = ({ status, provider, connectionMethod }: Pick<Connection, 'status' | 'provider' | 'connectionMethod'>) => [
  'all',
  `status:${status}`,
  `provider:${provider}`,
  `method:${connectionMethod}`,
]

/**
 * Connections, and indexes over all of them. The indexes lie on another node of a cluster: entries are added before a connection
 * changes and removed afterwards, and whoever reads an index filters out what does not belong. `forgetLost` drops what a failure left there.
 */
export function redisConnections(
  client: RedisClient,
  keys: Keys,
  retentionDays: number,
  unreadable: UnreadableTracker,
  clock: Clock,
  emitting: EmittingCalls,
): ConnectionRepository {
  const updateConnection = updateConnectionScript(client, keys, clock, emitting)
  const noteConnection = noteConnectionScript(client, keys, clock, emitting)
  const followStatus = statusIndex(client, keys)
  const removeConnection = removeConnectionScript(client, keys)
  const backlogs = backlogIndex(client, keys)

  const get = async (id: string): Promise<Connection | null> => {
    const stored = await client.hgetall(keys.connection(id))
    return unreadable.demand({ kind: 'connection', id }, () => toConnection(id, stored))
  }
  const getReadable = (id: string): Promise<Connection | null> => get(id).catch(nullIfUnreadable)

  const index = async (connection: Connection, names: readonly string[]) => {
    if (names.length === 0) return
    const batch = client.multi()
    for (const name of names) batch.zadd(keys.connectionIndex(name), 0, indexMember(connection.createdAt, connection.id))
    await batch.exec()
  }
  const unindex = async (connection: Pick<Connection, 'id' | 'createdAt'>, names: readonly string[]) => {
    if (names.length === 0) return
    const batch = client.multi()
    for (const name of names) batch.zrem(keys.connectionIndex(name), indexMember(connection.createdAt, connection.id))
    await batch.exec()
  }

  /** For a connection that cannot be read, so that nothing says when it was created: its member is the same in every index. */
  const unindexAnywhere = async (id: string) => {
    const member = await findMember(client, keys.connectionIndex('all'), id)
    if (member === null) return
    const batch = client.multi()
    for (const name of indexNames) batch.zrem(keys.connectionIndex(name), member)
    await batch.exec()
  }

  return {
    get,
    list: (query) => {
      const { status, provider, connectionMethod } = query
      const isWanted = (connection: Connection) =>
        (status === undefined || connection.status === status) &&
        (provider === undefined || connection.provider === provider) &&
        (connectionMethod === undefined || connection.connectionMethod === connectionMethod)
      const names = [
        status && `status:${status}`,
        provider && `provider:${provider}`,
        connectionMethod && `method:${connectionMethod}`,
      ].filter((name) => name !== undefined)
      return pageThroughIndex(
        client,
        { ...query, keys: (names.length > 0 ? names : ['all']).map(keys.connectionIndex), countedFrom: '-' },
        async (ids) =>
          (await Promise.all(ids.map(getReadable))).map((connection) => (connection && isWanted(connection) ? connection : null)),
      )
    },
    async countByStatus() {
      const counts = await Promise.all(connectionStatuses.map((status) => client.zcard(keys.connectionIndex(`status:${status}`))))
      return Object.fromEntries(connectionStatuses.map((status, at) => [status, counts[at] ?? 0])) as Record<ConnectionStatus, number>
    },
    async create(connection) {
      await index(connection, attributes(connection))
      const fields = {
        doc: toDoc(connection),
        sealed: JSON.stringify(connection.sealed),
        revision: connection.revision,
        status: connection.status,
      }
      try {
        await client.hset(keys.connection(connection.id), fields)
      } catch (thrown) {
        if (isRefusal(thrown)) await unindex(connection, attributes(connection)).catch(() => {}) // without an answer it may be stored
        throw thrown
      }
      await client.publish(keys.channel(connection.id), 'created')
    },
    async update(connection, before, { closesCircuit } = { closesCircuit: false }) {
      const after = { ...connection, revision: connection.revision + 1 }
      await index(
        after,
        attributes(after).filter((name) => !attributes(before).includes(name)),
      )
      const status = await updateConnection(connection.id, {
        revision: connection.revision,
        nextRevision: after.revision,
        doc: toDoc(after),
        sealed: JSON.stringify(after.sealed),
        status: after.status === before.status ? null : after.status,
        closesCircuit,
      }).catch(async (thrown) => {
        if (after.status !== before.status) await followStatus(connection.id).catch(() => {}) // it is indexed by both
        throw thrown
      })
      if (status === null) {
        await unindex(after, attributes(after))
        throw new AppError('request.not-found', `Connection ${connection.id} was deleted`)
      }
      await unindex(
        before,
        attributes(before).filter((name) => !attributes(after).includes(name)),
      )
      if (!closesCircuit) return after
      await followStatus(connection.id)
      const { circuit: _, ...reconnected } = after
      return { ...reconnected, status }
    },
    async note(id, findings) {
      await noteConnection(id, toFields(findings))
      if (findings.status) await followStatus(id)
    },
    async remove(id) {
      const connection = await getReadable(id)
      const openRuns = await removeConnection(id)
      await Promise.all(keys.runIndexes(id).map((key) => client.expire(key, retentionDays * 86_400)))
      if (connection) await unindex(connection, attributes(connection))
      else await unindexAnywhere(id)
      await backlogs.forget(streamsOfConnection(id))
      unreadable.forget({ kind: 'connection', id })
      return openRuns
    },
    async forgetLost() {
      for (const key of indexNames.map(keys.connectionIndex)) {
        for await (const members of membersOf(client, key)) {
          const old = members.filter((member) => isAbandoned(member, clock.now()))
          const stored = await Promise.all(old.map((member) => client.exists(keys.connection(idOfMember(member)))))
          const lost = old.filter((_, at) => !stored[at])
          if (lost.length > 0) await client.zrem(key, ...lost)
        }
      }
    },
  }
}

const indexNames = [
  'all',
  ...connectionStatuses.map((status) => `status:${status}`),
  ...providers.map((provider) => `provider:${provider}`),
  ...ConnectionMethod.options.map((method) => `method:${method}`),
]

/** Whether Redis has refused a command, and not only failed to answer. */
const isRefusal = (thrown: unknown): boolean => thrown instanceof ReplyError

/** Reads an index a thousand members at a time, so that no single command takes long. */
async function* membersOf(client: RedisClient, key: string): AsyncGenerator<readonly string[]> {
  for (let from = '-'; ; ) {
    const members = await client.zrangebylex(key, from, '+', 'LIMIT', 0, 1000)
    yield members
    if (members.length < 1000) return
    from = `(${members.at(-1)}`
  }
}

async function findMember(client: RedisClient, key: string, id: string): Promise<string | null> {
  for await (const members of membersOf(client, key)) {
    const found = members.find((member) => member.endsWith(id))
    if (found !== undefined) return found
  }
  return null
}
