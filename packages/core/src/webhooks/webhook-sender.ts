import type { TraceHeaders } from '../kernel/tracing.ts'

/** A message to be signed and posted. */
export interface WebhookMessage {
  /** The `webhook-id`: the same each time the message is sent. */
  readonly id: string
  readonly body: string
  /** Besides those that every message has. */
  readonly headers?: TraceHeaders
  /** Each of them signs. */
  readonly secrets: readonly string[]
}

export interface WebhookAnswer {
  readonly status: number
  /** The first 4 kB. */
  readonly body: string
  /** How long the receiver asks to wait. */
  readonly retryAfterMs?: number
}

/** Connections to one receiver. */
export interface WebhookSender extends AsyncDisposable {
  /** Sends the message once. Resolves to the answer, whatever its status. Throws an AppError if there is none. */
  send(message: WebhookMessage): Promise<WebhookAnswer>
}

/** Opens connections to the receiver at this URL. An attempt that takes longer than `timeoutMs` fails. */
export type OpenWebhook = (url: string, timeoutMs: number) => WebhookSender

/** How long one attempt may take, in ms. */
export const attemptTimeoutMs = 15_000
