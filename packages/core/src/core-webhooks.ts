import type { createCommands } from './audit/command.ts'
import type { PageQuery } from './kernel/listing.ts'
import { type DeliveryPorts, deliveryCommands, mustGetDelivery } from './webhooks/delivery-commands.ts'
import type { DeliveryQuery } from './webhooks/delivery-store.ts'
import type { ShowPorts } from './webhooks/show-webhook.ts'
import { showWebhook } from './webhooks/show-webhook.ts'
import type { KnownWebhook, Webhook } from './webhooks/webhook.ts'
import { mustGetWebhook, type WebhookPorts, webhookCommands } from './webhooks/webhook-commands.ts'

export type CoreWebhookPorts = WebhookPorts & DeliveryPorts & ShowPorts

/** A webhook with the ETag that guards its next change. */
export interface VersionedWebhook {
  readonly webhook: Webhook
  readonly etag: string
}

/** What the outside may ask of webhooks. */
export function coreWebhooks(command: ReturnType<typeof createCommands>, ports: CoreWebhookPorts) {
  const { deliveries, webhooks } = ports
  const commands = webhookCommands(command, ports)
  const versioned = async (webhook: KnownWebhook): Promise<VersionedWebhook> => ({
    webhook: await showWebhook(webhook, ports),
    etag: `"${webhook.revision}"`,
  })
  const withSecret = async ({ webhook, secret }: { readonly webhook: KnownWebhook; readonly secret: string }) => {
    const shown = await versioned(webhook)
    return { ...shown, webhook: { ...shown.webhook, secret } }
  }

  return {
    create: async (...args: Parameters<typeof commands.create>) => withSecret(await commands.create(...args)),
    update: async (...args: Parameters<typeof commands.update>) => versioned(await commands.update(...args)),
    rotateSecret: async (...args: Parameters<typeof commands.rotateSecret>) => withSecret(await commands.rotateSecret(...args)),
    remove: commands.remove,
    ...deliveryCommands(command, ports),
    get: async (id: string) => versioned(await mustGetWebhook(webhooks, id)),
    async list(query: PageQuery) {
      const { items, next } = await webhooks.list(query)
      return { items: await Promise.all(items.map((webhook) => showWebhook(webhook, ports))), next }
    },
    async deliveries(id: string, query: DeliveryQuery) {
      await mustGetWebhook(webhooks, id)
      return deliveries.list(id, query)
    },
    async delivery(id: string, deliveryId: string) {
      await mustGetWebhook(webhooks, id)
      return mustGetDelivery(deliveries, id, deliveryId)
    },
    /** The delivery as soon as it has more than `attempts` attempts; null if `signal` aborts first. */
    waitForAttempt: (id: string, deliveryId: string, attempts: number, signal: AbortSignal) =>
      deliveries.waitForAttempt(id, deliveryId, attempts, signal),
  }
}
