import { z } from 'zod'
import type { AssignmentRepository } from './assignments/assignment.ts'
import type { createCommands } from './audit/command.ts'
import type { CircuitStore } from './connections/circuit.ts'
import type { ConnectionQuery } from './connections/connection.ts'
import { type ConnectionPorts, connectionCommands, mustGetConnection, toVersioned } from './connections/connection-commands.ts'
import { toERPConnection } from './connections/erp-connection.ts'
import { connectionTests } from './connections/test-commands.ts'
import type { TestResults } from './connections/test-results.ts'
import type { JobQueue } from './jobs/contracts.ts'
import { mapListing } from './kernel/map-listing.ts'
import { nullIfUnreadable } from './kernel/unreadable.ts'
import type { OutboxStore } from './outbox/outbox-store.ts'
import type { DataTypeId } from './records/data-types.ts'
import { followCircuit } from './runs/follow-circuit.ts'
import { cancelled } from './runs/run-commands.ts'
import type { RunStore } from './runs/run-store.ts'
import { stopRun } from './runs/stop-run.ts'
import { readSlots, type SlotRange } from './schedules/slot.ts'
import { reconcileSchedules, type SchedulePorts } from './sync-configs/reconcile.ts'

export interface CoreConnectionPorts extends ConnectionPorts, SchedulePorts {
  readonly assignments: AssignmentRepository
  readonly circuits: CircuitStore
  readonly outbox: OutboxStore
  readonly queue: JobQueue
  readonly runs: RunStore
  readonly tests: TestResults
}

type CreateCommand = ReturnType<typeof createCommands>

/** What the outside may ask of connections. */
export function coreConnections(command: CreateCommand, ports: CoreConnectionPorts) {
  const { connections, runs, clock } = ports
  return {
    ...changes(command, ports),
    ...connectionTests(command, ports),
    list: async (query: ConnectionQuery) => mapListing(await connections.list(query), toERPConnection),
    get: async (id: string) => toVersioned(await mustGetConnection(connections, id)),
    statistics: async (id: string) => {
      await mustGetConnection(connections, id)
      return runs.statistics(id)
    },
    /** What became of each time at which a data type was due, by a sync configuration or by the connection's own schedule. */
    async slots(id: string, dataType: DataTypeId, range: SlotRange) {
      await mustGetConnection(connections, id)
      return readSlots({ connectionId: id, dataType }, range, ports.slots, clock.now())
    },
  }
}

/** The commands that change a connection, followed by what the change means for its schedules and its runs. */
function changes(command: CreateCommand, ports: CoreConnectionPorts) {
  const { connections, runs, queue } = ports
  const commands = connectionCommands(command, ports)

  async function endRuns(ids: readonly string[], by: string): Promise<void> {
    for (const id of ids) {
      await runs.forceEnd(id, cancelled(by))
      await queue.withdraw('erp-sync', id)
    }
  }

  const create: typeof commands.create = async (caller, input) => {
    const versioned = await commands.create(caller, input)
    await reconcileSchedules(versioned.connection.id, ports)
    return versioned
  }

  /** A connection that is switched off makes no more calls to its ERP, so its runs end: those that send, once they know what became of it. */
  const update: typeof commands.update = async (caller, input) => {
    const versioned = await commands.update(caller, input)
    await reconcileSchedules(input.id, ports)
    await followCircuit(input.id, ports)
    if (input.change.status === 'inactive') for (const id of await runs.openOf(input.id)) await stopRun(id, cancelled(caller.id), ports)
    return versioned
  }

  /** Null if it cannot be read, which does not stop it from being deleted. */
  const nameOf = async (id: string): Promise<string | null> => {
    const connection = await mustGetConnection(connections, id).catch(nullIfUnreadable)
    return connection?.name ?? null
  }

  const remove = command({
    action: 'erp_connection_deleted',
    role: 'admin',
    input: z.object({ id: z.string() }),
    async run({ id }, caller) {
      const name = await nameOf(id)
      const openRuns = await connections.remove(id)
      await Promise.all([ports.assignments.forgetConnection(id), reconcileSchedules(id, ports)])
      await endRuns(openRuns, caller.id)
      return { output: undefined, target: id, changes: { name } }
    },
  })

  return { create, update, remove, makeWebhookSecret: commands.makeWebhookSecret }
}
