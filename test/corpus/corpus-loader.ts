import type { ERPSyncLog } from '@linkspan/core'
import type { Stack } from '../stack/stack.ts'
import type { CorpusCase } from './corpus-case.ts'

/** A case whose connection exists. */
export interface OpenCase {
  readonly connectionId: string
  readonly dataType: string
  /** Makes the input of run `number` (from 1) available. */
  prepare(number: number): Promise<void>
  /** Runs a sync, and returns its log. */
  run(): Promise<ERPSyncLog>
  /** What the ERP's side shows after the run, compared with `seen` of the expected run. */
  seen?(): Promise<Readonly<Record<string, unknown>>>
}

/** Runs the cases of one folder of the corpus. */
export interface CorpusLoader extends AsyncDisposable {
  open(given: CorpusCase): Promise<OpenCase>
}

/** Starts what all cases of a loader share, such as a server. Called once, if the corpus has a case for it. */
export type StartLoader = (stack: Stack) => Promise<CorpusLoader>
