import type { ERPSyncLog } from '@linkspan/client'
import type { Stream } from '../api/names.ts'
import type { Mark } from '../parts/state-mark/state-mark.tsx'
import { texts } from '../texts/texts.ts'

/** How a run, a stream and a connection are shown: the mark and the word. */
export interface Shown {
  readonly mark: Mark
  readonly word: string
}

const runMarks = { idle: 'idle', scheduled: 'wait', syncing: 'run', success: 'ok', error: 'error' } as const

export const shownRun = ({ status }: Pick<ERPSyncLog, 'status'>): Shown => ({ mark: runMarks[status], word: texts.runStatus[status] })

/** The last proven state: a stream that failed stays red while its retry works. */
export function shownStream({ lastRun, freshness, lastSuccessAt }: Stream): Shown {
  if (freshness.late) return { mark: 'warn', word: texts.streams.late }
  if (lastRun?.status === 'error') return { mark: 'error', word: texts.runStatus.error }
  return lastSuccessAt === undefined ? { mark: 'idle', word: texts.streams.never } : { mark: 'ok', word: texts.runStatus.success }
}

const connectionMarks = { active: 'ok', inactive: 'idle', error: 'error', testing: 'run' } as const

export const shownConnection = (status: keyof typeof connectionMarks): Shown => ({
  mark: connectionMarks[status],
  word: texts.connectionStatus[status],
})

/** Why a run ended as it did, in a few words: its failure, or what made it small. */
export function whyOf(run: ERPSyncLog): string {
  if (run.errorMessage) return texts.run.failure(run.errorDetails?.title, run.errorMessage)
  if (run.status === 'syncing') return texts.runs.page(run.pages)
  if (run.status !== 'success') return ''
  if (run.recordsRead === 0 && run.recordsPushed === 0) return texts.runs.nothing
  return run.recordsUnchanged > 0 ? texts.runs.unchanged(run.recordsUnchanged) : ''
}
