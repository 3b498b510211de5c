import type { Listing, PageQuery } from '../kernel/listing.ts'
import type { KnownWebhook, StoredWebhook, WebhookPause } from './webhook.ts'

/** The webhooks of the installation. */
export interface WebhookStore {
  /** Adds a webhook. It gets the events that happen from now on. */
  create(webhook: StoredWebhook): Promise<void>
  get(id: string): Promise<KnownWebhook | null>
  /** Newest first. */
  list(query: PageQuery): Promise<Listing<KnownWebhook>>
  all(): Promise<readonly KnownWebhook[]>
  /**
   * Replaces the webhook whose revision is that of `webhook`, which grows by one. Throws `request.stale` if it was changed meanwhile, and
   * `request.not-found` if it was deleted.
   */
  update(webhook: StoredWebhook): Promise<void>
  /** Deletes a webhook and its deliveries. */
  remove(id: string): Promise<void>
  /** Stops sending. The reason of an earlier pause stays. */
  pause(id: string, pause: WebhookPause): Promise<void>
  /** Sends again, beginning with what was held back meanwhile, and forgets earlier failures. */
  resume(id: string): Promise<void>
}
