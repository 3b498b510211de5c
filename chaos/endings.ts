import type { ERPSyncLog } from '@linkspan/core'

/** The errors that a run may end in here, each with the fault we injected that causes it. */
const expectedErrors: Readonly<Record<string, string>> = {
  'remote.unreachable': 'the ERP broke off connections',
  'remote.cut-short': 'the ERP broke off connections',
  'remote.unavailable': 'the ERP answered 500 and 503',
  'remote.timeout': 'the ERP answered late',
  'store.unavailable': 'Redis was killed and restarted',
  'run.worker-lost': 'workers were killed and frozen',
  'run.incomplete': 'rows came, went and moved while they were read',
}

/** The injected fault that explains an ending; "UNEXPECTED" if none does. */
export const reasonOf = (code: string): string => (code === 'success' ? '' : (expectedErrors[code] ?? 'UNEXPECTED'))

/** The number of runs by status, or by error code for failed ones. */
export function endingsOf(logs: readonly ERPSyncLog[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const log of logs) counts[endingOf(log)] = (counts[endingOf(log)] ?? 0) + 1
  return counts
}

const endingOf = ({ status, errorDetails }: ERPSyncLog): string => (status === 'error' ? (errorDetails?.code ?? 'error') : status)

/** Checks each log: it must have ended, for an expected reason, without failed records and with counts that add up. */
export function faultsIn(logs: readonly ERPSyncLog[]): readonly string[] {
  return logs.flatMap((log) => {
    const { id, dataType, status, errorMessage } = log
    const isEnded = status === 'success' || status === 'error'
    const isExpected = status !== 'error' || endingOf(log) in expectedErrors
    const processed = log.recordsCreated + log.recordsUpdated + log.recordsUnchanged + log.recordsPushed + log.recordsFailed
    return [
      ...(isEnded ? [] : [`${id} (${dataType}) has not ended: it is "${status}"`]),
      ...(isExpected ? [] : [`${id} (${dataType}) ended with ${endingOf(log)}: ${errorMessage}`]),
      ...(log.recordsFailed === 0 ? [] : [`${log.recordsFailed} records of ${id} (${dataType}) failed`]),
      ...(log.recordsProcessed === processed ? [] : [`the counts of ${id} do not add up: ${log.recordsProcessed} is not ${processed}`]),
    ]
  })
}
