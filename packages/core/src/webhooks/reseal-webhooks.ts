import type { AuditLog } from '../audit/audit.ts'
import { sealedAnew } from '../audit/sealed-anew.ts'
import { toAppError } from '../kernel/errors.ts'
import type { Clock } from '../kernel/ports.ts'
import type { SecretBox } from '../kernel/secret-box.ts'
import type { KnownWebhook } from './webhook.ts'
import { resealedSecrets } from './webhook-secrets.ts'
import type { WebhookStore } from './webhook-store.ts'

export interface ResealWebhookPorts {
  readonly audit: AuditLog
  readonly clock: Clock
  readonly secrets: SecretBox
  readonly webhooks: WebhookStore
}

/** Seals the secrets of all webhooks with the first key of the keyring, as `resealConnections` does with credentials. */
export async function resealWebhooks(ports: ResealWebhookPorts, { dryRun }: { readonly dryRun: boolean }) {
  const found = { resealed: 0, current: 0, failed: [] as { id: string; name: string; reason: string }[] }
  for (const webhook of await ports.webhooks.all()) {
    try {
      found[(await reseal(webhook, ports, dryRun)) ? 'resealed' : 'current'] += 1
    } catch (thrown) {
      const { code, message } = toAppError(thrown)
      if (code === 'store.unavailable') throw thrown
      if (code !== 'request.not-found') found.failed.push({ id: webhook.id, name: webhook.url, reason: message })
    }
  }
  return found
}

/** Reseals the secrets of one webhook, which is read again if somebody changes it meanwhile. Returns whether there was anything to do. */
async function reseal(listed: KnownWebhook, { audit, clock, secrets, webhooks }: ResealWebhookPorts, dryRun: boolean): Promise<boolean> {
  for (let known: KnownWebhook | null = listed; known; known = await webhooks.get(listed.id)) {
    const resealed = resealedSecrets(known, secrets)
    if (resealed === null) return false
    if (dryRun) return true
    const { pause, failuresInARow, lastSuccessAt, lastFailure, ...stored } = known
    try {
      await webhooks.update({ ...stored, ...resealed })
    } catch (thrown) {
      if (toAppError(thrown).code === 'request.stale') continue
      throw thrown
    }
    await audit.append(sealedAnew('erp_webhook_updated', listed.id, Object.keys(resealed), clock))
    return true
  }
  return false
}
