import type { Incident } from '../../incidents/incident.ts'

/** An open incident of one connection, with these fields changed. */
export const incident = (changes: Partial<Incident> = {}): Incident => ({
  id: 'inc_1',
  status: 'open',
  cause: 'remote.unreachable',
  severity: 'warning',
  connectionId: 'erp_1',
  connectionIds: ['erp_1'],
  dataTypes: ['orders'],
  title: 'Orders of "SAP Production" have failed since 09:00: connect ECONNREFUSED',
  hint: 'Check the host, the port, and the firewall.',
  whoActs: 'erp_operator',
  openedAt: '2026-03-04T09:00:00.000Z',
  updatedAt: '2026-03-04T09:00:00.000Z',
  occurrences: 1,
  timeline: [],
  ...changes,
})
