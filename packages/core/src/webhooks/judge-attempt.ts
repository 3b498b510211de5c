import type { DeliveryAttempt } from './delivery.ts'
import type { WebhookPause } from './webhook.ts'

/** What happens after an attempt. */
export type Verdict =
  | { readonly kind: 'accepted' }
  /** The event is sent again at `at`. Until `allWaitUntil`, nothing at all is sent to this webhook. */
  | { readonly kind: 'retry'; readonly at: Date; readonly allWaitUntil?: Date }
  | { readonly kind: 'pause'; readonly pause: WebhookPause }

export interface Trouble {
  /** How often this event was sent in vain, this attempt included, since the webhook was last resumed. */
  readonly tries: number
  /** When it was first sent in vain. */
  readonly since: Date
  /** How many attempts of the webhook have failed in a row, whatever the event, this one included. */
  readonly failuresInARow: number
}

export interface Judging {
  readonly now: Date
  readonly random: () => number
  /** How long the receiver asks to wait. */
  readonly retryAfterMs?: number | undefined
}

/** An event that was not accepted for so long is not sent again, and the webhook is paused. */
export const givenUpAfterMs = 24 * 3_600_000
/** From so many failures in a row, whatever the event, the receiver counts as down: then one attempt at a time asks whether it is back. */
export const downAfterFailures = 5
const baseMs = 5000
const maxMs = 3_600_000
const maxDownMs = 300_000

/** From half to all of base × 2^(failures − 1), at most `max`. */
const backoff = (failures: number, max: number, random: () => number): number =>
  Math.round(Math.min(max, baseMs * 2 ** Math.min(failures - 1, 30)) * (0.5 + random() / 2))

const later = (now: Date, ms: number): Date => new Date(now.getTime() + ms)

export function judgeAttempt({ status, error }: DeliveryAttempt, trouble: Trouble, { now, random, retryAfterMs }: Judging): Verdict {
  if (status !== null && status >= 200 && status <= 299) return { kind: 'accepted' }
  const pause = (code: WebhookPause['code'], message: string): Verdict => ({
    kind: 'pause',
    pause: { at: now.toISOString(), code, message },
  })
  if (status === 410) return pause('gone', 'The receiver answered 410 Gone, so nothing more is sent to it')
  if (now.getTime() - trouble.since.getTime() >= givenUpAfterMs)
    return pause('failing', `An event was not accepted for 24 hours. The latest attempt: ${error?.message ?? `HTTP ${status}`}`)

  const isDown = trouble.failuresInARow >= downAfterFailures
  const downMs = isDown ? backoff(trouble.failuresInARow - downAfterFailures + 1, maxDownMs, random) : 0
  const allWaitMs = Math.max(downMs, retryAfterMs ?? 0)
  const untilLastTry = trouble.since.getTime() + givenUpAfterMs - now.getTime()
  return {
    kind: 'retry',
    at: later(now, Math.min(untilLastTry, Math.max(backoff(trouble.tries, maxMs, random), allWaitMs))),
    ...(allWaitMs > 0 && { allWaitUntil: later(now, allWaitMs) }),
  }
}
