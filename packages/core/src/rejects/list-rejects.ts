import { z } from 'zod'
import type { AssignmentRepository } from '../assignments/assignment.ts'
import type { ConnectionRepository } from '../connections/connection.ts'
import { AppError } from '../kernel/errors.ts'
import type { Listing, PageQuery } from '../kernel/listing.ts'
import type { RecordStream } from '../outbox/held-record.ts'
import { DataTypeId, dataTypeIds } from '../records/data-types.ts'
import { type ERPOpenReject, presentReject } from './open-reject.ts'
import type { RejectStore } from './reject-store.ts'

export interface RejectQuery extends PageQuery {
  readonly connectionId?: string | undefined
  /** Only connections that this client, or a site of it, uses. */
  readonly clientId?: string | undefined
  readonly dataType?: DataTypeId | undefined
}

export interface ListRejectPorts {
  readonly assignments: Pick<AssignmentRepository, 'ofConnection'>
  readonly connections: Pick<ConnectionRepository, 'get' | 'list'>
  readonly rejects: Pick<RejectStore, 'countOpen' | 'open'>
}

/** The page of connections, the stream in it, and the cursor of its rejects; an empty one: the stream is done. */
const Place = z.tuple([z.string().nullable(), z.string(), DataTypeId, z.string()])
type Place = z.infer<typeof Place>

const encode = (place: Place | [string | null]): string => Buffer.from(JSON.stringify(place)).toString('base64url')

function decode(cursor: string): { readonly page: string | null; readonly stream: RecordStream | null; readonly after: string } {
  try {
    const [page, connectionId, dataType, after = ''] = z
      .union([Place, z.tuple([z.string().nullable()])])
      .parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return { page, stream: connectionId !== undefined && dataType !== undefined ? { connectionId, dataType } : null, after }
  } catch (cause) {
    throw new AppError('request.malformed', 'The cursor was not issued by this listing', { cause })
  }
}

const connectionsAtOnce = 100
/** How many pages of connections one call examines at most. */
const maxPages = 10

/**
 * The open rejects of all connections: those of the newest connection first, by data type, the latest rejected first. A page may be short
 * although there is a next one.
 */
export async function listOpenRejects(query: RejectQuery, ports: ListRejectPorts): Promise<Listing<ERPOpenReject>> {
  let { page, stream: resumed, after } = query.cursor === undefined ? { page: null, stream: null, after: '' } : decode(query.cursor)
  const items: ERPOpenReject[] = []
  for (let pages = 0; pages < maxPages; pages += 1) {
    const found = await connectionsOf(query, page, ports)
    for (const stream of await streamsWithRejects(found.items, query, resumed, ports)) {
      const isResumed = stream.connectionId === resumed?.connectionId && stream.dataType === resumed.dataType
      if (isResumed && after === '') continue
      const { items: rejects, next } = await ports.rejects.open(stream, {
        limit: query.limit - items.length,
        ...(isResumed && { cursor: after }),
      })
      items.push(...rejects.map((reject) => presentReject(stream, reject)))
      if (next !== null || items.length >= query.limit)
        return { items, next: encode([page, stream.connectionId, stream.dataType, next ?? '']) }
    }
    if (found.next === null) return { items, next: null }
    page = found.next
    resumed = null
    after = ''
  }
  return { items, next: encode([page]) }
}

async function connectionsOf(
  { connectionId }: RejectQuery,
  page: string | null,
  { connections }: ListRejectPorts,
): Promise<Listing<{ readonly id: string }>> {
  if (connectionId === undefined) return connections.list({ limit: connectionsAtOnce, ...(page !== null && { cursor: page }) })
  const connection = await connections.get(connectionId)
  return { items: connection ? [connection] : [], next: null }
}

/** The wanted streams that have open rejects, from the resumed one on. */
async function streamsWithRejects(
  connections: readonly { readonly id: string }[],
  { dataType, clientId }: RejectQuery,
  resumed: RecordStream | null,
  { assignments, rejects }: ListRejectPorts,
): Promise<readonly RecordStream[]> {
  const types = dataType === undefined ? dataTypeIds : [dataType]
  const all = connections.flatMap(({ id }) => types.map((type): RecordStream => ({ connectionId: id, dataType: type })))
  const at = all.findIndex((stream) => stream.connectionId === resumed?.connectionId && stream.dataType === resumed.dataType)
  const streams = all.slice(Math.max(0, at))
  const counts = await rejects.countOpen(streams)
  const filled = streams.filter((_, index) => (counts[index] ?? 0) > 0)
  if (clientId === undefined) return filled
  const users = new Map<string, boolean>()
  for (const id of new Set(filled.map(({ connectionId }) => connectionId))) {
    const { clients, sites } = await assignments.ofConnection(id)
    users.set(
      id,
      [...clients, ...sites].some((assignment) => assignment.clientId === clientId),
    )
  }
  return filled.filter(({ connectionId }) => users.get(connectionId))
}
