import type { ERPSyncLog, ERPSyncStatistics, SyncTotals } from '@linkspan/core'

/** Why a run may end in an error here: what was done on purpose, to the ERP, to Redis and to workers; rows that come and go while they are read. */
const expected = /^(remote|store)\.|^run\.(worker-lost|incomplete)$/

const sum = (logs: readonly ERPSyncLog[], of: (log: ERPSyncLog) => number): number => logs.reduce((total, log) => total + of(log), 0)

/** What the logs say that cannot be. */
export function faultsIn(logs: readonly ERPSyncLog[], statistics: ERPSyncStatistics): readonly string[] {
  const wrong: string[] = []
  for (const log of logs) {
    const { id, status, errorDetails } = log
    if (status !== 'success' && status !== 'error') wrong.push(`${id} has no end: it is "${status}"`)
    if (status === 'error' && !expected.test(errorDetails?.code ?? ''))
      wrong.push(`${id} ended in ${errorDetails?.code}: ${errorDetails?.message}`)
    if (log.recordsProcessed !== log.recordsSuccess + log.recordsFailed) wrong.push(`the counts of ${id} do not add up`)
  }
  wrong.push(...totalsFaults('all', logs, statistics))
  for (const [dataType, totals] of Object.entries(statistics.byDataType))
    wrong.push(
      ...totalsFaults(
        dataType,
        logs.filter((log) => log.dataType === dataType),
        totals,
      ),
    )
  return wrong
}

function totalsFaults(name: string, logs: readonly ERPSyncLog[], totals: SyncTotals): readonly string[] {
  const successes = logs.filter(({ status }) => status === 'success').length
  const real: Partial<SyncTotals> = {
    totalSyncs: logs.length,
    successfulSyncs: successes,
    failedSyncs: logs.length - successes,
    totalRecordsProcessed: sum(logs, (log) => log.recordsProcessed),
  }
  return Object.entries(real).flatMap(([field, value]) => {
    const told = totals[field as keyof SyncTotals]
    return told === value ? [] : [`the statistics of ${name} say ${field} ${told}, the logs ${value}`]
  })
}

/** How many runs ended in which error. */
export function endings(logs: readonly ERPSyncLog[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { status, errorDetails } of logs) {
    const name = status === 'error' ? (errorDetails?.code ?? 'error') : status
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

export const pushedIn = (logs: readonly ERPSyncLog[]): number => sum(logs, (log) => log.recordsPushed)
