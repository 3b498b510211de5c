import { done, type JobResult } from '../jobs/contract.ts'
import { scopedId, timedSuffix } from '../kernel/scoped-id.ts'
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

const testIds = scopedId('test')
export const testIdFor = (connectionId: string, at: Date, random: string): string => testIds.create(connectionId, timedSuffix(at, random))

/** The connection that a test's id belongs to; null for any other text. */
export const connectionOfTest = testIds.connectionOf

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
