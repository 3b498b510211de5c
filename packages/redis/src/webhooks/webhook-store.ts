import { AppError, deliveryStatuses, describeError, type KnownWebhook, type Logger, type WebhookStore } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import { idOfMember, indexMember, type Keys } from '../keys.ts'
import { pageThroughIndex } from '../paging/index-pages.ts'
import { toDoc, toWebhook } from './webhook-fields.ts'
import { createWebhook, pauseWebhook, resumeWebhook, updateWebhook } from './webhook-scripts.ts'

/** Webhooks, and an index over all of them. It lies on another node of a cluster, so readers skip entries without a webhook. */
export function redisWebhooks(client: RedisClient, keys: Keys, logger: Logger): WebhookStore {
  const callCreate = createWebhook.on(client)
  const callUpdate = updateWebhook.on(client)
  const callPause = pauseWebhook.on(client)
  const callResume = resumeWebhook.on(client)

  const get = async (id: string): Promise<KnownWebhook | null> => toWebhook(await client.hgetall(keys.webhook(id)))
  /** One that cannot be read must not stop the others. */
  const getReadable = (id: string): Promise<KnownWebhook | null> =>
    get(id).catch((thrown: unknown) => {
      if (thrown instanceof AppError || (thrown as Error).name !== 'ZodError') throw thrown
      logger.error({ webhookId: id, error: describeError(thrown) }, 'A stored webhook cannot be read; nothing is sent to it')
      return null
    })

  return {
    get,
    async create({ id, createdAt, revision, ...rest }) {
      await client.zadd(keys.webhooks, 0, indexMember(createdAt, id))
      const doc = toDoc({ id, createdAt, revision, ...rest })
      await callCreate({ keys: { webhook: keys.webhook(id) }, args: { doc, revision } })
    },
    list: (query) => pageThroughIndex(client, { ...query, keys: [keys.webhooks] }, (ids) => Promise.all(ids.map(getReadable))),
    async all() {
      const ids = (await client.zrange(keys.webhooks, '0', '-1')).map(idOfMember)
      return (await Promise.all(ids.map(getReadable))).filter((webhook) => webhook !== null)
    },
    async update({ id, revision, ...rest }) {
      const doc = toDoc({ id, revision, ...rest })
      const answer = await callUpdate({ keys: { webhook: keys.webhook(id) }, args: { doc, revision, next: revision + 1 } })
      if (answer === 'GONE') throw new AppError('request.not-found', `Webhook ${id} was deleted`)
      if (answer === 'STALE') throw new AppError('request.stale', `Webhook ${id} was changed by someone else`)
    },
    /** The deliveries themselves expire. */
    async remove(id) {
      const created = (await client.zrange(keys.webhooks, '0', '-1')).find((member) => idOfMember(member) === id)
      await client.unlink(
        keys.webhook(id),
        keys.webhookPositions(id),
        keys.webhookClaims(id),
        keys.webhookTroubles(id),
        keys.webhookHeld(id),
        keys.webhookPermits(id),
        ...(['all', ...deliveryStatuses] as const).map((attribute) => keys.webhookDeliveries(id, attribute)),
      )
      if (created !== undefined) await client.zrem(keys.webhooks, created)
    },
    async pause(id, pause) {
      await callPause({ keys: { webhook: keys.webhook(id) }, args: { pause: JSON.stringify(pause) } })
    },
    async resume(id) {
      await callResume({
        keys: { webhook: keys.webhook(id), troubles: keys.webhookTroubles(id), held: keys.webhookHeld(id) },
        args: {},
      })
    },
  }
}
