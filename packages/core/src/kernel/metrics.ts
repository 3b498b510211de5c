/** One call to an ERP. `status` is null where no answer came. */
export interface ErpCall {
  readonly status: number | null
  readonly seconds: number
}

/** A run that has ended, in figures. `code` is that of the error, null after a success. */
export interface EndedSync {
  readonly connectionId: string
  readonly connector: string
  readonly dataType: string
  readonly direction: string
  readonly status: 'success' | 'error'
  readonly code: string | null
  readonly seconds: number
  /** Records by what became of them. */
  readonly records: Readonly<Record<string, number>>
}

/** One execution of a job. `waitSeconds`: from when it could start to when it did; null where that is not known. */
export interface JobExecution {
  readonly queue: string
  readonly outcome: 'done' | 'later' | 'failed' | 'thrown'
  readonly seconds: number
  readonly waitSeconds: number | null
}

/** What operators watch. Nothing here ever fails or waits. */
export interface Metrics {
  erpCalled(of: { readonly connectionId: string; readonly connector: string }, call: ErpCall): void
  syncEnded(sync: EndedSync): void
  jobLeft(job: JobExecution): void
}

export const noMetrics: Metrics = { erpCalled() {}, syncEnded() {}, jobLeft() {} }
