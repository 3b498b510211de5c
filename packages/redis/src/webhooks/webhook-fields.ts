import { type KnownWebhook, StoredWebhook, WebhookPause } from '@linkspan/core'

/** The fields of a webhook's hash. Scripts use them by these names. */
export interface WebhookFields {
  readonly doc?: string
  readonly revision?: string
  /** Until this position, no log concerns the webhook: it did not exist yet. */
  readonly begins?: string
  readonly pause?: string
  readonly failures?: string
  /** Until then, in ms, nothing is sent. */
  readonly waitsUntil?: string
  readonly lastSuccessAt?: string
  readonly lastFailure?: string
}

/** Null if there is no webhook. Throws if what is stored does not fit. */
export function toWebhook(fields: WebhookFields): KnownWebhook | null {
  const { doc, revision, pause, failures, lastSuccessAt, lastFailure } = fields
  if (doc === undefined) return null
  return {
    ...StoredWebhook.parse({ ...JSON.parse(doc), revision: Number(revision) }),
    pause: pause === undefined ? null : WebhookPause.parse(JSON.parse(pause)),
    failuresInARow: Number(failures ?? 0),
    lastSuccessAt: lastSuccessAt ?? null,
    lastFailure: lastFailure === undefined ? null : (JSON.parse(lastFailure) as KnownWebhook['lastFailure']),
  }
}

export function toDoc({ revision: _, ...webhook }: StoredWebhook): string {
  return JSON.stringify(webhook)
}
