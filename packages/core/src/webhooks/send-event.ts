import type { ERPEvent } from '../events/event.ts'
import type { StoredEvent } from '../events/event-log.ts'
import { toAppError } from '../kernel/errors.ts'
import type { Metrics } from '../kernel/metrics.ts'
import type { Clock, Stopwatch } from '../kernel/ports.ts'
import type { SecretBox } from '../kernel/secret-box.ts'
import { inSpan, noTracing, type Span, type TraceHeaders, type Tracing } from '../kernel/tracing.ts'
import type { RunStore } from '../runs/run-store.ts'
import type { DeliveryAttempt } from './delivery.ts'
import type { StoredWebhook } from './webhook.ts'
import { openWebhookSecrets } from './webhook-secrets.ts'
import type { WebhookSender } from './webhook-sender.ts'

export interface SendPorts {
  readonly clock: Clock
  readonly metrics: Metrics
  readonly secrets: SecretBox
  readonly stopwatch: Stopwatch
  readonly runs: Pick<RunStore, 'get'>
  /** Without it nothing is traced. */
  readonly tracing?: Tracing
}

export interface Sent {
  readonly attempt: DeliveryAttempt
  readonly retryAfterMs?: number | undefined
}

/** An event and, as far as it is known, the run that has written it. */
type Told = ERPEvent & Pick<StoredEvent, 'runId'>

/** The body of a delivery. */
const bodyOf = ({ id, type, timestamp, data }: ERPEvent): string => JSON.stringify({ id, type, timestamp, data })

/** The trace of the run that has written the event; empty if no run has, if it was not traced, or if the store is away. */
async function traceOf({ runId, data }: Told, { runs }: SendPorts): Promise<TraceHeaders> {
  const id = runId ?? data.syncLogId
  const run = typeof id === 'string' ? await runs.get(id).catch(() => null) : null
  return run?.trace ?? {}
}

/** Makes one attempt to deliver an event, in the trace of its run. It never throws: what goes wrong is part of the attempt. */
export async function sendEvent(
  sender: WebhookSender,
  webhook: StoredWebhook,
  event: Told,
  trigger: DeliveryAttempt['trigger'],
  ports: SendPorts,
): Promise<Sent> {
  const { tracing = noTracing } = ports
  if (!tracing.isOn) return attemptToSend(sender, webhook, event, trigger, ports)
  const attributes = {
    'http.request.method': 'POST',
    'server.address': new URL(webhook.url).hostname,
    'linkspan.webhook.id': webhook.id,
    'linkspan.event.id': event.id,
    'linkspan.event.type': event.type,
  }
  const parent = await traceOf(event, ports)
  return inSpan(tracing, { name: 'deliver event', kind: 'client', attributes, parent }, async (span) => {
    const sent = await attemptToSend(sender, webhook, event, trigger, ports, span)
    const { status, error } = sent.attempt
    if (status !== null) span.set({ 'http.response.status_code': status })
    if (error) span.fail(status === null ? error.code : String(status))
    return sent
  })
}

async function attemptToSend(
  sender: WebhookSender,
  webhook: StoredWebhook,
  event: ERPEvent,
  trigger: DeliveryAttempt['trigger'],
  { clock, metrics, secrets, stopwatch }: SendPorts,
  span?: Span,
): Promise<Sent> {
  const at = clock.now()
  const started = stopwatch()
  const ended = (status: number | null) => {
    const ms = Math.round(stopwatch() - started)
    metrics.webhookAttempted({ webhookId: webhook.id, status, seconds: ms / 1000 })
    return { at: at.toISOString(), ms, status, trigger }
  }
  try {
    const signers = openWebhookSecrets(webhook, at, secrets)
    const message = { id: event.id, body: bodyOf(event), secrets: signers, ...(span && { headers: span.headers }) }
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
