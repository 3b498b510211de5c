import { describeCause } from '../incidents/causes.ts'
import type { IncidentStore } from '../incidents/incident-store.ts'
import type { AppError } from '../kernel/errors.ts'
import type { Clock } from '../kernel/ports.ts'
import type { StoredRoute } from './notification-route.ts'
import type { NotificationStore } from './notification-store.ts'

export interface ReportRoutePorts {
  readonly clock: Clock
  readonly incidents: Pick<IncidentStore, 'observe' | 'resolve'>
  readonly notifications: Pick<NotificationStore, 'failing' | 'markFailing'>
}

const cause = 'notification.undelivered'

/** What a route is called, without its secrets. */
const nameOf = ({ id, channel, addresses }: StoredRoute): string => `${channel} ${channel === 'email' ? `to ${addresses.join(', ')}` : id}`

/**
 * Opens an incident once a route does not deliver, which the other routes tell, and closes it once it delivers again. `error`: why it does
 * not deliver; null if it does.
 */
export async function reportRoute(route: StoredRoute, error: AppError | null, ports: ReportRoutePorts): Promise<void> {
  const { notifications } = ports
  const isFailing = error !== null
  if ((await notifications.failing()).includes(route.id) === isFailing) return
  await (error === null ? resolve(route, ports) : observe(route, error, ports))
  await notifications.markFailing(route.id, isFailing) // last: what was interrupted is done again
}

const resolve = ({ id }: StoredRoute, { clock, incidents }: ReportRoutePorts): Promise<void> =>
  incidents.resolve({ kind: 'resolve', part: id, message: 'The route delivers again', at: clock.now().toISOString() })

function observe(route: StoredRoute, error: AppError, { clock, incidents }: ReportRoutePorts): Promise<void> {
  const { title, hint, whoActs, severity } = describeCause(cause)
  const subject = nameOf(route)
  return incidents.observe({
    kind: 'observe',
    key: `${route.id}/${cause}`,
    cause,
    severity,
    parts: [route.id],
    consequenceOf: [],
    title: `${title}: {subject}`,
    subjects: { one: subject, connection: subject, many: subject },
    hint,
    whoActs,
    message: error.message,
    at: clock.now().toISOString(),
  })
}
