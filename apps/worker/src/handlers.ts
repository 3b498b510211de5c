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

/** Every contract and its function, in one table that the compiler completes. */
export const createHandlers = (ports: HandlerPorts): JobHandlers => ({
  'erp-sync': ({ runId }, context) => runSync(runId, ports, context),
  'erp-schedule': (payload, context) => runSchedule(payload, ports, context),
  'erp-preview': (payload, { signal }) => runPreview(payload, ports, signal),
  'erp-test': async (payload, { signal }) => {
    const verdict = await runTest(payload, ports, signal)
    await reconcileSchedules(payload.connectionId, ports) // a test can open and close a connection, and its schedules with it
    return verdict
  },
})
