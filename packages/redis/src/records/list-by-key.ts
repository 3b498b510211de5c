import type { DataTypeId, ERPRecord, Listing, RecordQuery, RecordStore } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { checkCursor } from '../paging/cursor.ts'
import { prefixRange } from './key-index.ts'
import { recordFilter } from './record-filter.ts'
import { foldKey, parseSearchKey } from './search-keys.ts'

/** How many index entries one call reads at most, and at once. */
const maxExamined = 5000
const batchSize = 500

const printCursor = (member: string): string => `k${Buffer.from(member).toString('base64url')}`

function bufferIn(cursor: string): Buffer {
  return Buffer.concat([Buffer.from('('), Buffer.from(checkCursor(cursor, /^k[A-Za-z0-9_-]{1,2000}$/).slice(1), 'base64url')])
}

/**
 * Returns a function that lists the records of a stream whose business keys begin with `q`, in the order of the keys; null if there is none.
 * A record that has several such keys comes at the first of them that a page reaches.
 */
export function listByKey(client: RedisClient, keys: Keys, load: RecordStore['getMany']) {
  return async (connectionId: string, dataType: DataTypeId, query: RecordQuery, q: string): Promise<Listing<ERPRecord> | null> => {
    const filter = recordFilter({ ...query, q: undefined })
    const [first, last] = prefixRange(foldKey(q))
    const items: ERPRecord[] = []
    const seen = new Set<string>()
    let from = query.cursor === undefined ? first : bufferIn(query.cursor)
    let isKnown = query.cursor !== undefined
    for (let examined = 0; ; examined += batchSize) {
      const members = await client.zrangebylex(keys.searchKeys(connectionId), from, last, 'LIMIT', 0, batchSize)
      const rows = members.flatMap((member) => {
        const match = parseSearchKey(member)
        const isNew = match?.dataType === dataType && !seen.has(match.recordId)
        if (isNew) seen.add(match.recordId)
        return isNew ? [{ member, id: match.recordId }] : []
      })
      isKnown ||= rows.length > 0
      const records = await load(
        connectionId,
        dataType,
        rows.map(({ id }) => id),
      )
      for (const [at, record] of records.entries()) {
        if (!record || !filter.accepts(record)) continue
        items.push(record)
        const isLast = at === rows.length - 1 && members.length < batchSize
        if (items.length === query.limit) return { items, next: isLast ? null : printCursor(rows[at]?.member ?? '') }
      }
      const end = members.at(-1)
      if (end === undefined || members.length < batchSize) return isKnown ? { items, next: null } : null
      if (examined + batchSize >= maxExamined) return { items, next: printCursor(end) }
      from = Buffer.from(`(${end}`)
    }
  }
}
