import { dataTypeIds, type ERPSyncStatistics, type SyncTotals } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'

const days = 30
const dayMs = 86_400_000

/** Reads the running totals: a fixed number of small hashes in one round trip, however many logs there are. */
export async function readStatistics(client: RedisClient, keys: Keys, connectionId: string, now: Date): Promise<ERPSyncStatistics> {
  const dates = Array.from({ length: days }, (_, ago) => new Date(now.getTime() - (days - 1 - ago) * dayMs).toISOString().slice(0, 10))
  const hash = (part: string) => client.hgetall(keys.statistics(connectionId, part))
  const [all, types, daily] = await Promise.all([hash('all'), Promise.all(dataTypeIds.map(hash)), Promise.all(dates.map(hash))])
  return {
    ...toTotals(all),
    byDataType: Object.fromEntries(
      dataTypeIds
        .map((type, at) => [type, types[at] ?? {}] as const)
        .filter(([, stored]) => stored.syncs)
        .map(([type, stored]) => [type, toTotals(stored)]),
    ),
    daily: dates.map((date, at) => ({
      date,
      syncs: Number(daily[at]?.syncs ?? 0),
      failed: Number(daily[at]?.error ?? 0),
      recordsProcessed: Number(daily[at]?.records ?? 0),
    })),
  }
}

function toTotals(stored: Readonly<Record<string, string>>): SyncTotals {
  const totalSyncs = Number(stored.syncs ?? 0)
  const successfulSyncs = Number(stored.success ?? 0)
  return {
    totalSyncs,
    successfulSyncs,
    failedSyncs: Number(stored.error ?? 0),
    ...(stored.last && { lastSyncDate: new Date(Number(stored.last)).toISOString() }),
    avgSyncDuration: totalSyncs === 0 ? 0 : Math.round(Number(stored.ms ?? 0) / totalSyncs) / 1000,
    totalRecordsProcessed: Number(stored.records ?? 0),
    successRate: totalSyncs === 0 ? 0 : successfulSyncs / totalSyncs,
  }
}
