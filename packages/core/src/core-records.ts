import type { AssignmentRepository } from './assignments/assignment.ts'
import type { createCommands } from './audit/command.ts'
import type { ConnectionRepository } from './connections/connection.ts'
import { mustGetConnection } from './connections/connection-commands.ts'
import type { ConnectorRegistry } from './connector/connector.ts'
import { type JourneyReader, readJourney } from './journey/read-journey.ts'
import { searchRecords } from './journey/search-records.ts'
import type { Caller, Role } from './kernel/caller.ts'
import { AppError } from './kernel/errors.ts'
import type { PageQuery } from './kernel/listing.ts'
import type { Clock, Ids } from './kernel/ports.ts'
import { forgetCommand } from './outbox/forget-record.ts'
import { listConflicts } from './outbox/list-conflicts.ts'
import type { OutboxStore } from './outbox/outbox-store.ts'
import { presentConflict } from './outbox/present-conflict.ts'
import { conflictCommands, mustGetConflict } from './outbox/resolve-conflict.ts'
import { resolveMany } from './outbox/resolve-many.ts'
import { recordCommands } from './outbox/write-records.ts'
import type { DataTypeId } from './records/data-types.ts'
import type { KeyIndex } from './records/key-index.ts'
import type { DeletedQuery, ERPRecord, FeedPosition, RecordQuery, RecordStore } from './records/record-store.ts'
import { toStock } from './records/stock.ts'
import type { RunStore } from './runs/run-store.ts'

interface CoreRecordPorts {
  readonly assignments: AssignmentRepository
  readonly clock: Clock
  readonly connections: ConnectionRepository
  readonly connectors: ConnectorRegistry
  readonly ids: Ids
  readonly keyIndex: KeyIndex
  readonly outbox: OutboxStore
  readonly records: RecordStore
  readonly runs: RunStore
}

/** What the outside may ask of records and conflicts. */
export function coreRecords(command: ReturnType<typeof createCommands>, ports: CoreRecordPorts) {
  const { connections, records } = ports
  const { write } = recordCommands(command, ports)
  const forget = forgetCommand(command, ports)
  const { resolve } = conflictCommands(command, ports)
  const mustGetRecord = async (connectionId: string, dataType: DataTypeId, id: string): Promise<ERPRecord> => {
    return (await records.get(connectionId, dataType, id)) ?? noSuchRecord(connectionId, dataType, id)
  }

  return {
    conflicts: {
      async list(connectionId: string, query: PageQuery) {
        await mustGetConnection(connections, connectionId)
        const [{ items, ...rest }, forms] = await Promise.all([
          ports.outbox.conflicts(connectionId, query),
          ports.outbox.forms(connectionId),
        ])
        return { items: await Promise.all(items.map((conflict) => presentConflict(ports.outbox, conflict, forms))), ...rest }
      },
      async get(id: string) {
        const conflict = await mustGetConflict(ports.outbox, id)
        return presentConflict(ports.outbox, conflict, await ports.outbox.forms(conflict.erpConnectionId))
      },
      /** What the ERP was seen to do to the fields that it is sent. */
      async forms(connectionId: string) {
        await mustGetConnection(connections, connectionId)
        return ports.outbox.forms(connectionId)
      },
      listAll: (query: Parameters<typeof listConflicts>[1]) => listConflicts(ports.outbox, query),
      /** Returns the record as it is afterwards; if it was deleted by that, as it was. */
      async resolve(...args: Parameters<typeof resolve>) {
        const { connectionId, dataType, recordId, before } = await resolve(...args)
        return (await records.get(connectionId, dataType, recordId)) ?? before ?? noSuchRecord(connectionId, dataType, recordId)
      },
      /** What became of each; with `dryRun`, what would. */
      resolveMany: (caller: Caller, request: unknown) =>
        resolveMany(caller, request, ports, async (...args) => {
          const { connectionId, dataType, recordId } = await resolve(...args)
          return records.get(connectionId, dataType, recordId)
        }),
    },
    records: {
      forget,
      /** Returns the records as they are stored afterwards, in the order of the request. */
      async write(...args: Parameters<typeof write>): Promise<readonly ERPRecord[]> {
        const { ids } = await write(...args)
        const { connectionId, dataType } = args[1]
        const stored = await records.getMany(connectionId, dataType, ids)
        return ids.map((id, at) => stored[at] ?? noSuchRecord(connectionId, dataType, id))
      },
      async list(connectionId: string, dataType: DataTypeId, query: RecordQuery) {
        await mustGetConnection(connections, connectionId)
        return records.list(connectionId, dataType, query)
      },
      async deleted(connectionId: string, dataType: DataTypeId, query: DeletedQuery) {
        await mustGetConnection(connections, connectionId)
        return records.deleted(connectionId, dataType, query)
      },
      async get(connectionId: string, dataType: DataTypeId, id: string) {
        await mustGetConnection(connections, connectionId)
        return mustGetRecord(connectionId, dataType, id)
      },
      /** Records of all connections by their business keys. */
      search: (text: string, query: PageQuery, role: Role) => searchRecords(text, query, role, ports),
      journey: (connectionId: string, dataType: DataTypeId, id: string, reader: JourneyReader) =>
        readJourney({ connectionId, dataType }, id, reader, ports),
      async changes(connectionId: string, dataType: DataTypeId, after: FeedPosition | number, limit: number) {
        await mustGetConnection(connections, connectionId)
        return records.changes(connectionId, dataType, after, limit)
      },
      /** The stock of one SKU over all its locations. */
      async inventory(connectionId: string, sku: string) {
        await mustGetConnection(connections, connectionId)
        const locations = await records.inventory(connectionId, sku)
        if (locations.length === 0) throw new AppError('request.not-found', `Connection ${connectionId} has no stock of "${sku}"`)
        return toStock(connectionId, sku, locations)
      },
    },
  }
}

function noSuchRecord(connectionId: string, dataType: DataTypeId, id: string): never {
  throw new AppError('request.not-found', `There is no record ${id} among the ${dataType} of connection ${connectionId}`)
}
