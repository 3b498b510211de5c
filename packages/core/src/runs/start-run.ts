import { z } from 'zod'
import type { createCommands } from '../audit/command.ts'
import type { ConnectionRepository } from '../connections/connection.ts'
import { mustFindConnector, mustGetConnection } from '../connections/connection-commands.ts'
import { type ConnectorRegistry, directionsOf } from '../connector/connector.ts'
import type { Urgency } from '../jobs/contract.ts'
import type { JobQueue } from '../jobs/contracts.ts'
import { AppError } from '../kernel/errors.ts'
import type { Clock, Ids } from '../kernel/ports.ts'
import { DataTypeId, dataTypes } from '../records/data-types.ts'
import { toInstant } from '../records/fields.ts'
import { configOf } from '../sync-configs/reconcile.ts'
import { covers, overlaps, type SyncConfigRepository } from '../sync-configs/sync-config.ts'
import { atTheBeginning, Direction, isEnded, Mode, noCounts, type Run, type RunError, runIdFor } from './run.ts'
import type { RunStore } from './run-store.ts'

export const SyncRequest = z
  .object({
    dataType: DataTypeId,
    direction: Direction.default('pull'),
    mode: Mode.default('incremental').describe(
      'full: everything is read again; incremental: what changed since the last success, where the ERP can say.',
    ),
    since: z.iso
      .datetime({ offset: true, abort: true })
      .refine((text) => /^\d{4}-/.test(toInstant(text) ?? ''), 'must lie within the years 0 to 9999 in UTC')
      .optional()
      .describe('Reads again what changed since this time, whatever was read before.'),
    dryRun: z.boolean().default(false).describe('Reads and compares everything, and stores no record.'),
  })
  .meta({ id: 'ERPSyncRequest' })
export type SyncRequest = z.output<typeof SyncRequest>

export interface RunPorts {
  readonly connections: ConnectionRepository
  readonly connectors: ConnectorRegistry
  readonly runs: RunStore
  readonly queue: JobQueue
  readonly syncConfigs: SyncConfigRepository
  readonly clock: Clock
  readonly ids: Ids
}

/** The run that answers a trigger. `deduplicated`: it waited or worked already. */
export interface Started {
  readonly run: Run
  readonly deduplicated: boolean
}

/** What is asked, and who asks. */
export interface RunRequest extends SyncRequest, Pick<Run, 'connectionId' | 'trigger' | 'createdBy'>, Partial<Pick<Run, 'dueAt'>> {}

/** One trigger makes one run: the log first, then its job. Whoever asks while one waits or works is given that one. */
export async function startRun(request: RunRequest, ports: RunPorts): Promise<Started> {
  const [connection, configs, underWay] = await Promise.all([
    mustGetConnection(ports.connections, request.connectionId),
    ports.syncConfigs.list(request.connectionId),
    ports.runs.underWay(request.connectionId, request.dataType),
  ])
  if (connection.status !== 'active') {
    throw new AppError('connection.not-active', `Connection "${connection.name}" has the status "${connection.status}"`)
  }
  if (!connection.settings.enabledDataTypes.includes(request.dataType)) {
    throw new AppError('connection.data-type-disabled', `"${request.dataType}" is not enabled for connection "${connection.name}"`)
  }
  const connector = mustFindConnector(ports.connectors, connection)
  if (!directionsOf(connector, request.dataType).includes(request.direction)) {
    throw new AppError('connection.not-capable', `${connector.title} cannot ${request.direction} "${request.dataType}"`)
  }

  const forbidding = configs.find(
    ({ dataType, direction, settings }) =>
      dataType === request.dataType && overlaps(direction, request.direction) && !settings.syncOnDemand,
  )
  if (forbidding && request.trigger === 'manual') {
    throw new AppError(
      'schedule.not-on-demand',
      `The sync configuration ${forbidding.id} lets only its schedule sync "${request.dataType}"`,
    )
  }

  const now = ports.clock.now()
  const asked: Run = {
    id: runIdFor(connection.id, now, ports.ids.random(6)),
    connectionId: connection.id,
    dataType: request.dataType,
    direction: request.direction,
    trigger: request.trigger,
    mode: request.mode,
    since: request.since === undefined ? null : new Date(request.since).toISOString(),
    dryRun: request.dryRun,
    createdBy: request.createdBy,
    syncConfigId: configOf(configs, request.dataType, request.direction)?.id ?? null,
    dueAt: request.dueAt ?? null,
    queuedAt: now.toISOString(),
    startedAt: null,
    completedAt: null,
    status: 'scheduled',
    attempts: 0,
    failures: 0,
    throttledSince: null,
    counts: noCounts,
    checkpoint: atTheBeginning,
    error: null,
  }
  const { run, ahead } = underWay ? { run: underWay, ahead: 0 } : await ports.runs.create(asked)
  if (run.id !== asked.id) {
    const isCovered = covers(run.direction, asked.direction)
    if (run.dryRun !== asked.dryRun || !isCovered) {
      const what = isCovered ? `is ${run.dryRun ? 'a dry run' : 'no dry run'}` : `only does a ${run.direction}`
      throw new AppError('request.conflict', `Sync ${run.id} of the same data is under way, and ${what}. Wait for its end`)
    }
    return { run, deduplicated: true }
  }
  const place = { urgency: await urgencyOf(run, ports), rank: ahead }
  await ports.queue.enqueue('erp-sync', { runId: run.id }, jobTitle(run, connection.name), place)
  return { run, deduplicated: false }
}

