import { z } from 'zod'
import type { createCommands } from '../audit/command.ts'
import { AppError } from '../kernel/errors.ts'
import { matchesEtag } from '../kernel/matches-etag.ts'
import { mergePatch } from '../kernel/merge-patch.ts'
import type { Clock, Ids } from '../kernel/ports.ts'
import type { SecretBox } from '../kernel/secret-box.ts'
import { type KnownWebhook, NewWebhook, type StoredWebhook, WebhookChange, type WebhookPause } from './webhook.ts'
import { newWebhookId, newWebhookSecret } from './webhook-id.ts'
import { rotated, sealWebhookSecret } from './webhook-secrets.ts'
import type { WebhookStore } from './webhook-store.ts'

export interface WebhookPorts {
  readonly clock: Clock
  readonly ids: Ids
  readonly secrets: SecretBox
  readonly webhooks: WebhookStore
}

/** Returns the webhook. Throws `request.not-found` if there is none. */
export async function mustGetWebhook(webhooks: WebhookStore, id: string): Promise<KnownWebhook> {
  const webhook = await webhooks.get(id)
  if (!webhook) throw new AppError('request.not-found', `There is no webhook ${id}`)
  return webhook
}

const ById = z.object({ id: z.string() })

/** Changes of webhooks. Those that make a secret return it, and it is never shown again. */
export function webhookCommands(command: ReturnType<typeof createCommands>, { clock, ids, secrets, webhooks }: WebhookPorts) {
  const pausedBy = (callerId: string): WebhookPause => ({
    at: clock.now().toISOString(),
    code: 'person',
    message: `${callerId} has switched it off`,
  })

  const create = command({
    action: 'erp_webhook_created',
    role: 'admin',
    input: NewWebhook,
    async run({ enabled, ...input }, caller) {
      const id = newWebhookId(ids)
      const secret = newWebhookSecret(ids)
      const now = clock.now().toISOString()
      const sealed = sealWebhookSecret(id, secret, secrets)
      await webhooks.create({ id, ...input, secret: sealed, createdAt: now, updatedAt: now, createdBy: caller.id, revision: 1 })
      if (!enabled) await webhooks.pause(id, pausedBy(caller.id))
      const { url, events } = input
      return { output: { webhook: await mustGetWebhook(webhooks, id), secret }, target: id, changes: { url, events, enabled } }
    },
  })

  const update = command({
    action: 'erp_webhook_updated',
    role: 'admin',
    input: ById.extend({ change: WebhookChange, ifMatch: z.string().optional() }),
    async run({ id, change: { enabled, ...fields }, ifMatch }, caller) {
      await changeStored(id, (before) => mergePatch(before, fields) as StoredWebhook, ifMatch)
      if (enabled === true) await webhooks.resume(id)
      if (enabled === false) await webhooks.pause(id, pausedBy(caller.id))
      const changes = { ...fields, ...(enabled !== undefined && { enabled }) }
      return { output: await mustGetWebhook(webhooks, id), target: id, changes }
    },
  })

  const rotateSecret = command({
    action: 'erp_webhook_secret_rotated',
    role: 'admin',
    input: ById,
    async run({ id }) {
      const secret = newWebhookSecret(ids)
      const sealed = sealWebhookSecret(id, secret, secrets)
      await changeStored(id, (before) => ({ ...before, ...rotated(before, sealed, clock.now()) }))
      return { output: { webhook: await mustGetWebhook(webhooks, id), secret }, target: id, changes: { secret: 'changed' } }
    },
  })

  const remove = command({
    action: 'erp_webhook_deleted',
    role: 'admin',
    input: ById,
    async run({ id }) {
      const { url } = await mustGetWebhook(webhooks, id)
      await webhooks.remove(id)
      return { output: undefined, target: id, changes: { url } }
    },
  })

  /** Without an ETag, the change is made again on top if another one was faster. */
  async function changeStored(id: string, change: (before: StoredWebhook) => StoredWebhook, ifMatch?: string): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      const { pause, failuresInARow, lastSuccessAt, lastFailure, ...before } = await mustGetWebhook(webhooks, id)
      if (ifMatch !== undefined && !matchesEtag(ifMatch, before.revision))
        throw new AppError('request.stale', `Webhook ${id} was changed by someone else; its ETag is now "${before.revision}"`)
      try {
        await webhooks.update({ ...change(before), updatedAt: clock.now().toISOString() })
        return
      } catch (thrown) {
        const isStale = thrown instanceof AppError && thrown.code === 'request.stale'
        if (!isStale || ifMatch !== undefined || tries === maxTries) throw thrown
      }
    }
  }

  return { create, update, rotateSecret, remove }
}

const maxTries = 20
