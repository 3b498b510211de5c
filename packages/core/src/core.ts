import { z } from 'zod'
import type { AssignmentRepository } from './assignments/assignment.ts'
import { assignmentCommands } from './assignments/assignment-commands.ts'
import { readAssignments } from './assignments/read-assignments.ts'
import type { AuditLog, AuditQuery } from './audit/audit.ts'
import { createCommands } from './audit/command.ts'
import type { ConnectionQuery, ConnectionRepository } from './connections/connection.ts'
import { connectionCommands, mustGetConnection, toVersioned } from './connections/connection-commands.ts'
import { describeProviders } from './connections/describe.ts'
import { toERPConnection } from './connections/erp-connection.ts'
import { connectionOfTest, type TestResults, testIdFor } from './connections/run-test.ts'
import type { ConnectorRegistry } from './connector/connector.ts'
import type { InboundRequest } from './connector/inbound.ts'
import { coreRecords } from './core-records.ts'
import type { InboxStore } from './inbound/inbox-store.ts'
import { receive } from './inbound/receive.ts'
import type { JobQueue } from './jobs/contracts.ts'
import { AppError } from './kernel/errors.ts'
import type { Listing, PageQuery } from './kernel/listing.ts'
import type { Clock, Ids } from './kernel/ports.ts'
import type { SecretBox } from './kernel/secret-box.ts'
import type { OutboxStore } from './outbox/outbox-store.ts'
import type { Previews } from './previews/preview.ts'
import { awaitPreview, previewCommand } from './previews/preview-command.ts'
import type { DataTypeId } from './records/data-types.ts'
import type { RecordStore } from './records/record-store.ts'
import { readOverview } from './runs/overview.ts'
import { readSyncConfigs } from './runs/read-sync-configs.ts'
import type { RunQuery, RunStore } from './runs/run-store.ts'
import { cancelled, mustGetRun, runCommands } from './runs/start-run.ts'
import { toERPSyncLog } from './runs/sync-log.ts'
import { mustServe, syncSiteCommand } from './runs/sync-site.ts'
import { readCron } from './schedules/cron.ts'
import { readSlots, type SlotLog, type SlotRange } from './schedules/slot.ts'
import { laneOf, reconcileSchedules, type SchedulePorts } from './sync-configs/reconcile.ts'
import type { SyncConfigRepository } from './sync-configs/sync-config.ts'
import { mustGetSyncConfig, syncConfigCommands } from './sync-configs/sync-config-commands.ts'

/** What the core needs of the world to answer the outside. */
export interface CorePorts {
  readonly assignments: AssignmentRepository
  readonly audit: AuditLog
  readonly clock: Clock
  readonly connections: ConnectionRepository
  readonly connectors: ConnectorRegistry
  readonly ids: Ids
  readonly inbox: InboxStore
  readonly outbox: OutboxStore
  readonly previews: Previews
  readonly queue: JobQueue
  readonly records: RecordStore
  readonly runs: RunStore
  readonly scheduler: SchedulePorts['scheduler']
  readonly slots: SlotLog
  readonly syncConfigs: SyncConfigRepository
  readonly secrets: SecretBox
  readonly tests: TestResults
}

export type Core = ReturnType<typeof createCore>

const mapped = <From, To>({ items, next }: Listing<From>, map: (item: From) => To): Listing<To> => ({ items: items.map(map), next })

