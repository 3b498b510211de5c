import { z } from 'zod'
import type { AssignmentRepository } from '../assignments/assignment.ts'
import type { Incident } from '../incidents/incident.ts'
import type { Clock } from '../kernel/ports.ts'
import type { VersionedList } from '../kernel/versioned-list.ts'
import { clientsOf } from './clients-of.ts'
import { decide } from './decide.ts'
import { madeUpIncident } from './made-up-incident.ts'
import { matches } from './matches.ts'
import type { NotificationPreviewRequest } from './new-route.ts'
import { NotificationRoute, type StoredRoute, toNotificationRoute } from './notification-route.ts'
import { routesOf } from './routes-of.ts'

/** A route that would tell such an incident. */
export const NotificationPreview = NotificationRoute.omit({ secret: true })
  .extend({
    at: z.iso.datetime().describe('When it would tell an incident that is opened now.'),
    waitsFor: z.enum(['quiet_hours', 'digest']).optional().describe('Why it would not tell it at once.'),
  })
  .meta({ id: 'NotificationPreview' })
export type NotificationPreview = z.infer<typeof NotificationPreview>

interface PreviewPorts {
  readonly assignments: AssignmentRepository
  readonly clock: Clock
  readonly notificationRoutes: VersionedList<StoredRoute>
}

/** The routes that would tell an incident like this, in the order in which they were created. */
export async function previewRoutes(
  { connectionId, severity, dataType }: z.output<typeof NotificationPreviewRequest>,
  { assignments, clock, notificationRoutes }: PreviewPorts,
): Promise<readonly NotificationPreview[]> {
  const now = clock.now()
  const incident: Incident = {
    ...madeUpIncident('inc_preview', now),
    severity,
    connectionId,
    connectionIds: [connectionId],
    dataTypes: dataType === undefined ? [] : [dataType],
  }
  const concerned = { ...incident, clientIds: await clientsOf([connectionId], assignments) }
  const routes = (await routesOf(notificationRoutes)).filter((route) => matches(route, concerned))
  return routes.map((route) => ({ ...toNotificationRoute(route), ...timeOf(route, incident, now) }))
}

function timeOf(route: StoredRoute, incident: Incident, now: Date): Pick<NotificationPreview, 'at' | 'waitsFor'> {
  const decision = decide({ route, incident, told: null, now })
  if (decision.kind !== 'wait') return { at: now.toISOString() }
  const { until, reason } = decision
  if (reason !== 'digest') return { at: until.toISOString(), waitsFor: 'quiet_hours' }
  const atDigest = decide({ route, incident, told: null, now: until, isDigestDue: true }) // it may fall into the quiet hours
  return { at: (atDigest.kind === 'wait' ? atDigest.until : until).toISOString(), waitsFor: 'digest' }
}
