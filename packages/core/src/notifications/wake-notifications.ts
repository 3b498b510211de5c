import { installation } from '../events/event-log.ts'
import type { EventReader } from '../events/wake-readers.ts'
import type { JobQueue } from '../jobs/contracts.ts'
import type { NotificationStore } from './notification-store.ts'

interface WakePorts {
  readonly notifications: NotificationStore
  readonly queue: JobQueue
}

const maxRoutes = 1000

/** Reads the log of incidents for the notification routes. */
export const notificationReader = ({ notifications, queue }: WakePorts): EventReader => ({
  async positions(sources) {
    const position = sources.includes(installation) ? await notifications.position() : null
    return sources.map((source) => (source === installation ? position : null))
  },
  async wake() {
    await queue.enqueue('erp-notification', {}, 'notifications · new incidents')
  },
})

/** Adds a job for each route that has something to tell by now. Called about once a second. */
export async function wakeNotifications({ notifications, queue }: WakePorts): Promise<void> {
  const routes = await notifications.routesDue(maxRoutes)
  await Promise.all(routes.map((routeId) => queue.enqueue('erp-notification', { routeId }, `notifications · ${routeId}`)))
}
