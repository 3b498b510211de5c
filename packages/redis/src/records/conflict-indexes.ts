import { decisionDays, type OutboxChange } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import { indexMember, type Keys, memberTime } from '../keys.ts'

/** The index member of an open conflict, made from its id, which contains the time at which it was found behind the connection's part. */
const memberOfConflict = (id: string): string => `${id.slice('conflict_'.length + 16, 'conflict_'.length + 25)}${id}`

const batchSize = 1000
const maxForgotten = 100
const keptMs = decisionDays * 86_400_000

/** Before this, decisions are no longer kept. */
export const decisionsSince = (now: Date): string => memberTime(now.getTime() - keptMs)

/**
 * The conflicts of all connections, by time. The conflicts themselves lie on other nodes of a cluster: a member is added before the step that
 * stores its conflict, so that none is missed, and who reads an index leaves out what is not stored.
 */
export function conflictIndexes(client: RedisClient, keys: Keys) {
  const [open, decided] = [keys.connectionIndex('open_conflicts'), keys.connectionIndex('decided_conflicts')]

  const add = async (key: string, members: readonly string[]): Promise<void> => {
    if (members.length > 0) await client.zadd(key, ...members.flatMap((member) => [0, member]))
  }
  const remove = async (key: string, members: readonly string[]): Promise<void> => {
    if (members.length > 0) await client.zrem(key, ...members)
  }

  return {
    open,
    decided,
    remove,
    /** Goes before the step that makes the changes. */
    async announce(changes: readonly OutboxChange[], now: Date): Promise<void> {
      await add(
        open,
        changes.flatMap(({ conflict }) => (conflict && 'opens' in conflict ? [memberOfConflict(conflict.opens.id)] : [])),
      )
      await add(
        decided,
        closedBy(changes).map((id) => indexMember(now, id)),
      )
    },
    /** Follows the step. The step is done, so this never throws; what it leaves behind, readers leave out. */
    async settle(connectionId: string, changes: readonly OutboxChange[], now: Date): Promise<void> {
      const closed = closedBy(changes)
      if (closed.length === 0) return
      const forget = async () => {
        await remove(open, closed.map(memberOfConflict))
        const until = `(${decisionsSince(now)}`
        await remove(decided, await client.zrangebylex(decided, '-', until, 'LIMIT', 0, maxForgotten))
        const old = await client.zrangebylex(keys.decidedIndex(connectionId), '-', until, 'LIMIT', 0, maxForgotten)
        if (old.length > 0) await client.hdel(keys.decided(connectionId), ...old.map((member) => member.slice(9)))
        await remove(keys.decidedIndex(connectionId), old)
      }
      await forget().catch(() => {})
    },
    /** Adds the open conflicts of a connection, which a version may have stored that had no such index. */
    async mend(connectionId: string): Promise<void> {
      for (let from = '-'; ; ) {
        const ids = await client.zrangebylex(keys.conflictIndex(connectionId), from, '+', 'LIMIT', 0, batchSize)
        await add(open, ids.map(memberOfConflict))
        if (ids.length < batchSize) return
        from = `(${ids.at(-1)}`
      }
    },
  }
}

const closedBy = (changes: readonly OutboxChange[]): readonly string[] =>
  changes.flatMap(({ conflict }) => (conflict && 'closes' in conflict ? [conflict.closes] : []))
