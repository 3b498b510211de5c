import type { Incident, NotificationMessage, Outgoing } from '@linkspan/core'

const incident: Incident = {
  id: 'inc_1',
  status: 'open',
  cause: 'remote.unreachable',
  severity: 'critical',
  connectionId: 'erp_1',
  connectionIds: ['erp_1'],
  dataTypes: ['orders'],
  title: 'The ERP cannot be reached: orders of "A & B <Nord>"',
  hint: 'Check the host.',
  whoActs: 'erp_operator',
  openedAt: '2026-03-04T09:00:00.000Z',
  updatedAt: '2026-03-04T09:00:00.000Z',
  occurrences: 3,
  timeline: [],
}

/** A message with everything in it that a channel must escape. */
export const message: NotificationMessage = {
  subject: 'Linkspan: Das ERP ist nicht erreichbar · A & B <Nord>',
  firstLine: 'Das ERP ist nicht erreichbar. Betroffen: order_status des Kunden "A & B <Nord>". Seit 4. März 2026.',
  link: { url: 'https://linkspan.example/admin/incidents/inc_1', label: 'Öffnen' },
  facts: [{ label: 'Was zu tun ist', text: 'Prüfen: <b>Host</b> & Port' }],
  items: [],
  tone: 'critical',
}

export const outgoing = (changes: Partial<Outgoing> = {}): Outgoing => ({
  deliveryId: 'note_1',
  message,
  told: [{ news: 'opened', incident, clientIds: ['acme'] }],
  thread: { id: 'inc_1.route_1', isFirst: true },
  ...changes,
})
