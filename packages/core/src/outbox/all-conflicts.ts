import { z } from 'zod'
import type { ConnectionRepository } from '../connections/connection.ts'
import { AppError } from '../kernel/errors.ts'
import type { Listing, PageQuery } from '../kernel/listing.ts'
import type { ERPConflict } from './conflict.ts'
import type { OutboxStore } from './outbox-store.ts'

/** The page of connections, the connection in it, and the cursor of its conflicts; an empty one: the connection is done. */
const Place = z.tuple([z.string().nullable(), z.string().nullable(), z.string()])
type Place = z.infer<typeof Place>

const encode = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url')

function decode(cursor: string): Place {
  try {
    return Place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch (cause) {
    throw new AppError('request.malformed', 'The cursor was not issued by this listing', { cause })
  }
}

const connectionsAtOnce = 100
/** How many connections one call examines at most. */
const maxPages = 10

interface ConflictPorts {
  readonly connections: Pick<ConnectionRepository, 'list'>
  readonly outbox: Pick<OutboxStore, 'conflicts'>
}

/** The open conflicts of all connections: those of the newest connection first. A page may be short although there is a next one. */
export async function listAllConflicts(
  { connections, outbox }: ConflictPorts,
  { limit, cursor }: PageQuery,
): Promise<Listing<ERPConflict>> {
  let [page, resumeAt, conflictCursor]: Place = cursor === undefined ? [null, null, ''] : decode(cursor)
  const items: ERPConflict[] = []
  for (let pages = 0; pages < maxPages; pages += 1) {
    const found = await connections.list({ limit: connectionsAtOnce, ...(page !== null && { cursor: page }) })
    const at = found.items.findIndex(({ id }) => id === resumeAt)
    for (const { id } of found.items.slice(Math.max(0, at))) {
      const isResumed = id === resumeAt
      if (isResumed && conflictCursor === '') continue
      const query = { limit: limit - items.length, ...(isResumed && { cursor: conflictCursor }) }
      const { items: conflicts, next } = await outbox.conflicts(id, query)
      items.push(...conflicts)
      if (next !== null || items.length === limit) return { items, next: encode([page, id, next ?? '']) }
    }
    if (found.next === null) return { items, next: null }
    page = found.next
    resumeAt = null
    conflictCursor = ''
  }
  return { items, next: encode([page, null, '']) }
}
