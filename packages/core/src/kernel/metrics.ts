/** One call to an ERP. `status` is null if no answer came. */
export interface ErpCall {
  readonly status: number | null
  readonly seconds: number
}

/** The figures of a run that has ended. `code` is the error's code, or null after a success. */
export interface EndedSync {
  readonly connectionId: string
  readonly connector: string
  readonly dataType: string
  readonly direction: string
  readonly status: 'success' | 'error'
  readonly code: string | null
  readonly seconds: number
  /** The number of records for each outcome. */
  readonly records: Readonly<Record<string, number>>
}

/** One execution of a job. `waitSeconds` is the time from when it could start to when it did, or null if unknown. */
export interface JobExecution {
  readonly queue: string
  readonly outcome: 'done' | 'later' | 'failed' | 'thrown'
  readonly seconds: number
  readonly waitSeconds: number | null
}

/** One attempt to deliver an event to a webhook. `status` is null if no answer came. */
export interface WebhookAttempt {
  readonly webhookId: string
  readonly status: number | null
  readonly seconds: number
}

/** One attempt to send a notification. `code` is the error's code, or null if the receiver has taken it. */
export interface NotificationAttempt {
  readonly channel: string
  readonly code: string | null
}

/** What operators watch. These calls never throw and never block. */
export interface Metrics {
  erpCalled(of: { readonly connectionId: string; readonly connector: string }, call: ErpCall): void
  syncEnded(sync: EndedSync): void
  jobLeft(job: JobExecution): void
  webhookAttempted(attempt: WebhookAttempt): void
  notificationAttempted(attempt: NotificationAttempt): void
}

export const noMetrics: Metrics = { erpCalled() {}, syncEnded() {}, jobLeft() {}, webhookAttempted() {}, notificationAttempted() {} }
