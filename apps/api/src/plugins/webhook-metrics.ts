import type { Clock } from '@linkspan/core'
import type { RedisPorts } from '@linkspan/redis'
import { Gauge, type Registry } from 'prom-client'

interface WebhookMetricsOptions {
  readonly redis: Pick<RedisPorts, 'webhooks' | 'deliveries'>
  readonly clock: Clock
}

/** How many webhooks are sent to, and how far their receivers are behind. */
export function createWebhookMetrics(registry: Registry, { redis, clock }: WebhookMetricsOptions) {
  const registers = [registry]
  const webhooks = new Gauge({ name: 'linkspan_webhooks', help: 'Webhooks by status: active, paused.', labelNames: ['status'], registers })
  const oldest = new Gauge({
    name: 'linkspan_webhook_oldest_pending_seconds',
    help: 'How long ago the oldest event happened that was sent to an active webhook and not accepted yet; 0 if there is none.',
    registers,
  })

  return {
    gauges: [webhooks, oldest],
    async measure(): Promise<void> {
      const known = await redis.webhooks.all()
      const active = known.filter(({ pause }) => pause === null)
      webhooks.set({ status: 'active' }, active.length)
      webhooks.set({ status: 'paused' }, known.length - active.length)
      const counts = await Promise.all(active.map(({ id }) => redis.deliveries.counts(id)))
      const ages = counts.flatMap(({ oldestWaitingSince: at }) => (at === null ? [] : [(clock.now().getTime() - Date.parse(at)) / 1000]))
      oldest.set(Math.max(0, ...ages))
    },
  }
}
