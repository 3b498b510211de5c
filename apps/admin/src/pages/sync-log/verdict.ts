import type { ERPSyncLog } from '@linkspan/client'
import type { Texts } from '../../texts/en.ts'

/** What became of a run, in one sentence. */
export function verdictOf(run: ERPSyncLog, words: Texts['run']): string {
  const failure = run.errorMessage === undefined ? undefined : words.failure(run.errorDetails?.title, run.errorMessage)
  if (failure !== undefined && run.status === 'error') return failure
  if (run.status === 'success') return words.succeeded(run.recordsRead + run.recordsPushed, run.recordsFailed)
  if (run.status !== 'syncing') return failure === undefined ? words.waits : words.waitsAfter(failure)
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
