import {
  type Clock,
  ConflictDecision,
  type ConflictQuery,
  type ConflictStore,
  connectionOfConflict,
  type DecidedConflict,
  ERPConflict,
  generalPath,
} from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import { indexMember, isAbandoned, type Keys } from '../keys.ts'
import { pageThroughIndex } from '../paging/index-pages.ts'
import type { UnreadableTracker } from '../unreadable/tracker.ts'
import { conflictIndexes, decisionsSince } from './conflict-indexes.ts'

const conflictOf = (json: string | null | undefined): ERPConflict | null => (json ? ERPConflict.parse(JSON.parse(json)) : null)

function decidedOf(json: string | null | undefined): DecidedConflict | null {
  if (!json) return null
  const { conflict, decision } = JSON.parse(json) as { readonly conflict: unknown; readonly decision: unknown }
  return { ...ERPConflict.parse(conflict), decision: ConflictDecision.parse(decision) }
}

const fits = ({ erpConnectionId, dataType, reason, fields }: ERPConflict, query: ConflictQuery): boolean =>
  (query.connectionId === undefined || query.connectionId === erpConnectionId) &&
  (query.dataType === undefined || query.dataType === dataType) &&
  (query.reason === undefined || query.reason === reason) &&
  (query.field === undefined || fields.some(({ path }) => path === query.field || generalPath(path) === query.field))

/** The conflicts as they are stored, and the lists over all connections. */
export function redisConflicts(client: RedisClient, keys: Keys, clock: Clock, unreadable: UnreadableTracker): ConflictStore {
  const indexes = conflictIndexes(client, keys)

  /** The texts of conflicts of any connections, in the order of the ids; null for those that are not stored. */
  async function readTexts(key: (connectionId: string) => string, ids: readonly string[]): Promise<readonly (string | null)[]> {
    const connectionIds = new Set(ids.map((id) => connectionOfConflict(id) ?? ''))
    const found = await Promise.all(
      [...connectionIds].map(async (connectionId) => {
        const own = ids.filter((id) => (connectionOfConflict(id) ?? '') === connectionId)
        const texts = await client.hmget(key(connectionId), ...own)
        return own.map((id, at): [string, string | null] => [id, texts[at] ?? null])
      }),
    )
    const texts = new Map(found.flat())
    return ids.map((id) => texts.get(id) ?? null)
  }

  const forgetAbandoned = (members: readonly string[]): Promise<void> => {
    const now = clock.now()
    return indexes.remove(
      indexes.open,
      members.filter((member) => isAbandoned(member, now)),
    )
  }

  const parse = (id: string, json: string | null): ERPConflict | null =>
    unreadable.skip({ kind: 'conflict', id }, () => conflictOf(json)) ?? null

  return {
    async conflicts(connectionId, { limit, cursor }) {
      const above = cursor === undefined ? '+' : `(${cursor}`
      const index = keys.conflictIndex(connectionId)
      const [ids, total] = await Promise.all([client.zrevrangebylex(index, above, '-', 'LIMIT', 0, limit + 1), client.zcard(index)])
      const shown = ids.slice(0, limit)
      const texts = await readTexts(keys.conflicts, shown)
      return {
        items: shown.map((id, at) => parse(id, texts[at] ?? null)).filter((conflict) => conflict !== null),
        next: ids.length > limit ? (shown.at(-1) ?? null) : null,
        total,
      }
    },

    async conflict(id) {
      const connectionId = connectionOfConflict(id)
      if (connectionId === null) return null
      const json = await client.hget(keys.conflicts(connectionId), id)
      return unreadable.demand({ kind: 'conflict', id }, () => conflictOf(json))
    },

    openConflicts(query) {
      const { connectionId } = query
      const load = async (ids: readonly string[], members: readonly string[]) => {
        const texts = await readTexts(keys.conflicts, ids)
        if (connectionId === undefined) await forgetAbandoned(members.filter((_, at) => texts[at] === null))
        return ids.map((id, at) => ifFits(parse(id, texts[at] ?? null), query))
      }
      return connectionId === undefined
        ? pageThroughIndex(client, { ...query, keys: [indexes.open], first: 'oldest' }, load)
        : pageThroughIndex(client, { ...query, keys: [keys.conflictIndex(connectionId)], first: 'oldest', idOf: (id) => id }, load)
    },

    decidedConflicts: (query) => {
      const key = query.connectionId === undefined ? indexes.decided : keys.decidedIndex(query.connectionId)
      const from = `[${decisionsSince(clock.now())}`
      return pageThroughIndex(client, { ...query, keys: [key], from }, async (ids, members) => {
        const texts = await readTexts(keys.decided, ids)
        return ids.map((id, at) => {
          const decided = unreadable.skip({ kind: 'conflict', id }, () => decidedOf(texts[at])) ?? null
          return decided && indexMember(decided.decision.at, id) === members[at] ? ifFits(decided, query) : null
        })
      })
    },

    async decidedConflict(id) {
      const connectionId = connectionOfConflict(id)
      if (connectionId === null) return null
      const json = await client.hget(keys.decided(connectionId), id)
      return unreadable.demand({ kind: 'conflict', id }, () => decidedOf(json))
    },
  }
}

const ifFits = <Conflict extends ERPConflict>(conflict: Conflict | null, query: ConflictQuery): Conflict | null =>
  conflict && fits(conflict, query) ? conflict : null
