import { describeCause } from '../incidents/causes.ts'
import type { Incident } from '../incidents/incident.ts'

/** An incident that never happened, to see whether and how it would be told. */
export function madeUpIncident(id: string, now: Date): Incident {
  const { hint, whoActs } = describeCause('remote.unreachable')
  const at = now.toISOString()
  return {
    id,
    status: 'open',
    cause: 'remote.unreachable',
    severity: 'critical',
    connectionIds: [],
    dataTypes: [],
    title: 'This incident is made up: somebody tests a notification route',
    hint,
    whoActs,
    openedAt: at,
    updatedAt: at,
    occurrences: 1,
    timeline: [{ at, what: 'opened', message: 'Made up for a test' }],
  }
}
