import type { ERPSyncLog, ERPSyncStatistics, SyncTotals } from '@linkspan/core'

/** Two workers may end runs at about the same time: either may be told as the latest. */
const latestWithinMs = 1000

/** Where the statistics of a connection report something else than all of its logs do. */
export function differencesOfStatistics(statistics: ERPSyncStatistics, logs: readonly ERPSyncLog[]): readonly string[] {
  const { byDataType, daily, ...all } = statistics
  const types = [...new Set([...Object.keys(byDataType), ...logs.map(({ dataType }) => dataType)])] as (keyof typeof byDataType)[]
  return [
    ...differencesOfTotals('all', all, logs),
    ...types.flatMap((type) => {
      const ofType = logs.filter(({ dataType }) => dataType === type)
      const told = byDataType[type]
      return told ? differencesOfTotals(type, told, ofType) : [`the statistics do not know ${ofType.length} syncs of ${type}`]
    }),
    ...differencesOfDays(daily, logs),
  ]
}

const sum = (logs: readonly ERPSyncLog[], of: (log: ERPSyncLog) => number): number => logs.reduce((total, log) => total + of(log), 0)
const failures = (logs: readonly ERPSyncLog[]): number => logs.filter(({ status }) => status === 'error').length
const processed = (logs: readonly ERPSyncLog[]): number => sum(logs, ({ recordsProcessed }) => recordsProcessed)

function differencesOfTotals(name: string, { lastSyncDate, ...told }: SyncTotals, logs: readonly ERPSyncLog[]): readonly string[] {
  const syncs = logs.length
  const successes = logs.filter(({ status }) => status === 'success').length
  const milliseconds = sum(logs, ({ duration = 0 }) => Math.max(0, Math.round(duration * 1000)))
  const real: Omit<Required<SyncTotals>, 'lastSyncDate'> = {
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
    ...different(`the statistics of ${name}`, told, real),
    ...(isLatest ? [] : [`the statistics of ${name} say that the last sync was at ${lastSyncDate}, the logs ${latest}`]),
  ]
}

const msBetween = (from: string | undefined, to: string | undefined): number => Math.abs(Date.parse(to ?? '') - Date.parse(from ?? ''))

function differencesOfDays(daily: ERPSyncStatistics['daily'], logs: readonly ERPSyncLog[]): readonly string[] {
  const dayOf = (log: ERPSyncLog) => log.completedAt?.slice(0, 10)
  const untold = [...new Set(logs.map(dayOf))].filter((date) => !daily.some((day) => day.date === date))
  return [
    ...untold.map((date) => `the statistics do not know ${date}`),
    ...daily.flatMap(({ date, ...told }) => {
      const ofDay = logs.filter((log) => dayOf(log) === date)
      return different(`the statistics of ${date}`, told, {
        syncs: ofDay.length,
        failed: failures(ofDay),
        recordsProcessed: processed(ofDay),
      })
    }),
  ]
}

function different<Figures extends object>(whose: string, told: Figures, real: Figures): readonly string[] {
  const names = [...new Set([...Object.keys(told), ...Object.keys(real)])] as (keyof Figures & string)[]
  return names.flatMap((name) => (told[name] === real[name] ? [] : [`${whose} say ${name} ${told[name]}, the logs ${real[name]}`]))
}
