import type { IncidentStore } from './incidents/incident-store.ts'
import { observeInstallation } from './incidents/observe.ts'
import { parts } from './incidents/parts.ts'
import { everyPage } from './kernel/every-page.ts'
import type { Clock } from './kernel/ports.ts'
import type { KnownWebhook } from './webhooks/webhook.ts'
import type { WebhookStore } from './webhooks/webhook-store.ts'

export interface WatchWebhookPorts {
  readonly clock: Clock
  readonly incidents: Pick<IncidentStore, 'observe' | 'openParts' | 'resolve'>
  readonly webhooks: Pick<WebhookStore, 'all'>
}

const pageSize = 1000

/**
 * Opens an incident for each webhook that is paused because it did not accept events, and closes those of webhooks that are resumed or
 * gone. One that a person has paused is no incident. Called every few seconds; it compares states, so a call that is missed loses nothing.
 */
export async function watchWebhooks({ clock, incidents, webhooks }: WatchWebhookPorts): Promise<void> {
  const inTrouble = new Map<string, KnownWebhook>()
  for (const webhook of await webhooks.all()) if (hasFailed(webhook)) inTrouble.set(parts.webhook(webhook.id), webhook)
  const told = new Set<string>()
  for await (const page of everyPage((cursor) => incidents.openParts({ limit: pageSize, cursor })))
    for (const part of page.filter((one) => one.startsWith('hook_'))) {
      told.add(part)
      const message = 'The webhook was resumed, switched off or deleted'
      if (!inTrouble.has(part)) await incidents.resolve({ kind: 'resolve', part, message, at: clock.now().toISOString() })
    }
  for (const [part, { url, pause }] of inTrouble) {
    if (told.has(part) || !pause) continue
    const subject = new URL(url).host // the rest of a URL may be a secret
    await incidents.observe(observeInstallation({ cause: 'webhook.paused', parts: [part], message: pause.message, at: pause.at, subject }))
  }
}

const hasFailed = ({ pause }: KnownWebhook): boolean => pause !== null && pause.code !== 'person'
