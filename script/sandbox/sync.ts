import type { DataTypeId, ERPSyncLog } from '@linkspan/core'
import type { Client } from './client.ts'
import { bar, green, say } from './terminal.ts'

/** Starts a sync and prints its progress. Throws unless it ends with success. */
export async function sync(client: Client, connectionId: string, dataType: DataTypeId, request: object = {}): Promise<ERPSyncLog> {
  const begun = performance.now()
  say(`  Syncing ${dataType} …`)
  const started = await client.call<ERPSyncLog>('POST', `/erp/connections/${connectionId}/sync`, { dataType, ...request })
  const line = bar()
  let log = started
  for await (const now of client.events<ERPSyncLog>(`/erp/sync-logs/${started.id}/events`)) {
    log = now
    const rate = Math.round(now.recordsRead / ((performance.now() - begun) / 1000))
    line.show(now.progress, `${now.recordsRead} of ${now.recordsTotal ?? '?'} records, page ${now.pages}, ${rate}/s`)
  }
  line.end()
  if (log.status !== 'success') throw new Error(`The sync of ${dataType} ended with "${log.status}": ${log.errorMessage}`)
  const { recordsCreated, recordsUpdated, recordsUnchanged, recordsPushed, recordsFailed, duration } = log
  const counts = [
    [recordsCreated, 'new'],
    [recordsUpdated, 'changed'],
    [recordsUnchanged, 'unchanged'],
    [recordsPushed, 'sent'],
    [recordsFailed, 'rejected'],
  ] as const
  const shown = counts
    .filter(([count, word]) => count > 0 || word === 'new' || word === 'rejected')
    .map(([count, word]) => `${count} ${word}`)
  say(`${green('✓')} ${dataType}: ${shown.join(', ')} in ${duration} s (${log.id})`)
  return log
}
