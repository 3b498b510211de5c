import { done, type JobResult } from '../jobs/contract.ts'
import { checkConnection, type ERPConnectionTestResult } from './check-connection.ts'
import type { ConnectionRepository } from './connection.ts'
import type { SessionPorts } from './open-session.ts'

/** Where the results of connection tests are kept for a day. */
export interface TestResults {
  save(testId: string, result: ERPConnectionTestResult): Promise<void>
  get(testId: string): Promise<ERPConnectionTestResult | null>
  /** Resolves with the result as soon as it is there, or with null when `signal` aborts. */
  wait(testId: string, signal: AbortSignal): Promise<ERPConnectionTestResult | null>
}

/** A test's id carries its connection's: `test_<connection><time and randomness>`. */
export const testIdFor = (connectionId: string, at: Date, random: string): string =>
  `test_${connectionId.slice('erp_'.length)}${at.getTime().toString(36).padStart(9, '0')}${random}`

/** The connection that a test's id belongs to; null where it is no such id. */
export function connectionOfTest(testId: string): string | null {
  const match = /^test_([a-z0-9]{16})[a-z0-9]{15}$/.exec(testId)
  return match ? `erp_${match[1]}` : null
}

/** Executes one test job. Who waits for a test of a connection that was deleted meanwhile is told so. */
export async function runTest(
  { connectionId, testId }: { readonly connectionId: string; readonly testId: string },
  ports: SessionPorts & { readonly connections: ConnectionRepository; readonly tests: TestResults },
  signal: AbortSignal,
): Promise<JobResult> {
  const connection = await ports.connections.get(connectionId)
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
