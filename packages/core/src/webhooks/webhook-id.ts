import type { Ids } from '../kernel/ports.ts'

export const newWebhookId = (ids: Ids): string => `hook_${ids.random(16)}`

/** A secret as Standard Webhooks has it: 32 characters of base64, which are 24 bytes. */
export const newWebhookSecret = (ids: Ids): string => `whsec_${ids.random(32)}`
