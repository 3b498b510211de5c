import type { Run, RunError } from '../runs/run.ts'
import type { Execution, RunSyncPorts } from './execution.ts'

type EndPorts = Pick<RunSyncPorts, 'logger' | 'connections' | 'clock'>

/** What one line must say, so that whoever reads only this line knows what it is about. */
async function describe({ run, counts, connector }: Execution, { connections }: EndPorts): Promise<object> {
  const connection = await connections.get(run.connectionId).catch(() => null)
  const { id: runId, connectionId, dataType, direction, trigger } = run
  return { runId, connectionId, connectionName: connection?.name ?? null, connector, dataType, direction, trigger, counts }
}

/** Writes the one log line of a run that has ended: at `info` after a success, else at `error`. */
export async function logEnd(
  execution: Execution,
  ports: EndPorts,
  error: Pick<RunError, 'code' | 'message' | 'hint'> | null,
): Promise<void> {
  const { startedAt } = execution.run
  const seconds = startedAt === null ? 0 : (ports.clock.now().getTime() - Date.parse(startedAt)) / 1000
  const line = { ...(await describe(execution, ports)), seconds }
  if (error === null) ports.logger.info({ ...line, outcome: 'success' }, 'Sync succeeded')
  else ports.logger.error({ ...line, outcome: 'error', code: error.code, hint: error.hint }, `Sync failed: ${error.message}`)
}

/** Writes the log line of a run that has failed and is tried again. */
export async function logRetry(
  execution: Execution,
  ports: EndPorts,
  failure: Pick<RunError, 'code' | 'message' | 'hint'>,
  { delayMs, failures }: { readonly delayMs: number } & Pick<Run, 'failures'>,
): Promise<void> {
  const nextTryAt = new Date(ports.clock.now().getTime() + delayMs).toISOString()
  const line = { ...(await describe(execution, ports)), outcome: 'retry', code: failure.code, hint: failure.hint, failures, nextTryAt }
  ports.logger.warn(line, `Sync is tried again: ${failure.message}`)
}
