import {
  type JobHandlers,
  type RunPorts,
  type RunPreviewPorts,
  type RunSyncPorts,
  reconcileSchedules,
  runPreview,
  runSchedule,
  runSync,
  runTest,
  type SchedulePorts,
  type SlotLog,
  type TestResults,
} from '@linkspan/core'

export type HandlerPorts = RunSyncPorts &
  RunPorts &
  RunPreviewPorts &
  SchedulePorts & { readonly slots: SlotLog; readonly tests: TestResults; readonly scheduleJitterMs: number }

/** The handler of every queue. The type of the table makes the compiler refuse a missing one. */
export const createHandlers = (ports: HandlerPorts): JobHandlers => ({
  'erp-sync': ({ runId }, context) => runSync(runId, ports, context),
  'erp-schedule': (payload, context) => runSchedule(payload, ports, context),
  'erp-preview': (payload, { signal }) => runPreview(payload, ports, signal),
  'erp-test': async (payload, { signal }) => {
    const result = await runTest(payload, ports, signal)
    await reconcileSchedules(payload.connectionId, ports) // a test can change the status of a connection, and schedules follow the status
    return result
  },
})
