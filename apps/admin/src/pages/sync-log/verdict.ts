import type { ERPSyncLog } from '@linkspan/client'
import type { Texts } from '../../texts/en.ts'

/** What became of a run, in one sentence. */
export function verdictOf(run: ERPSyncLog, words: Texts['run']): string {
  if (run.errorMessage !== undefined && run.status === 'error') return run.errorMessage
  if (run.status === 'success') return words.succeeded(run.recordsRead + run.recordsPushed)
  if (run.status !== 'syncing') return words.waits
  return run.recordsTotal === undefined ? words.works(run.recordsRead) : words.worksOf(run.recordsRead, run.recordsTotal)
}
