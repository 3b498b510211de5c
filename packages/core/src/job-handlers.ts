import { runDraftTest } from './connections/draft-test.ts'
import { runTest } from './connections/run-test.ts'
import type { TestResults } from './connections/test-results.ts'
import { type WatchPorts, watchEvents } from './incidents/watch-events.ts'
import type { JobHandlers } from './jobs/contracts.ts'
import { systemStopwatch } from './kernel/ports.ts'
import { type RunNotificationsPorts, runNotifications } from './notifications/run-notifications.ts'
import { runPreview } from './previews/run-preview.ts'
import type { RunPreviewPorts } from './previews/run-preview-ports.ts'
import { followCircuit } from './runs/follow-circuit.ts'
import { type RunCircuitPorts, runCircuit } from './runs/run-circuit.ts'
import { runSchedule } from './runs/run-schedule.ts'
import type { RunPorts } from './runs/start-run.ts'
import type { SlotLog } from './schedules/slot.ts'
import { type RunSyncPorts, runSync } from './sync/run-sync.ts'
import { reconcileSchedules, type SchedulePorts } from './sync-configs/reconcile.ts'
import { type DeliverPorts, deliverEvents } from './webhooks/deliver-events.ts'
import { sendAgain } from './webhooks/send-again.ts'

export type JobHandlerPorts = RunSyncPorts &
  RunPorts &
  RunPreviewPorts &
  RunNotificationsPorts &
  RunCircuitPorts &
  WatchPorts &
  SchedulePorts &
  Omit<DeliverPorts, 'stopwatch'> & { readonly slots: SlotLog; readonly tests: TestResults; readonly scheduleJitterMs: number }

/** What a worker does for each kind of job. */
export const createJobHandlers = (ports: JobHandlerPorts): JobHandlers => ({
  'erp-sync': ({ runId }, context) => runSync(runId, ports, context),
  'erp-schedule': (payload, context) => runSchedule(payload, ports, context),
  'erp-preview': (payload, { signal }) => runPreview(payload, ports, signal),
  'erp-delivery': ({ deliveryId, ...lane }, context) => {
    const all = { ...ports, stopwatch: systemStopwatch }
    return deliveryId === undefined ? deliverEvents(lane, all, context) : sendAgain({ ...lane, deliveryId }, all)
  },
  'erp-circuit': ({ connectionId }, context) => runCircuit(connectionId, ports, context),
  'erp-test': async (payload, { signal }) => {
    if (payload.draft) return runDraftTest(payload, ports, signal)
    const result = await runTest(payload, ports, signal)
    const { connectionId } = payload // a test may activate or deactivate it, and with it its schedules
    await Promise.all([reconcileSchedules(connectionId, ports), followCircuit(connectionId, ports)])
    return result
  },
  'erp-notification': (payload, context) => runNotifications(payload, ports, context),
  'erp-watch': ({ source }, context) => watchEvents(source, ports, context),
})