/** Everything the outside may ask. Whatever changes something is a command: authorised and audited. */
export function createCore(ports: CorePorts) {
  const { audit, clock, connections, queue, runs, tests } = ports
  const command = createCommands(ports)
  const { start, retry, cancel } = runCommands(command, ports)
  const { ofClient, ofSite, effective } = readAssignments(ports)

  const endRuns = async (ids: readonly string[], by: string) => {
    for (const id of ids) {
      await runs.forceEnd(id, cancelled(by))
      await queue.withdraw('erp-sync', id)
    }
  }

  const { create: make, update: change } = connectionCommands(command, ports)
  const create: typeof make = async (caller, input) => {
    const versioned = await make(caller, input)
    await reconcileSchedules(versioned.connection.id, ports)
    return versioned
  }
  /** A connection that is switched off calls its ERP no more: what waits or works for it ends. */
  const update: typeof change = async (caller, input) => {
    const versioned = await change(caller, input)
    await reconcileSchedules(input.id, ports)
    if (input.change.status === 'inactive') await endRuns(await runs.openOf(input.id), caller.id)
    return versioned
  }

  const configCommands = syncConfigCommands(command, ports)
  const shown = readSyncConfigs(ports)
  const syncConfigs = {
    create: async (...args: Parameters<typeof configCommands.create>) => shown(await configCommands.create(...args)),
    update: async (...args: Parameters<typeof configCommands.update>) => shown(await configCommands.update(...args)),
    remove: configCommands.remove,
    get: async (id: string) => shown(await mustGetSyncConfig(ports, id)),
    async slots(id: string, range: SlotRange) {
      const config = await mustGetSyncConfig(ports, id)
      const { erpConnectionId, dataType, createdAt } = config
      const since = range.from === undefined || range.from < createdAt ? createdAt : range.from
      return readSlots(
        { connectionId: erpConnectionId, dataType, lane: laneOf(config) },
        { ...range, from: since },
        ports.slots,
        clock.now(),
      )
    },
    async list(connectionId: string) {
      await mustGetConnection(connections, connectionId)
      return Promise.all((await ports.syncConfigs.list(connectionId)).map(shown))
    },
  }

  const remove = command({
    action: 'erp_connection_deleted',
    role: 'admin',
    input: z.object({ id: z.string() }),
    async run({ id }, caller) {
      const connection = await mustGetConnection(connections, id)
      const openRuns = await connections.remove(id)
      await Promise.all([ports.assignments.forgetConnection(id), reconcileSchedules(id, ports)])
      await endRuns(openRuns, caller.id)
      return { output: undefined, target: id, changes: { name: connection.name } }
    },
  })

  /** Enqueues a test; of two at once, both are given the same one. */
  const test = command({
    action: 'erp_connection_tested',
    role: 'operator',
    input: z.object({ id: z.string() }),
    async run({ id }) {
      const connection = await mustGetConnection(connections, id)
      const wanted = testIdFor(id, clock.now(), ports.ids.random(6))
      const testId = await queue.enqueue('erp-test', { connectionId: id, testId: wanted }, `test · ${connection.name}`)
      return { output: { testId, timeoutMs: connection.settings.timeout }, target: id }
    },
  })

  return {
    connections: {
      create,
      update,
      remove,
      test,
      list: async (query: ConnectionQuery) => mapped(await connections.list(query), toERPConnection),
      get: async (id: string) => toVersioned(await mustGetConnection(connections, id)),
      statistics: async (id: string) => {
        await mustGetConnection(connections, id)
        return runs.statistics(id)
      },
      /** What became of each time at which a data type was due, whether a configuration or the connection itself said so. */
      async slots(id: string, dataType: DataTypeId, range: SlotRange) {
        await mustGetConnection(connections, id)
        return readSlots({ connectionId: id, dataType }, range, ports.slots, clock.now())
      },
      /** Null while the test waits or works. */
      async testResult(connectionId: string, testId: string) {
        if (connectionOfTest(testId) !== connectionId)
          throw new AppError('request.not-found', `Connection ${connectionId} has no test ${testId}`)
        const result = await tests.get(testId)
        if (!result && !(await queue.isPending('erp-test', testId)))
          throw new AppError('request.not-found', `There is no test ${testId} any more`)
        return result
      },
      /** The result as soon as it is there; null where `signal` aborts before. */
      waitForTest: (testId: string, signal: AbortSignal) => tests.wait(testId, signal),
    },
    /** What an ERP sends by itself: answered at once, in its own dialect. */
    receive: (connectionId: string, request: InboundRequest) => receive(connectionId, request, ports),
    previews: {
      request: previewCommand(command, ports),
      /** What was requested; `preview.unanswered` where `signal` aborts before. Nothing of it is kept. */
      wait: (previewId: string, signal: AbortSignal) => awaitPreview(previewId, ports, signal),
    },
    runs: {
      start,
      retry,
      cancel,
      list: async (query: RunQuery) => mapped(await runs.list(query), toERPSyncLog),
      get: async (id: string) => toERPSyncLog(await mustGetRun(runs, id)),
      async entries(id: string, query: PageQuery) {
        await mustGetRun(runs, id)
        return runs.entries(id, query)
      },
      async rejects(id: string, query: PageQuery) {
        await mustGetRun(runs, id)
        return runs.rejects(id, query)
      },
      /** The log now and after every change, until it has ended or `signal` aborts. */
      async *watch(id: string, signal: AbortSignal) {
        for await (const run of runs.watch(id, signal)) yield toERPSyncLog(run)
      },
    },
    ...coreRecords(command, ports),
    assignments: {
      ...assignmentCommands(command, ports),
      ofClient,
      ofSite,
      async effective(siteId: string, clientId: string | undefined) {
        const { source, assignment, connection } = await effective(siteId, clientId)
        return { source, assignment, connection: connection && toERPConnection(connection) }
      },
      syncSite: syncSiteCommand(command, ports, effective),
      /** The id of the connection that serves a site; `assignment.none` where none does. */
      servingConnection: async (siteId: string, clientId: string | undefined) =>
        mustServe(await effective(siteId, clientId), siteId).connection.id,
    },
    syncConfigs,
    audit: { list: (query: AuditQuery) => audit.list(query) },
    overview: () => readOverview(ports),
    readCron: (schedule: string, timezone: string) => readCron(schedule, timezone, clock.now()),
    providers: () => describeProviders(ports.connectors),
  }
}
