import type { ERPSyncLog } from '@linkspan/client'
import type { Texts } from '../../texts/en.ts'

/** What became of a run, in one sentence. */
export function verdictOf(run: ERPSyncLog, words: Texts['run']): string {
  if (run.errorMessage !== undefined && run.status === 'error') return run.errorMessage
  if (run.status === 'success') return words.succeeded(run.recordsRead + run.recordsPushed, run.recordsFailed)
  if (run.status !== 'syncing') return run.errorMessage === undefined ? words.waits : words.waitsAfter(run.errorMessage)
  return run.recordsTotal === undefined ? words.works(run.recordsRead) : words.worksOf(run.recordsRead, run.recordsTotal)
}

const actors = {
  request: 'caller',
  setup: 'administrator',
  record: 'record_owner',
  transient: 'nobody',
  wait: 'nobody',
  bug: 'developers',
} as const satisfies Readonly<Record<string, keyof Texts['actors']>>

/** Who acts upon an error of this kind; undefined if the server does not say of which kind it is. */
export function actorOf(error: object): keyof Texts['actors'] | undefined {
  const kind = 'kind' in error ? error.kind : undefined
  return Object.entries(actors).find(([name]) => name === kind)?.[1]
}
