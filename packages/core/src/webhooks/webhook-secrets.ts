import { sealingContext } from '../connections/sealing.ts'
import type { Sealed, SecretBox } from '../kernel/secret-box.ts'
import type { StoredWebhook } from './webhook.ts'

type Secrets = Pick<StoredWebhook, 'secret' | 'oldSecret'>

/** How long the secret before a rotation signs along. */
export const oldSecretLastsMs = 24 * 3_600_000

const contextOf = (webhookId: string): string => sealingContext(webhookId, 'secret')

export const sealWebhookSecret = (webhookId: string, plain: string, box: SecretBox): Sealed => box.seal(plain, contextOf(webhookId))

/** The secrets that sign a delivery at this time, the newest first. */
export function openWebhookSecrets({ id, secret, oldSecret }: Secrets & { readonly id: string }, at: Date, secrets: SecretBox): string[] {
  const inForce = oldSecret && at.toISOString() < oldSecret.until ? [secret, oldSecret.sealed] : [secret]
  return inForce.map((sealed) => secrets.open(sealed, contextOf(id)))
}

/** The secrets after a rotation: the present one becomes the old one. */
export const rotated = (before: Secrets, next: Sealed, at: Date): Secrets => ({
  secret: next,
  oldSecret: { sealed: before.secret, until: new Date(at.getTime() + oldSecretLastsMs).toISOString() },
})

/** The secrets sealed with the first key of the keyring; null if they are already. */
export function resealedSecrets({ id, secret, oldSecret }: Secrets & { readonly id: string }, box: SecretBox): Secrets | null {
  if (box.isCurrent(secret) && (!oldSecret || box.isCurrent(oldSecret.sealed))) return null
  return {
    secret: box.reseal(secret, contextOf(id)),
    ...(oldSecret && { oldSecret: { ...oldSecret, sealed: box.reseal(oldSecret.sealed, contextOf(id)) } }),
  }
}
