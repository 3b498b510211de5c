import { z } from 'zod'
import type { NewAuditEvent } from '../audit/audit.ts'
import { type Circuit, isInterrupted } from '../connections/circuit.ts'
import type { Connection, ConnectionRepository, RefusedDataType } from '../connections/connection.ts'
import { mustFindConnector } from '../connections/connection-commands.ts'
import { type ConnectorRegistry, directionsOf } from '../connector/connector.ts'
import type { Urgency } from '../jobs/contract.ts'
import type { JobQueue } from '../jobs/contracts.ts'
import { AppError } from '../kernel/errors.ts'
import type { Clock, Ids } from '../kernel/ports.ts'
import { inSpan, noTracing, type TraceHeaders, type Tracing } from '../kernel/tracing.ts'
import { assertKnownFields } from '../mapping/check-fields.ts'
import { MappingFields } from '../mapping/mapping.ts'
import { DataTypeId, dataTypes } from '../records/data-types.ts'
import { toInstant } from '../records/fields.ts'
import { configOf } from '../sync-configs/reconcile.ts'
import { covers, overlaps, type SyncConfig, type SyncConfigRepository } from '../sync-configs/sync-config.ts'
import { atTheBeginning, Direction, Mode, noCounts, type Run, runIdFor } from './run.ts'
import type { RunStore } from './run-store.ts'
import { readStartFacts, type StartFacts } from './start-facts.ts'

