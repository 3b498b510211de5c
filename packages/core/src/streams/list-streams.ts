import { z } from 'zod'
import type { AssignmentRepository } from '../assignments/assignment.ts'
import { connectionsOfClient } from '../assignments/connections-of-client.ts'
import type { Connection, ConnectionRepository } from '../connections/connection.ts'
import { AppError } from '../kernel/errors.ts'
import type { Listing, PageQuery } from '../kernel/listing.ts'
import { nullIfUnreadable } from '../kernel/unreadable.ts'
import type { DataTypeId } from '../records/data-types.ts'
import type { AllowedAge } from './allowed-age.ts'
import { type JudgedStream, judgeStreams } from './judged-streams.ts'
import { type PresentPorts, presentStream } from './present-stream.ts'
import type { ERPStream } from './stream.ts'
import type { StreamId } from './stream-store.ts'

export interface StreamQuery extends PageQuery {
  readonly connectionId?: string | undefined
  /** Only connections that this client, or a site of it, uses. */
  readonly clientId?: string | undefined
  readonly dataType?: DataTypeId | undefined
  readonly late?: boolean | undefined
}

export interface ListStreamPorts extends PresentPorts {
  readonly assignments: Pick<AssignmentRepository, 'ofConnection'>
  readonly connections: Pick<ConnectionRepository, 'get' | 'list'>
}

/** How many connections one call examines at most, and how many it loads at once. */
const maxExamined = 1000
const batchSize = 50

/**
 * The streams of all connections, those of the newest connection first; with `late`, those that are late for longest first. If few match,
 * a page may be short although there is a next one.
 */
export async function listStreams(query: StreamQuery, allowedAge: AllowedAge, ports: ListStreamPorts): Promise<Listing<ERPStream>> {
  const isShared = query.late === true && query.connectionId === undefined
  const { items, next } = isShared ? await listLate(query, allowedAge, ports) : await walk(query, allowedAge, ports)
  return { items: await Promise.all(items.map((stream) => presentStream(stream, ports))), next }
}

const isWanted = ({ dataType, late }: StreamQuery, stream: JudgedStream): boolean =>
  (dataType === undefined || stream.dataType === dataType) && (late === undefined || stream.judgement.freshness.late === late)

const isUsedBy = async ({ clientId }: StreamQuery, connectionId: string, { assignments }: ListStreamPorts): Promise<boolean> =>
  clientId === undefined || connectionsOfClient(clientId, assignments)(connectionId)

/** The late streams that the watcher has indexed; judged anew, because one of them may have succeeded since. */
async function listLate(query: StreamQuery, allowedAge: AllowedAge, ports: ListStreamPorts): Promise<Listing<JudgedStream>> {
  const items: JudgedStream[] = []
  let cursor = query.cursor
  for (let examined = 0; examined < maxExamined; examined += batchSize) {
    const found = await ports.streams.overdue(ports.clock.now(), { limit: Math.min(batchSize, query.limit - items.length), cursor })
    const judged = await Promise.all(found.items.map((id) => judgeOne(id, query, allowedAge, ports)))
    items.push(...judged.filter((stream) => stream !== null))
    if (found.next === null) return { items, next: null }
    cursor = found.next
    if (items.length >= query.limit) break
  }
  return { items, next: cursor ?? null }
}

/** Null if it is gone or not wanted. */
async function judgeOne(id: StreamId, query: StreamQuery, allowedAge: AllowedAge, ports: ListStreamPorts): Promise<JudgedStream | null> {
  const connection = await ports.connections.get(id.connectionId).catch(nullIfUnreadable)
  if (!connection || !(await isUsedBy(query, id.connectionId, ports))) return null
  const { judged } = await judgeStreams(connection, allowedAge, ports)
  const stream = judged.find(({ dataType, direction }) => dataType === id.dataType && direction === id.direction)
  return stream && isWanted(query, stream) ? stream : null
}

/** The page of connections, the connection in it, and how many of its streams were examined. */
const Place = z.tuple([z.string().nullable(), z.string().nullable(), z.int().min(0)])
type Place = z.infer<typeof Place>

const encode = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url')

function decode(cursor: string): Place {
  try {
    return Place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch (cause) {
    throw new AppError('request.malformed', 'The cursor was not issued by this listing', { cause })
  }
}

async function walk(query: StreamQuery, allowedAge: AllowedAge, ports: ListStreamPorts): Promise<Listing<JudgedStream>> {
  let [page, resumeAt, done]: Place = query.cursor === undefined ? [null, null, 0] : decode(query.cursor)
  const items: JudgedStream[] = []
  for (let examined = 0; examined < maxExamined; examined += batchSize) {
    const found = await connectionsOf(query, page, ports)
    const at = Math.max(
      0,
      found.items.findIndex(({ id }) => id === resumeAt),
    )
    const connections = found.items.slice(at)
    const judged = await Promise.all(connections.map((connection) => wantedOf(connection, query, allowedAge, ports)))
    for (const [index, { id }] of connections.entries()) {
      const from = id === resumeAt ? done : 0
      const streams = (judged[index] ?? []).slice(from)
      const room = query.limit - items.length
      items.push(...streams.slice(0, room))
      if (streams.length > room) return { items, next: encode([page, id, from + room]) }
    }
    if (found.next === null) return { items, next: null }
    page = found.next
    resumeAt = null
    done = 0
    if (items.length === query.limit) break
  }
  return { items, next: encode([page, null, 0]) }
}

async function connectionsOf(
  { connectionId }: StreamQuery,
  page: string | null,
  { connections }: ListStreamPorts,
): Promise<Listing<Connection>> {
  if (connectionId === undefined) return connections.list({ limit: batchSize, ...(page !== null && { cursor: page }) })
  const connection = await connections.get(connectionId)
  return { items: connection ? [connection] : [], next: null }
}

async function wantedOf(connection: Connection, query: StreamQuery, allowedAge: AllowedAge, ports: ListStreamPorts) {
  if (!(await isUsedBy(query, connection.id, ports))) return []
  const { judged } = await judgeStreams(connection, allowedAge, ports)
  return judged.filter((stream) => isWanted(query, stream))
}
