import type { ERPSyncLog, ERPSyncStatistics, SyncTotals } from '@linkspan/core'

/** If two workers end runs at about the same time, either may count as the latest. */
const latestWithinMs = 1000

/** Compares the statistics of a connection with its logs. */
export function differencesOfStatistics(statistics: ERPSyncStatistics, logs: readonly ERPSyncLog[]): readonly string[] {
  const { byDataType, daily, ...all } = statistics
  const types = [...new Set([...Object.keys(byDataType), ...logs.map(({ dataType }) => dataType)])] as (keyof typeof byDataType)[]
  return [
    ...differencesOfTotals('all', all, logs),
    ...types.flatMap((type) => {
      const ofType = logs.filter(({ dataType }) => dataType === type)
      const reported = byDataType[type]
      return reported ? differencesOfTotals(type, reported, ofType) : [`the statistics lack ${ofType.length} syncs of ${type}`]
    }),
    ...differencesOfDays(daily, logs),
  ]
}

const sum = (logs: readonly ERPSyncLog[], of: (log: ERPSyncLog) => number): number => logs.reduce((total, log) => total + of(log), 0)
const failures = (logs: readonly ERPSyncLog[]): number => logs.filter(({ status }) => status === 'error').length
const processed = (logs: readonly ERPSyncLog[]): number => sum(logs, ({ recordsProcessed }) => recordsProcessed)

function differencesOfTotals(name: string, { lastSyncDate, ...reported }: SyncTotals, logs: readonly ERPSyncLog[]): readonly string[] {
  const syncs = logs.length
  const successes = logs.filter(({ status }) => status === 'success').length
  const milliseconds = sum(logs, ({ duration = 0 }) => Math.max(0, Math.round(duration * 1000)))
  const expected: Omit<Required<SyncTotals>, 'lastSyncDate'> = {
    totalSyncs: syncs,
    successfulSyncs: successes,
    failedSyncs: failures(logs),
    avgSyncDuration: syncs === 0 ? 0 : Math.round(milliseconds / syncs) / 1000,
    totalRecordsProcessed: processed(logs),
    successRate: syncs === 0 ? 0 : successes / syncs,
  }
  const ends = logs.flatMap(({ completedAt }) => completedAt ?? []).sort()
  const latest = ends.at(-1)
  const isLatest = lastSyncDate === latest || (ends.includes(lastSyncDate ?? '') && msBetween(lastSyncDate, latest) <= latestWithinMs)
  return [
    ...differing(`the statistics of ${name}`, reported, expected),
    ...(isLatest ? [] : [`the statistics of ${name} say that the last sync was at ${lastSyncDate}, the logs say ${latest}`]),
  ]
}

const msBetween = (from: string | undefined, to: string | undefined): number => Math.abs(Date.parse(to ?? '') - Date.parse(from ?? ''))

function differencesOfDays(daily: ERPSyncStatistics['daily'], logs: readonly ERPSyncLog[]): readonly string[] {
  const dayOf = (log: ERPSyncLog) => log.completedAt?.slice(0, 10)
  const missing = [...new Set(logs.map(dayOf))].filter((date) => !daily.some((day) => day.date === date))
  return [
    ...missing.map((date) => `the statistics lack ${date}`),
    ...daily.flatMap(({ date, ...reported }) => {
      const ofDay = logs.filter((log) => dayOf(log) === date)
      return differing(`the statistics of ${date}`, reported, {
        syncs: ofDay.length,
        failed: failures(ofDay),
        recordsProcessed: processed(ofDay),
      })
    }),
  ]
}

function differing<Figures extends object>(name: string, reported: Figures, expected: Figures): readonly string[] {
  const fields = [...new Set([...Object.keys(reported), ...Object.keys(expected)])] as (keyof Figures & string)[]
  return fields.flatMap((field) =>
    reported[field] === expected[field] ? [] : [`${name} say ${field} ${reported[field]}, the logs say ${expected[field]}`],
  )
}