export const SyncRequest = z
  .object({
    dataType: DataTypeId,
    direction: Direction.default('pull'),
    mode: Mode.default('incremental').describe(
      'full: reads everything again; incremental: reads what has changed since the last success, if the ERP can tell.',
    ),
    since: z.iso
      .datetime({ offset: true, abort: true })
      .refine((text) => /^\d{4}-/.test(toInstant(text) ?? ''), 'must lie within the years 0 to 9999 in UTC')
      .optional()
      .describe('Reads again what has changed since this time, whatever was read before.'),
    dryRun: z.boolean().default(false).describe('Reads and compares everything, and stores no record.'),
    mapping: MappingFields.optional().describe(
      'The mapping to try in place of the stored one. Only for a dry run that pulls; at most 100,000 characters.',
    ),
    force: z
      .boolean()
      .default(false)
      .describe('Syncs although the ERP could not be worked with lately, so that syncs wait (`connection.circuit-open`).'),
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
  /** Without it nothing is traced. */
  readonly tracing?: Tracing
}

/** The run that answers a trigger. `deduplicated`: it was already waiting or working. */
export interface Started {
  readonly run: Run
  readonly deduplicated: boolean
}

/** What to sync, and who asks for it. */
export interface RunRequest
  extends Omit<SyncRequest, 'mapping'>,
    Pick<Run, 'connectionId' | 'trigger' | 'createdBy'>,
    Partial<Pick<Run, 'dueAt' | 'mapping'>> {
  /** The run waits for two seconds without a further such request, for 30 at most. */
  readonly debounce?: boolean
  /** The circuit of the connection is half-open, and the run may go through. */
  readonly isTrial?: boolean
}

const maxMappingLength = 100_000

/** Throws unless a mapping to try is for a dry run that pulls, is short enough, and names fields of the data type. */
function assertMayTry({ mapping, dataType, dryRun, direction }: RunRequest): void {
  if (!mapping) return
  const refuse = (message: string) =>
    new AppError('request.invalid', `mapping ${message}`, { details: { issues: [{ path: 'mapping', message }] } })
  if (!dryRun || direction !== 'pull') throw refuse('is only for a dry run that pulls: set dryRun to true')
  if (JSON.stringify(mapping).length > maxMappingLength) throw refuse(`must have at most ${maxMappingLength} characters`)
  assertKnownFields(dataType, mapping, 'mapping.')
}

const debounceMs = 2000
const maxDebounceMs = 30_000

/**
 * Starts a run: stores its log first, then adds its job. If a run of the same data already waits or works, that one is returned; if it does
 * not do what is asked, this throws `request.conflict`. Also throws if the connection cannot or may not do it. `known`: what the caller has
 * just read. `eventOf`: the audit event of who asks for the run; it is stored with the run if that is new.
 */
export function startRun(
  request: RunRequest,
  ports: RunPorts,
  { known, eventOf }: { readonly known?: StartFacts | undefined; readonly eventOf?: (started: Started) => NewAuditEvent } = {},
): Promise<Started> {
  const { connectionId, dataType, direction, trigger } = request
  const attributes = {
    'linkspan.connection.id': connectionId,
    'linkspan.data_type': dataType,
    'linkspan.direction': direction,
    'linkspan.trigger': trigger,
  }
  const span = { name: 'start sync', kind: 'internal', attributes } as const
  return inSpan(ports.tracing ?? noTracing, span, async ({ headers, set }) => {
    const started = await start(request, ports, headers, known ?? (await readStartFacts(request, ports)), eventOf)
    set({ 'linkspan.run.id': started.run.id, 'linkspan.run.deduplicated': started.deduplicated })
    return started
  })
}

async function start(
  request: RunRequest,
  ports: RunPorts,
  trace: TraceHeaders,
  { connection, configs, underWay }: StartFacts,
  eventOf?: (started: Started) => NewAuditEvent,
): Promise<Started> {
  assertPossible(request, connection, ports.connectors)
  assertOnDemand(request, configs)
  assertMayTry(request)
  const wanted = newRun(request, configs, trace, ports)
  const { run, ahead } = underWay
    ? { run: underWay, ahead: 0 }
    : await ports.runs.create(wanted, eventOf?.({ run: wanted, deduplicated: false }))
  if (run.id !== wanted.id) {
    assertSameWork(run, wanted)
    if (request.debounce) await postpone(run, ports)
    return { run, deduplicated: true }
  }
  const place = { urgency: await urgencyOf(run, ports), rank: ahead }
  await ports.queue.enqueue('erp-sync', { runId: run.id }, jobTitle(run, connection.name), {
    ...place,
    ...(request.debounce && { delayMs: debounceMs }),
  })
  return { run, deduplicated: false }
}

/** Lets a run that has not begun wait a little longer. It keeps its time if that would be too long, or if somebody else waits for it. */
async function postpone({ id, trigger, queuedAt, startedAt }: Run, { queue, clock }: RunPorts): Promise<void> {
  const waitedMs = clock.now().getTime() - Date.parse(queuedAt)
  if (trigger === 'webhook' && startedAt === null && waitedMs + debounceMs <= maxDebounceMs)
    await queue.postpone('erp-sync', id, debounceMs)
}

/** Throws unless the connection is active, has the data type enabled, and its connector can sync it in this direction. */
function assertPossible(request: RunRequest, connection: Connection, connectors: ConnectorRegistry): void {
  const { dataType, direction } = request
  const { name, status, settings } = connection
  const passesCircuit = isInterrupted(connection.circuit) && assertPassesCircuit(request, connection.circuit, name)
  if (status !== 'active' && !(passesCircuit && status === 'error'))
    throw new AppError('connection.not-active', `Connection "${name}" has the status "${status}"`)
  if (!settings.enabledDataTypes.includes(dataType))
    throw new AppError('connection.data-type-disabled', `"${dataType}" is not enabled for connection "${name}"`)
  const connector = mustFindConnector(connectors, connection)
  if (!directionsOf(connector, dataType).includes(direction))
    throw new AppError('connection.not-capable', `${connector.title} cannot ${direction} "${dataType}"`)
  const refused = direction === 'push' ? undefined : refusalOf(connection, dataType)
  if (refused)
    throw new AppError('connection.data-type-refused', `"${dataType}" could not be read when "${name}" was tested: ${refused.message}`, {
      details: { dataType, code: refused.code, testedAt: connection.health?.checkedAt },
    })
}

/** Throws `connection.circuit-open` unless the run may work although the circuit is open. */
function assertPassesCircuit({ force, isTrial }: RunRequest, { openedAt, reason, nextProbeAt }: Circuit, name: string): true {
  if (force || isTrial) return true
  throw new AppError('connection.circuit-open', `The ERP of "${name}" cannot be worked with since ${openedAt}: ${reason}`, {
    details: { since: openedAt, nextProbeAt },
  })
}

/** Why the last test found that a data type cannot be read; undefined if it could, or if the connection was changed since. */
const refusalOf = ({ health, updatedAt }: Connection, dataType: DataTypeId): RefusedDataType | undefined =>
  health && health.checkedAt >= updatedAt ? health.refusedDataTypes?.find((each) => each.dataType === dataType) : undefined

/** Throws if a person asks for what a sync configuration leaves to its schedule. */
function assertOnDemand({ dataType, direction, trigger }: RunRequest, configs: readonly SyncConfig[]): void {
  const forbidding = configs.find(
    (config) => config.dataType === dataType && overlaps(config.direction, direction) && !config.settings.syncOnDemand,
  )
  if (forbidding && (trigger === 'manual' || trigger === 'retry'))
    throw new AppError('schedule.not-on-demand', `The sync configuration ${forbidding.id} lets only its schedule sync "${dataType}"`)
}

function newRun(
  request: RunRequest,
  configs: readonly SyncConfig[],
  { traceparent, tracestate }: TraceHeaders,
  { clock, ids }: RunPorts,
): Run {
  const { connectionId, dataType, direction, trigger, mode, since, dryRun, mapping, force, createdBy, dueAt = null } = request
  const now = clock.now()
  return {
    id: runIdFor(connectionId, now, ids.random(6)),
    connectionId,
    dataType,
    direction,
    trigger,
    mode,
    since: since === undefined ? null : new Date(since).toISOString(),
    dryRun,
    ...(mapping && { mapping }),
    ...(force && { force }),
    ...(traceparent && { trace: { traceparent, ...(tracestate && { tracestate }) } }),
    createdBy,
    syncConfigId: configOf(configs, dataType, direction)?.id ?? null,
    dueAt,
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
}

/** Throws `request.conflict` unless the run under way does all that the wanted one would do. */
function assertSameWork(underWay: Run, wanted: Run): void {
  const isCovered = covers(underWay.direction, wanted.direction)
  const isSameMapping = JSON.stringify(underWay.mapping) === JSON.stringify(wanted.mapping)
  if (underWay.dryRun === wanted.dryRun && isCovered && isSameMapping) return
  const isOther = !isCovered ? `only does a ${underWay.direction}` : underWay.dryRun ? 'is a dry run' : 'is not a dry run'
  const what = underWay.dryRun && wanted.dryRun && isCovered ? 'tries another mapping' : isOther
  throw new AppError('request.conflict', `Sync ${underWay.id} of the same data is under way, and it ${what}. Wait until it has ended`)
}

/** How urgent a run is until it has begun. A first load that nobody waits for is the least urgent. */
export async function urgencyOf({ trigger, connectionId, dataType }: Run, { runs }: Pick<RunPorts, 'runs'>): Promise<Urgency> {
  if (trigger !== 'schedule') return trigger === 'webhook' ? 'webhook' : 'person'
  const { items } = await runs.list({ erpConnectionId: connectionId, dataType, status: 'success', limit: 1 })
  return items.length > 0 ? 'schedule' : 'first-load'
}

/** What people read on the job board. */
export const jobTitle = ({ dataType, direction }: Pick<Run, 'dataType' | 'direction'>, connectionName: string): string =>
  `${direction} ${dataTypes[dataType].title.toLowerCase()} · ${connectionName}`
