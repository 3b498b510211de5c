import type { ERPEvent } from '../events/event.ts'
import { toAppError } from '../kernel/errors.ts'
import type { Metrics } from '../kernel/metrics.ts'
import type { Clock, Stopwatch } from '../kernel/ports.ts'
import type { SecretBox } from '../kernel/secret-box.ts'
import type { DeliveryAttempt } from './delivery.ts'
import type { StoredWebhook } from './webhook.ts'
import { openWebhookSecrets } from './webhook-secrets.ts'
import type { WebhookSender } from './webhook-sender.ts'

export interface SendPorts {
  readonly clock: Clock
  readonly metrics: Metrics
  readonly secrets: SecretBox
  readonly stopwatch: Stopwatch
}

export interface Sent {
  readonly attempt: DeliveryAttempt
  readonly retryAfterMs?: number | undefined
}

/** The body of a delivery. */
const bodyOf = ({ id, type, timestamp, data }: ERPEvent): string => JSON.stringify({ id, type, timestamp, data })

/** Makes one attempt to deliver an event. It never throws: what goes wrong is part of the attempt. */
export async function sendEvent(
  sender: WebhookSender,
  webhook: StoredWebhook,
  event: ERPEvent,
  trigger: DeliveryAttempt['trigger'],
  { clock, metrics, secrets, stopwatch }: SendPorts,
): Promise<Sent> {
  const at = clock.now()
  const started = stopwatch()
  const ended = (status: number | null) => {
    const ms = Math.round(stopwatch() - started)
    metrics.webhookAttempted({ webhookId: webhook.id, status, seconds: ms / 1000 })
    return { at: at.toISOString(), ms, status, trigger }
  }
  try {
    const message = { id: event.id, body: bodyOf(event), secrets: openWebhookSecrets(webhook, at, secrets) }
    const { status, body, retryAfterMs } = await sender.send(message)
    return { attempt: { ...ended(status), answer: body, ...whyNotAccepted(status) }, retryAfterMs }
  } catch (thrown) {
    const { code, message } = toAppError(thrown)
    return { attempt: { ...ended(null), answer: '', error: { code, message } } }
  }
}

function whyNotAccepted(status: number): Pick<DeliveryAttempt, 'error'> {
  if (status >= 200 && status <= 299) return {}
  const hint = status >= 300 && status <= 399 ? ': redirects are not followed' : ''
  return { error: { code: `http.${status}`, message: `The receiver answered ${status}${hint}` } }
}
