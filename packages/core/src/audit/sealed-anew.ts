import type { Clock } from '../kernel/ports.ts'
import type { AuditAction, NewAuditEvent } from './audit.ts'

/** What the trail says of an item whose secrets were sealed with another key. Their values are the same. */
export const sealedAnew = (action: AuditAction, target: string, fields: readonly string[], clock: Clock): NewAuditEvent => ({
  at: clock.now().toISOString(),
  action,
  actor: { id: 'reseal', role: null, authentication: 'command' },
  ipAddress: null,
  userAgent: null,
  requestId: null,
  target,
  outcome: 'ok',
  changes: { sealedAnew: fields },
})
