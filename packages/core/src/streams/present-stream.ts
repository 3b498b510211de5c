import { healthOf } from '../connections/health.ts'
import { nullIfUnreadable } from '../kernel/unreadable.ts'
import { isEnded, type Run } from '../runs/run.ts'
import type { RunStore } from '../runs/run-store.ts'
import { toERPSyncLog } from '../runs/sync-log.ts'
import { periodMs, type Scheduler } from '../schedules/schedule.ts'
import { nextStart } from '../sync-configs/paused-schedule.ts'
import { configOfLane, scheduleFor, scheduleIdOf } from '../sync-configs/reconcile.ts'
import { covers, overlaps } from '../sync-configs/sync-config.ts'
import type { JudgedStream, JudgePorts } from './judged-streams.ts'
import { laneOfStream } from './plan-streams.ts'
import type { ERPStream } from './stream.ts'

export interface PresentPorts extends JudgePorts {
  readonly runs: Pick<RunStore, 'get'>
  readonly scheduler: Pick<Scheduler<never>, 'find'>
}

/** The stream as the API shows it. It costs the same, however many records and logs there are. */
export async function presentStream(judged: JudgedStream, ports: PresentPorts): Promise<ERPStream> {
  const { connection, configs, plan, stored, lastSuccessAt } = judged
  const stream = { connectionId: judged.connectionId, dataType: judged.dataType, lane: laneOfStream(plan) }
  const rule = scheduleFor(connection, configs, stream)
  const [runs, schedule, backlog] = await Promise.all([
    readRuns(judged, ports),
    ports.scheduler.find(scheduleIdOf(stream)),
    ports.streams.backlog(stream),
  ])
  return {
    connectionId: judged.connectionId,
    connectionName: connection.name,
    connectionStatus: connection.status,
    dataType: judged.dataType,
    direction: judged.direction,
    ...(plan.config && { syncConfigId: plan.config.id }),
    ...(lastSuccessAt && { lastSuccessAt }),
    ...runs,
    ...(schedule && { nextDueAt: nextStart(schedule, configOfLane(configs, stream)) }),
    ...(rule && { periodSeconds: periodMs(rule, ports.clock.now()) / 1000 }),
    freshness: judged.judgement.freshness,
    ...(stored.watermark && judged.direction !== 'push' && { watermark: stored.watermark }),
    ...backlog,
    health: healthOf(connection),
  }
}

/** The last run that did this stream's work, and the one that does. */
async function readRuns({ direction, stored }: JudgedStream, { runs }: PresentPorts): Promise<Pick<ERPStream, 'lastRun' | 'runningRun'>> {
  const read = (id: string | null | undefined) => (id ? runs.get(id).catch(nullIfUnreadable) : null)
  const { pull, push, bidirectional } = stored.endedRuns
  const [open, ...ended] = await Promise.all([stored.openRun, pull, push, bidirectional].map(read))
  const done = ended.filter((run): run is Run => run !== null && run !== undefined && covers(run.direction, direction))
  const last = done.toSorted((one, other) => (one.completedAt ?? '').localeCompare(other.completedAt ?? '')).at(-1)
  return {
    ...(last && { lastRun: toERPSyncLog(last) }),
    ...(open && !isEnded(open) && overlaps(open.direction, direction) && { runningRun: toERPSyncLog(open) }),
  }
}
