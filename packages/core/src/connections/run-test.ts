import { done, type JobResult } from '../jobs/contract.ts'
import { scopedId, timedSuffix } from '../kernel/scoped-id.ts'
import { checkConnection, type ERPConnectionTestResult } from './check-connection.ts'
import { type ProbePorts, probeConnection } from './probe-connection.ts'

/** Keeps the results of connection tests for a day. */
export interface TestResults {
  save(testId: string, result: ERPConnectionTestResult): Promise<void>
  get(testId: string): Promise<ERPConnectionTestResult | null>
  /** Resolves with the result as soon as there is one, or with null when `signal` aborts. */
  wait(testId: string, signal: AbortSignal): Promise<ERPConnectionTestResult | null>
}

const testIds = scopedId('test')
export const testIdFor = (connectionId: string, at: Date, random: string): string => testIds.create(connectionId, timedSuffix(at, random))

/** The connection that a test's id belongs to; null for any other text. */
export const connectionOfTest = testIds.connectionOf

/** Another test asks again so soon whether a probe is over. */
const busyMs = 500

/**
 * Executes one test job and saves its result. If the connection was deleted meanwhile, the result says so. `reconnect`: if the circuit of
 * the connection is open, the test is a probe.
 */
export async function runTest(
  { connectionId, testId, reconnect }: { readonly connectionId: string; readonly testId: string; readonly reconnect?: true | undefined },
  ports: ProbePorts & { readonly tests: TestResults },
  signal: AbortSignal,
): Promise<JobResult> {
  const connection = await ports.connections.get(connectionId)
  const probed = connection && reconnect ? await probeConnection(connection, { isUrgent: true }, ports, signal) : 'none'
  if (probed === 'busy') return { kind: 'snooze', delayMs: busyMs, reason: 'The connection is being probed' }
  if (typeof probed === 'object') await ports.tests.save(testId, probed)
  else
    await ports.tests.save(testId, connection ? await checkConnection(connection, ports, signal) : untested('The connection was deleted'))
  return done
}

const untested = (message: string): ERPConnectionTestResult => ({
  success: false,
  message,
  responseTime: 0,
  details: { checks: [] },
  errors: [message],
})
