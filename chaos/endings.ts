import type { ERPSyncLog } from '@linkspan/core'

/** Why a run may end in an error here: only what was done on purpose, to the ERP, to Redis and to workers. */
const caused: Readonly<Record<string, string>> = {
  'remote.unreachable': 'the ERP broke connections off',
  'remote.cut-short': 'the ERP broke connections off',
  'remote.unavailable': 'the ERP answered 500 and 503',
  'remote.timeout': 'the ERP answered late',
  'store.unavailable': 'Redis was killed and restarted',
  'run.worker-lost': 'workers were killed and frozen',
  'run.incomplete': 'rows came, went and moved while they were read',
}

/** The reason for an ending, in words. */
export const reasonOf = (code: string): string => (code === 'success' ? '' : (caused[code] ?? 'UNEXPECTED'))

/** How many runs ended in which way. */
export function endingsOf(logs: readonly ERPSyncLog[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const log of logs) counts[endingOf(log)] = (counts[endingOf(log)] ?? 0) + 1
  return counts
}

const endingOf = ({ status, errorDetails }: ERPSyncLog): string => (status === 'error' ? (errorDetails?.code ?? 'error') : status)

/** What the logs say that cannot be. */
export function faultsIn(logs: readonly ERPSyncLog[]): readonly string[] {
  return logs.flatMap((log) => {
    const { id, dataType, status, errorMessage } = log
    const isEnded = status === 'success' || status === 'error'
    const isExpected = status !== 'error' || endingOf(log) in caused
    const processed = log.recordsCreated + log.recordsUpdated + log.recordsUnchanged + log.recordsPushed + log.recordsFailed
    return [
      ...(isEnded ? [] : [`${id} (${dataType}) has no end: it is "${status}"`]),
      ...(isExpected ? [] : [`${id} (${dataType}) ended in ${endingOf(log)}: ${errorMessage}`]),
      ...(log.recordsFailed === 0 ? [] : [`${log.recordsFailed} records of ${id} (${dataType}) failed`]),
      ...(log.recordsProcessed === processed ? [] : [`the counts of ${id} do not add up: ${log.recordsProcessed} is not ${processed}`]),
    ]
  })
}
