import type { DataTypeId, DeletedQuery, ERPDeletedRecord, ERPRecord, Listing, PageQuery, RecordQuery, RecordStore } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { checkCursor } from '../paging/cursor.ts'
import { listByKey } from './list-by-key.ts'
import { parseSteps } from './read-steps.ts'
import { type RecordFilter, recordFilter } from './record-filter.ts'
import { type Positioned, recordsByState } from './records-by-state.ts'

/** How many records one call examines at most, if hardly any of them is wanted, and how many it loads at once. */
const maxExamined = 5000
const maxBatch = 500

type Load = RecordStore['getMany']

interface Rows<Item> {
  readonly read: (below: string, count: number) => Promise<readonly Positioned[]>
  readonly load: (ids: readonly string[]) => Promise<readonly (Item | null)[]>
}

/** Goes through records in the order of their latest change, and takes those that are wanted. */
async function collect<Item>(
  { limit, cursor }: PageQuery,
  rows: Rows<Item>,
  filter: { accepts(item: Item): boolean; isPast(item: Item): boolean },
): Promise<Listing<Item>> {
  const items: Item[] = []
  let below = cursor === undefined ? '+inf' : `(${checkCursor(cursor, /^\d{1,15}$/)}`
  for (let examined = 0; ; ) {
    const count = Math.max(limit + 1, Math.min(examined, maxBatch))
    const batch = await rows.read(below, count)
    const loaded = await rows.load(batch.map(({ id }) => id))
    for (const [at, item] of loaded.entries()) {
      if (items.length === limit) return { items, next: below.slice(1) }
      below = `(${batch[at]?.position ?? 0}`
      if (item && filter.isPast(item)) return { items, next: null }
      if (item && filter.accepts(item)) items.push(item)
    }
    examined += batch.length
    if (batch.length < count) return { items, next: null }
    if (examined >= maxExamined) return { items, next: below.slice(1) }
  }
}

/** The lists of a stream's records. */
export function listRecords(client: RedisClient, keys: Keys, load: Load): Pick<RecordStore, 'list' | 'deleted'> {
  const inState = recordsByState(client, keys)
  const byKey = listByKey(client, keys, load)

  const inFeed = (connectionId: string, dataType: DataTypeId) => async (below: string, count: number) => {
    const flat = await client.zrevrangebyscore(keys.feed(connectionId, dataType), below, '-inf', 'WITHSCORES', 'LIMIT', 0, count)
    return Array.from({ length: flat.length / 2 }, (_, at) => ({ id: flat[at * 2] ?? '', position: Number(flat[at * 2 + 1]) }))
  }

  async function loadDeleted(connectionId: string, dataType: DataTypeId, ids: readonly string[]): Promise<(ERPDeletedRecord | null)[]> {
    if (ids.length === 0) return []
    const [metas, journeys] = await Promise.all([
      client.hmget(keys.meta(connectionId, dataType), ...ids),
      client.hmget(keys.journey(connectionId, dataType), ...ids),
    ])
    return ids.map((id, at) => {
      if (metas[at]) return null
      const last = parseSteps(journeys[at]).steps.findLast(({ kind }) => kind === 'deleted')
      return { id, dataType, deleted: true, ...(last && { deletedAt: last.at }) }
    })
  }

  return {
    async list(connectionId, dataType, query: RecordQuery) {
      const { syncStatus, q, cursor } = query
      const filter: RecordFilter = recordFilter(query)
      const isInFeed = cursor !== undefined && /^\d+$/.test(cursor)
      const found = q === undefined || isInFeed ? null : await byKey(connectionId, dataType, query, q)
      if (found) return found
      const loadRows = (ids: readonly string[]) => load(connectionId, dataType, ids)
      const waiting = syncStatus === undefined ? null : await inState(connectionId, dataType, syncStatus)
      if (waiting === null) {
        const listed = await collect<ERPRecord>(query, { read: inFeed(connectionId, dataType), load: loadRows }, filter)
        const isAll = syncStatus === undefined && query.updatedSince === undefined && q === undefined
        return isAll ? { ...listed, total: await client.hlen(keys.data(connectionId, dataType)) } : listed
      }
      const read = async (below: string, count: number) => waiting.filter(isBelow(below)).slice(0, count)
      return collect<ERPRecord>(query, { read, load: loadRows }, filter)
    },

    async deleted(connectionId, dataType, query: DeletedQuery) {
      const [all, live] = await Promise.all([
        client.zcard(keys.feed(connectionId, dataType)),
        client.hlen(keys.meta(connectionId, dataType)),
      ])
      if (all === live) return { items: [], next: null }
      const since = query.updatedSince === undefined ? null : Date.parse(query.updatedSince)
      const isWanted = ({ deletedAt }: ERPDeletedRecord) => since === null || deletedAt === undefined || Date.parse(deletedAt) >= since
      const rows = { read: inFeed(connectionId, dataType), load: (ids: readonly string[]) => loadDeleted(connectionId, dataType, ids) }
      return collect(query, rows, { accepts: isWanted, isPast: () => false })
    },
  }
}

function isBelow(below: string): (row: Positioned) => boolean {
  const bound = below === '+inf' ? Number.POSITIVE_INFINITY : Number(below.slice(1))
  return ({ position }) => position < bound
}