/** How urgent a run is until it has begun. What nobody waits for, and has everything to read, gives way to all. */
export async function urgencyOf({ trigger, connectionId, dataType }: Run, { runs }: Pick<RunPorts, 'runs'>): Promise<Urgency> {
  if (trigger !== 'schedule') return trigger === 'webhook' ? 'webhook' : 'person'
  const { items } = await runs.list({ erpConnectionId: connectionId, dataType, status: 'success', limit: 1 })
  return items.length > 0 ? 'schedule' : 'first-load'
}

export const jobTitle = ({ dataType, direction }: Pick<Run, 'dataType' | 'direction'>, connectionName: string): string =>
  `${direction} ${dataTypes[dataType].title.toLowerCase()} · ${connectionName}`

export async function mustGetRun(runs: RunStore, id: string): Promise<Run> {
  const run = await runs.get(id)
  if (!run) throw new AppError('request.not-found', `There is no sync log ${id}`)
  return run
}

export const cancelled = (by: string): RunError => new AppError('run.cancelled', `Cancelled by ${by}`).toJSON()

/** What people do with runs. */
export function runCommands(command: ReturnType<typeof createCommands>, ports: RunPorts) {
  const start = command({
    action: 'erp_manual_sync_triggered',
    role: 'operator',
    input: SyncRequest.extend({ connectionId: z.string() }),
    async run(input, caller) {
      const started = await startRun({ ...input, trigger: 'manual', createdBy: caller.id }, ports)
      return {
        output: started,
        target: input.connectionId,
        changes: { syncLogId: started.run.id, dataType: input.dataType, mode: input.mode, deduplicated: started.deduplicated },
      }
    },
  })

  /** Reads again what that run read: what it rejected has another chance, by the mapping as it is now. */
  const retry = command({
    action: 'erp_manual_sync_triggered',
    role: 'operator',
    input: z.object({ id: z.string() }),
    async run({ id }, caller) {
      const before = await mustGetRun(ports.runs, id)
      if (!isEnded(before)) throw new AppError('request.conflict', `Sync ${id} has not ended yet: it is "${before.status}"`)
      const { connectionId, dataType, direction, dryRun, checkpoint } = before
      const since = before.since ?? checkpoint.since ?? undefined
      const mode = since === undefined && checkpoint.pages > 0 ? 'full' : before.mode
      const again = { connectionId, dataType, direction, mode, dryRun, since }
      const started = await startRun({ ...again, trigger: 'retry', createdBy: caller.id }, ports)
      return { output: started, target: connectionId, changes: { syncLogId: started.run.id, retryOf: id, dataType } }
    },
  })

  const cancel = command({
    action: 'erp_sync_cancelled',
    role: 'operator',
    input: z.object({ id: z.string() }),
    async run({ id }, caller) {
      const before = await mustGetRun(ports.runs, id)
      const ended = await ports.runs.forceEnd(id, cancelled(caller.id))
      if (!ended) throw new AppError('run.ended', `Sync ${id} has ended already, in "${before.status}"`)
      await ports.queue.withdraw('erp-sync', id)
      return { output: ended, target: id }
    },
  })

  return { start, retry, cancel }
}
