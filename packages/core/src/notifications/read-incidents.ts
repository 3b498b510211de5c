import { z } from 'zod'
import type { AssignmentRepository } from '../assignments/assignment.ts'
import { type EventLog, installation, type StoredEvent } from '../events/event-log.ts'
import { Incident } from '../incidents/incident.ts'
import type { Logger } from '../kernel/ports.ts'
import type { VersionedList } from '../kernel/versioned-list.ts'
import { clientsOf } from './clients-of.ts'
import { matches } from './matches.ts'
import { subjectOf } from './news.ts'
import type { StoredRoute } from './notification-route.ts'
import type { NotificationStore } from './notification-store.ts'
import { routesOf } from './routes-of.ts'

export interface ReadIncidentsPorts {
  readonly assignments: AssignmentRepository
  readonly events: EventLog
  readonly notificationRoutes: VersionedList<StoredRoute>
  readonly notifications: NotificationStore
  readonly logger: Logger
}

const batch = 100

const IncidentEvent = z.object({ incident: Incident })

/** Reads on in the log of incidents, and notes for each route what it may have to tell. Ends at the end of the log. */
export async function readIncidents(ports: ReadIncidentsPorts, signal: AbortSignal): Promise<void> {
  const { events, notifications } = ports
  while (!signal.aborted) {
    const from = await notifications.position()
    const found = await events.read(installation, from, batch)
    const last = found.at(-1)
    if (!last) return
    await notifications.advance({ from, to: last.position }, await noticesOf(found, ports))
  }
}

async function noticesOf(events: readonly StoredEvent[], ports: ReadIncidentsPorts) {
  const incidents = latestIncidents(events, ports.logger)
  if (incidents.length === 0) return []
  const [routes, failing] = await Promise.all([routesOf(ports.notificationRoutes), ports.notifications.failing()])
  const found = await Promise.all(
    incidents.map(async (incident) => {
      const concerned = { ...incident, clientIds: await clientsOf(incident.connectionIds, ports.assignments) }
      return routes
        .filter((route) => matches(route, concerned) && !(incident.cause === 'notification.undelivered' && failing.includes(route.id)))
        .map(({ id }) => ({ routeId: id, notice: { subject: subjectOf(incident), incident } }))
    }),
  )
  return found.flat()
}

/** Each incident as its last event has it. An event that does not fit is left out: another release wrote it. */
function latestIncidents(events: readonly StoredEvent[], logger: Logger): readonly Incident[] {
  const latest = new Map<string, Incident>()
  for (const { id, type, data } of events) {
    if (!type.startsWith('incident.')) continue
    const { success, data: parsed } = IncidentEvent.safeParse(data)
    if (success) latest.set(subjectOf(parsed.incident), parsed.incident)
    else logger.warn({ eventId: id }, 'An incident that cannot be read is told to nobody')
  }
  return [...latest.values()]
}
