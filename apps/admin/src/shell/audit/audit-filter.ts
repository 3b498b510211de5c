import type { AuditAction, AuditFilter } from '../../api/audit.ts'
import { texts } from '../../texts/texts.ts'

export const auditActions = Object.keys(texts.audit.did) as AuditAction[]

/** A filter, and which event is open. */
export interface AuditSearch extends AuditFilter {
  readonly peek?: string | undefined
}

const text = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isInstant = (value: unknown): value is string => text(value) && !Number.isNaN(Date.parse(value))

/** Reads the filter from the search parameters of an address. What is unknown is left out. */
export function readAuditSearch({ actor, action, target, since, until, peek }: Readonly<Record<string, unknown>>): AuditSearch {
  const known = auditActions.find((name) => name === action)
  return {
    ...(text(actor) && { actor }),
    ...(known && { action: known }),
    ...(text(target) && { target }),
    ...(isInstant(since) && { since }),
    ...(isInstant(until) && { until }),
    ...(text(peek) && { peek }),
  }
}
