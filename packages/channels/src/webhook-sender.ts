import type { Clock, OpenWebhook, OutboundPolicy } from '@linkspan/core'
import { createPoster } from './http/poster.ts'
import { signMessage } from './standard-webhooks/sign-message.ts'

export interface WebhookSenderOptions {
  readonly outbound: OutboundPolicy
  readonly clock: Clock
}

/** Sends webhooks: JSON that is signed after Standard Webhooks, anew for each attempt. */
export function createOpenWebhook({ outbound, clock }: WebhookSenderOptions): OpenWebhook {
  return (text, timeoutMs) => {
    const url = new URL(text)
    const poster = createPoster({ origin: url.origin, outbound, timeoutMs, clock })
    const never = new AbortController().signal
    return {
      send({ id, body, secrets, headers: own = {} }) {
        const headers = { ...own, 'content-type': 'application/json', ...signMessage(secrets, { id, at: clock.now(), body }) }
        return poster.post({ url, headers, body }, never)
      },
      [Symbol.asyncDispose]: () => poster[Symbol.asyncDispose](),
    }
  }
}
