import { type JobHandlers, type RunSyncPorts, runSync, runTest, type TestResults } from '@linkspan/core'

/** Every contract and its function, in one table that the compiler completes. */
export const createHandlers = (ports: RunSyncPorts & { readonly tests: TestResults }): JobHandlers => ({
  'erp-sync': ({ runId }, context) => runSync(runId, ports, context),
  'erp-test': (payload, { signal }) => runTest(payload, ports, signal),
})
