import type { Execution, RunSyncPorts } from './execution.ts'

/** Reports the end of a run to the metrics; `code` is null if it was a success. */
export function recordMetrics(
  { run, counts, connector }: Execution,
  { metrics, clock }: Pick<RunSyncPorts, 'metrics' | 'clock'>,
  code: string | null,
): void {
  const { connectionId, dataType, direction, startedAt } = run
  const { read: _, ...records } = counts
  const seconds = startedAt === null ? 0 : Math.max(0, clock.now().getTime() - Date.parse(startedAt)) / 1000
  metrics.syncEnded({ connectionId, connector, dataType, direction, status: code === null ? 'success' : 'error', code, seconds, records })
}
