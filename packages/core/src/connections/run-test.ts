import { done, type JobResult } from '../jobs/contract.ts'
import { scopedId, timedSuffix } from '../kernel/scoped-id.ts'
import { checkConnection, type ERPConnectionTestResult } from './check-connection.ts'
import type { ConnectionRepository } from './connection.ts'
import type { SessionPorts } from './open-session.ts'

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

/** Executes one test job and saves its result. If the connection was deleted meanwhile, the result says so. */
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
