import { z } from 'zod'
import { type ConnectionRepository, connectionStatuses } from '../connections/connection.ts'
import { findMissingWorkers, type WorkerSigns } from '../jobs/worker-signs.ts'
import type { Clock } from '../kernel/ports.ts'
import type { OutboxStore } from '../outbox/outbox-store.ts'
import type { Scheduler } from '../schedules/schedule.ts'
import type { SyncConfigRepository } from '../sync-configs/sync-config.ts'
import { DegradedConnection, findDegraded } from './degraded.ts'
import type { RunStore } from './run-store.ts'
import { ERPSyncLog, toERPSyncLog } from './sync-log.ts'
import { readUpcoming } from './upcoming.ts'

const count = z.int().min(0)

/** Everything at a glance, for a dashboard. Its cost grows neither with the number of logs nor with that of connections. */
export const ERPOverview = z
  .object({
    connections: z.object({ total: count, byStatus: z.record(z.enum(connectionStatuses), count) }),
    last24Hours: z.object({ syncs: count, failed: count, successRate: z.number().min(0).max(1).describe('0 before the first.') }),
    lastFailures: z.array(ERPSyncLog).describe('The last five, with hints.'),
    running: z.array(ERPSyncLog).describe('At most twenty.'),
    waiting: z.array(ERPSyncLog).describe('At most twenty.'),
    upcoming: z
      .array(z.object({ erpConnectionId: z.string(), dataType: z.string(), at: z.iso.datetime() }))
      .describe('The next five scheduled syncs.'),
    records: z
      .object({
        waiting: count.describe('Records that wait to be pushed.'),
        refused: count.describe('Records that an ERP has refused; `syncStatus=error` lists those of a connection.'),
        conflicts: count.describe('Records whose conflict waits for a person; `GET /erp/conflicts` lists them.'),
        openRejects: count.describe('Records that were rejected when they were last read; `GET /erp/rejects` lists them.'),
      })
      .describe('Of all connections.'),
    incidents: z
      .object({
        open: count.describe('Incidents that nobody takes care of yet.'),
        unclosed: z
          .object({ warning: count.describe('Warnings.'), critical: count.describe('Critical ones.') })
          .describe('Incidents that are not over, by severity.'),
      })
      .describe('Of all connections.'),
    badges: z
      .object({
        needsYou: count.describe(
          'How many things wait for a person now: open incidents, and one more each for rejects, refused records and conflicts, whose own incidents do not count.',
        ),
        rejects: count.describe('Open rejects.'),
        conflicts: count.describe('Conflicts that wait for a person.'),
        incidents: count.describe('Open incidents.'),
        lateStreams: count.describe('Streams whose data are older than allowed.'),
      })
      .describe('What a navigation shows beside its links.'),
    hours: z
      .array(z.object({ from: z.iso.datetime().describe('When the hour began.'), syncs: count, failed: count }))
      .describe('The last 24 hours, the oldest first, by when syncs were requested; the last hour is not over yet.'),
    streams: z
      .object({ late: count.describe('Streams whose data are older than allowed; `GET /erp/streams?late=true` lists them.') })
      .describe('Of all connections.'),
    degraded: z.array(DegradedConnection).describe('Which connections of the last failures are degraded, longest first.'),
    warnings: z
      .array(z.string())
      .optional()
      .describe(
        'What keeps syncs waiting: no worker is running, or somebody has paused or limited a queue at the board. Absent if nothing does.',
      ),
  })
  .meta({ id: 'ERPOverview' })
export type ERPOverview = z.infer<typeof ERPOverview>

const dayMs = 86_400_000

interface OverviewPorts {
  readonly connections: Pick<ConnectionRepository, 'countByStatus' | 'get'>
  readonly outbox: Pick<OutboxStore, 'totalBacklog'>
  readonly incidents: {
    countOpen(): Promise<{ readonly all: number; readonly aboutRecords: number }>
    countUnclosed(): Promise<Readonly<Record<'warning' | 'critical', number>>>
  }
  readonly runs: Pick<RunStore, 'list' | 'countSince' | 'countByHour'>
  readonly scheduler: Pick<Scheduler<never>, 'upcoming'>
  readonly syncConfigs: Pick<SyncConfigRepository, 'list'>
  readonly streams: { countOverdue(now: Date): Promise<number> }
  readonly clock: Clock
  /** What of the queues does not work as it should. */
  readonly queueWarnings: () => Promise<readonly string[]>
  readonly workers: WorkerSigns
}

export async function readOverview({
  connections,
  incidents,
  outbox,
  runs,
  scheduler,
  streams,
  syncConfigs,
  clock,
  queueWarnings,
  workers,
}: OverviewPorts): Promise<ERPOverview> {
  const since = new Date(clock.now().getTime() - dayMs)
  const logs = async (status: 'error' | 'syncing' | 'scheduled', limit: number) =>
    (await runs.list({ status, limit })).items.map(toERPSyncLog)
  const [
    byStatus,
    { syncs, failed, successful },
    lastFailures,
    running,
    waiting,
    upcoming,
    queues,
    missing,
    records,
    late,
    open,
    unclosed,
    hours,
  ] = await Promise.all([
    connections.countByStatus(),
    runs.countSince(since),
    logs('error', 5),
    logs('syncing', 20),
    logs('scheduled', 20),
    readUpcoming(5, { scheduler, syncConfigs, clock }),
    queueWarnings(),
    findMissingWorkers(workers),
    outbox.totalBacklog(),
    streams.countOverdue(clock.now()),
    incidents.countOpen(),
    incidents.countUnclosed(),
    runs.countByHour(24, clock.now()),
  ])
  const warnings = [...(missing === null ? [] : [missing]), ...queues]
  return {
    connections: { total: Object.values(byStatus).reduce((sum, more) => sum + more, 0), byStatus },
    last24Hours: { syncs, failed, successRate: failed + successful === 0 ? 0 : successful / (failed + successful) },
    lastFailures,
    running,
    waiting,
    upcoming,
    records,
    incidents: { open: open.all, unclosed },
    badges: {
      needsYou:
        open.all - open.aboutRecords + [records.openRejects, records.refused, records.conflicts].filter((waiting) => waiting > 0).length,
      rejects: records.openRejects,
      conflicts: records.conflicts,
      incidents: open.all,
      lateStreams: late,
    },
    hours: [...hours],
    streams: { late },
    degraded: await findDegraded(
      lastFailures.map(({ erpConnectionId }) => erpConnectionId),
      connections,
    ),
    ...(warnings.length > 0 && { warnings }),
  }
}
