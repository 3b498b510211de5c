import { done, type JobResult } from '../jobs/contract.ts'
import { scopedId, timedSuffix } from '../kernel/scoped-id.ts'
import { checkConnection, type ProgressReport } from './check-connection.ts'
import { type ProbePorts, probeConnection } from './probe-connection.ts'
import type { ConnectionCheck, ERPConnectionTestResult, PlannedCheck } from './test-result.ts'
import type { TestResults } from './test-results.ts'

const testIds = scopedId('test')
export const testIdFor = (connectionId: string, at: Date, random: string): string => testIds.create(connectionId, timedSuffix(at, random))

/** The connection that a test's id belongs to; null for any other text. */
export const connectionOfTest = testIds.connectionOf

/** Another test asks again so soon whether a probe is over. */
const busyMs = 500

export type TestPorts = ProbePorts & { readonly tests: TestResults }

/**
 * Executes one test job and saves its result. If the connection was deleted meanwhile, the result says so. `reconnect`: if the circuit of
 * the connection is open, the test is a probe.
 */
export async function runTest(
  { connectionId, testId, reconnect }: { readonly connectionId: string; readonly testId: string; readonly reconnect?: true | undefined },
  ports: TestPorts,
  signal: AbortSignal,
): Promise<JobResult> {
  const connection = await ports.connections.get(connectionId)
  const progress = progressOf(testId, ports)
  const probed = connection && reconnect ? await probeConnection(connection, { isUrgent: true, progress }, ports, signal) : 'none'
  if (probed === 'busy') return { kind: 'snooze', delayMs: busyMs, reason: 'The connection is being probed' }
  if (typeof probed === 'object') await ports.tests.save(testId, probed)
  else
    await ports.tests.save(
      testId,
      connection ? await checkConnection(connection, ports, signal, progress) : untested('The connection was deleted'),
    )
  return done
}

/** The result of a test that could not begin. */
export const untested = (message: string): ERPConnectionTestResult => ({
  success: false,
  message,
  responseTime: 0,
  details: { checks: [] },
  errors: [message],
})

/** Tells those who watch a test how far it has come. */
export function progressOf(testId: string, { tests, ids }: Pick<TestPorts, 'tests' | 'ids'>): ProgressReport {
  const attempt = ids.random(8)
  const checks: ConnectionCheck[] = []
  let planned: readonly PlannedCheck[] = []
  const note = () => tests.note(testId, { attempt, planned: [...planned], checks })
  return {
    planned(all) {
      planned = all
      return note()
    },
    checked(check) {
      checks.push(check)
      return note()
    },
  }
}
