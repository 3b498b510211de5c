import { Webhook } from 'standardwebhooks'

export type SignedHeaders = Readonly<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>>

export interface Message {
  /** The same each time the message is sent. */
  readonly id: string
  /** When this attempt is made. */
  readonly at: Date
  readonly body: string
}

/**
 * The headers that prove who sent a message, as Standard Webhooks has them: one signature for each secret (`whsec_…`), so that a receiver
 * that knows one of them can verify it.
 */
export function signMessage(secrets: readonly string[], { id, at, body }: Message): SignedHeaders {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  }
}
