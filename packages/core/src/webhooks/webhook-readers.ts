import { installation } from '../events/event-log.ts'
import type { EventReader } from '../events/wake-readers.ts'
import type { JobQueue } from '../jobs/contracts.ts'
import type { DeliveryStore, Lane } from './delivery-store.ts'
import type { KnownWebhook } from './webhook.ts'
import type { WebhookStore } from './webhook-store.ts'

export interface WakePorts {
  readonly deliveries: DeliveryStore
  readonly queue: JobQueue
  readonly webhooks: WebhookStore
}

/** Adds the job of a lane, unless its webhook is paused, and returns the job's id. */
export async function wakeLane(lane: Lane, { deliveries, queue }: WakePorts): Promise<string | null> {
  if (!(await deliveries.hold(lane))) return null
  return queue.enqueue('erp-delivery', lane, `${lane.replayId ? 'replay' : 'events'} · ${lane.source}`)
}

/** Every webhook as a reader of the event logs. It also adds the jobs of lanes whose job was lost. */
export async function webhookReaders(ports: WakePorts): Promise<readonly EventReader[]> {
  const webhooks = await ports.webhooks.all()
  await Promise.all(webhooks.map((webhook) => wakeOverdue(webhook, ports)))
  return webhooks.map((webhook) => readerOf(webhook, ports))
}

async function wakeOverdue({ id, pause }: KnownWebhook, ports: WakePorts): Promise<void> {
  if (pause) return
  for (const lane of await ports.deliveries.overdue(id)) {
    const jobId = await wakeLane(lane, ports)
    if (jobId !== null) await ports.queue.promote('erp-delivery', jobId) // it may wait for a time that no longer counts
  }
}

function readerOf({ id, connectionIds }: KnownWebhook, ports: WakePorts): EventReader {
  const isRead = (source: string): boolean => !connectionIds || source === installation || connectionIds.includes(source)
  return {
    async positions(sources) {
      const read = sources.filter(isRead)
      const found = new Map((await ports.deliveries.positions(id, read)).map((position, at) => [read[at], position]))
      return sources.map((source) => found.get(source) ?? null)
    },
    async wake(source) {
      await wakeLane({ webhookId: id, source }, ports)
    },
  }
}
