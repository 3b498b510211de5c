import { type Incident, randomIds } from '@linkspan/core'
import type { NotificationHarness } from './notification-harness.ts'

/** An incident of a connection that is opened now, with these fields changed. */
export function openIncident({ clock }: NotificationHarness, connectionId: string, changes: Partial<Incident> = {}): Incident {
  const at = clock.now().toISOString()
  return {
    id: `inc_${randomIds.random(16)}`,
    status: 'open',
    cause: 'remote.unreachable',
    severity: 'critical',
    connectionId,
    connectionIds: [connectionId],
    dataTypes: ['orders'],
    title: 'The ERP cannot be reached: orders of "SAP Production"',
    hint: 'Check the host.',
    whoActs: 'erp_operator',
    openedAt: at,
    updatedAt: at,
    occurrences: 1,
    timeline: [],
    ...changes,
  }
}

export const closed = ({ clock }: NotificationHarness, incident: Incident): Incident => {
  const at = clock.now().toISOString()
  return { ...incident, status: 'closed', closedAt: at, updatedAt: at }
}
