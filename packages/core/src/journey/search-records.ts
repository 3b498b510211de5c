import { z } from 'zod'
import type { AssignmentRepository } from '../assignments/assignment.ts'
import type { ConnectionRepository } from '../connections/connection.ts'
import type { Role } from '../kernel/caller.ts'
import type { Listing, PageQuery } from '../kernel/listing.ts'
import { nullIfUnreadable } from '../kernel/unreadable.ts'
import { DataTypeId } from '../records/data-types.ts'
import type { KeyIndex, KeyMatch } from '../records/key-index.ts'
import { ERPRecord, type RecordStore } from '../records/record-store.ts'
import { ownerOf } from './owner-of.ts'
import { maskedKey, maySee } from './personal-fields.ts'

/** The ids of a record are known to all; other keys are fields. */
const idFields = ['id', 'erpId', 'reference']

/** A record that a search has found. */
export const ERPSearchHit = z
  .object({
    dataType: DataTypeId,
    recordId: z.string(),
    key: z.string().describe('What the record is known by, as it is stored; masked if it is personal and the caller a viewer.'),
    field: z
      .string()
      .describe(
        'The canonical field that holds the key, or `id`, `erpId`, or `reference` for the external reference under which it was sent.',
      ),
    exact: z.boolean().describe('Whether the key is the text, and does not only begin with it.'),
    erpConnectionId: z.string(),
    connectionName: z.string(),
    clientId: z.string().optional().describe('The client that the connection serves; absent if it serves none, or several.'),
    siteId: z.string().optional().describe('The site that the connection serves; absent if it serves none, or several.'),
    syncStatus: ERPRecord.shape.syncStatus,
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'ERPSearchHit' })
export type ERPSearchHit = z.infer<typeof ERPSearchHit>

export interface SearchPorts {
  readonly assignments: Pick<AssignmentRepository, 'ofConnection'>
  readonly connections: Pick<ConnectionRepository, 'get'>
  readonly keyIndex: Pick<KeyIndex, 'find' | 'isComplete'>
  readonly records: Pick<RecordStore, 'getMany'>
}

/** A personal key is found only by who knows it whole: otherwise a viewer could spell it out letter by letter. */
const mayFind = (role: Role, { dataType, field, isExact }: KeyMatch): boolean =>
  isExact || idFields.includes(field) || maySee(role, dataType, field)

/** Records of all connections by their business keys, exact matches first, each record once. */
export async function searchRecords(
  text: string,
  query: PageQuery,
  role: Role,
  ports: SearchPorts,
): Promise<Listing<ERPSearchHit> & { readonly isComplete: boolean }> {
  const [{ items, next }, isComplete] = await Promise.all([ports.keyIndex.find(text, query), ports.keyIndex.isComplete()])
  const matches = firstOfEach(items.filter((match) => mayFind(role, match)))
  const records = await recordsOf(matches, ports)
  const connectionIds = [...new Set(matches.map(({ connectionId }) => connectionId))]
  const places = new Map(await Promise.all(connectionIds.map(async (id) => [id, await placeOf(id, ports)] as const)))
  const hits = matches.flatMap((match): ERPSearchHit[] => {
    const [record, place] = [records.get(nameOf(match)), places.get(match.connectionId)]
    return record && place ? [toHit(match, record, place, role)] : []
  })
  return { items: hits, next, isComplete }
}

const nameOf = ({ connectionId, dataType, recordId }: KeyMatch): string => JSON.stringify([connectionId, dataType, recordId])

function firstOfEach(matches: readonly KeyMatch[]): readonly KeyMatch[] {
  const seen = new Set<string>()
  return matches.filter((match) => {
    const isNew = !seen.has(nameOf(match))
    seen.add(nameOf(match))
    return isNew
  })
}

async function recordsOf(matches: readonly KeyMatch[], { records }: SearchPorts): Promise<ReadonlyMap<string, ERPRecord>> {
  const streams = new Map<string, KeyMatch[]>()
  for (const match of matches) {
    const stream = `${match.connectionId} ${match.dataType}`
    streams.set(stream, [...(streams.get(stream) ?? []), match])
  }
  const found = await Promise.all(
    [...streams.values()].map(async (group) => {
      const [{ connectionId, dataType }] = group as [KeyMatch]
      const ids = group.map(({ recordId }) => recordId)
      const loaded = await records.getMany(connectionId, dataType, ids)
      return group.flatMap((match, at) => (loaded[at] ? [[nameOf(match), loaded[at]] as const] : []))
    }),
  )
  return new Map(found.flat())
}

type Place = Pick<ERPSearchHit, 'connectionName' | 'clientId' | 'siteId'>

async function placeOf(connectionId: string, { connections, assignments }: SearchPorts): Promise<Place | null> {
  const connection = await connections.get(connectionId).catch(nullIfUnreadable)
  return connection && { connectionName: connection.name, ...(await ownerOf(connectionId, assignments)) }
}

function toHit(
  { connectionId, dataType, recordId, key, field, isExact }: KeyMatch,
  record: ERPRecord,
  place: Place,
  role: Role,
): ERPSearchHit {
  const stored = { id: record.id, erpId: record.erpId }[field] ?? record.data[field]
  const shown = typeof stored === 'string' ? stored : key
  return {
    dataType,
    recordId,
    key: idFields.includes(field) || maySee(role, dataType, field) ? shown : maskedKey,
    field,
    exact: isExact,
    erpConnectionId: connectionId,
    ...place,
    syncStatus: record.syncStatus,
    updatedAt: record.updatedAt,
  }
}
