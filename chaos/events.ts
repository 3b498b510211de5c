import {
  type Changes,
  concernedConnections,
  type DataTypeId,
  type ERPEvent,
  type ERPRecord,
  type ERPSyncLog,
  type EventSource,
  eventIdOf,
  installation,
  isEnded,
} from '@linkspan/core'
import { Redis } from 'ioredis'

export type Told = Pick<ERPEvent, 'type' | 'data'>

/** The whole event log of a connection, the oldest first. */
export async function readEvents(redisUrl: string, source: EventSource): Promise<readonly (Told & Pick<ERPEvent, 'id'>)[]> {
  const redis = new Redis(redisUrl)
  const entries = await redis.xrange(`erp_event:{${source}}`, '-', '+')
  redis.disconnect()
  return entries.map(
    ([position, [, type, , , , data = '']]) =>
      ({ id: eventIdOf(source, position), type, data: JSON.parse(data) }) as Told & Pick<ERPEvent, 'id'>,
  )
}

/** The incidents of a connection, from the log of the installation. */
export const readIncidents = async (redisUrl: string, connectionId: string) =>
  (await readEvents(redisUrl, installation)).filter((event) => concernedConnections(event).includes(connectionId))

/** What the events of one data type must tell: its records, and where its change feed ends. */
export interface ToldStream {
  readonly dataType: DataTypeId
  readonly records: readonly Pick<ERPRecord, 'id' | 'erpId'>[]
  readonly end: Changes['next']
}

/** Checks that the events tell every ended run, every change of the feeds and every order that was pushed, once and in order. */
export function differencesOfEvents(
  events: readonly Told[],
  logs: readonly ERPSyncLog[],
  streams: readonly ToldStream[],
  pushedIds: Iterable<string>,
): readonly string[] {
  const pushed = events.filter(({ type }) => type === 'order.pushed')
  const orders = streams.find(({ dataType }) => dataType === 'orders')?.records ?? []
  return [
    ...logs.flatMap((log) => differencesOfRun(events, pushed, log)),
    ...toldWithoutRun(events, logs),
    ...streams.flatMap((stream) => differencesOfFeed(events, stream)),
    ...differencesOfOrders(pushed, new Map(orders.map(({ id, erpId }) => [id, erpId])), pushedIds),
    ...events.flatMap(({ type, data }) => (type === 'order.refused' ? [`order ${data.recordId} was told as refused`] : [])),
  ]
}

const isEnd = ({ type }: Told): boolean => type === 'sync.succeeded' || type === 'sync.failed'

/** The run is told once with the state and figures of its log, behind everything else that it tells. */
function differencesOfRun(events: readonly Told[], pushed: readonly Told[], { id, status, recordsPushed }: ERPSyncLog): readonly string[] {
  const own = events.filter(({ data }) => data.syncLogId === id)
  const ends = own.filter(isEnd)
  const expected = status === 'success' ? 'sync.succeeded' : 'sync.failed'
  const orders = pushed.filter(({ data }) => data.syncLogId === id)
  const [end] = ends
  if (!isEnded({ status })) return []
  if (ends.length !== 1 || !end) return [`the end of ${id} was told ${ends.length} times`]
  const told = (end.data.counts as { readonly pushed?: number } | undefined)?.pushed
  return [
    ...(end.type === expected ? [] : [`${id} was told as ${end.type}, but its status is "${status}"`]),
    ...(told === recordsPushed ? [] : [`${id} was told with ${told} pushed records, but its log counts ${recordsPushed}`]),
    ...(own.at(-1) === end ? [] : [`${id} told something behind its end`]),
    ...(end.data.dataType !== 'orders' || orders.length === recordsPushed
      ? []
      : [`${id} told ${orders.length} pushed orders, but its log counts ${recordsPushed}`]),
  ]
}

function toldWithoutRun(events: readonly Told[], logs: readonly ERPSyncLog[]): readonly string[] {
  const ids = new Set<unknown>(logs.map(({ id }) => id))
  return events
    .filter(isEnd)
    .flatMap(({ data }) => (ids.has(data.syncLogId) ? [] : [`the end of ${data.syncLogId} was told, but there is no such run`]))
}

/** The positions follow each other without gap or overlap up to the end of the feed, and the counts lead to the records that there are. */
function differencesOfFeed(events: readonly Told[], { dataType, records, end }: ToldStream): readonly string[] {
  const wrong: string[] = []
  let position = 0
  let live = 0
  for (const { type, data } of events) {
    if (type !== 'records.changed' || data.dataType !== dataType) continue
    const { from, to, counts } = data as unknown as ToldChange
    if (from !== position) wrong.push(`the events of ${dataType} go on from position ${from} behind ${position}`)
    if (counts.created + counts.updated + counts.deleted !== to - from)
      wrong.push(`the event of ${dataType} from ${from} to ${to} counts ${JSON.stringify(counts)}`)
    position = to
    live += counts.created - counts.deleted
  }
  if (position !== end) wrong.push(`the events of ${dataType} end at position ${position}, the feed at ${end}`)
  if (live !== records.length) wrong.push(`the events of ${dataType} lead to ${live} records, but there are ${records.length}`)
  return wrong
}

interface ToldChange {
  readonly from: number
  readonly to: number
  readonly counts: { readonly created: number; readonly updated: number; readonly deleted: number }
}

/** Each order of ours is told as pushed, with the id that it has in the ERP. */
function differencesOfOrders(
  pushed: readonly Told[],
  erpIds: ReadonlyMap<string, string | null>,
  ids: Iterable<string>,
): readonly string[] {
  const told = new Set<unknown>(pushed.map(({ data }) => data.recordId))
  return [
    ...[...ids].flatMap((id) => (told.has(id) ? [] : [`order ${id} was never told as pushed`])),
    ...pushed.flatMap(({ data }) =>
      data.erpId === erpIds.get(String(data.recordId)) ? [] : [`order ${data.recordId} was told with the ERP's id ${data.erpId}`],
    ),
  ]
}
