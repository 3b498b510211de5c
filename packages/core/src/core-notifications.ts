import type { z } from 'zod'
import type { AssignmentRepository } from './assignments/assignment.ts'
import type { createCommands } from './audit/command.ts'
import type { ConnectionRepository } from './connections/connection.ts'
import { mustGetConnection } from './connections/connection-commands.ts'
import type { JobQueue } from './jobs/contracts.ts'
import { AppError } from './kernel/errors.ts'
import type { PageQuery } from './kernel/listing.ts'
import type { NotificationPreviewRequest } from './notifications/new-route.ts'
import { toNotificationRoute } from './notifications/notification-route.ts'
import { previewRoutes } from './notifications/preview-routes.ts'
import { type RouteCommandPorts, routeCommands } from './notifications/route-commands.ts'
import { mustGetRoute, routesOf } from './notifications/routes-of.ts'
import { testRouteCommand } from './notifications/test-route.ts'

export interface CoreNotificationPorts extends RouteCommandPorts {
  readonly assignments: AssignmentRepository
  readonly connections: ConnectionRepository
  readonly queue: JobQueue
}

/** What the outside may ask of notification routes and their deliveries. */
export function coreNotifications(command: ReturnType<typeof createCommands>, ports: CoreNotificationPorts) {
  const { connections, notificationRoutes, notifications } = ports
  return {
    ...routeCommands(command, ports),
    test: testRouteCommand(command, ports),
    list: async () => (await routesOf(notificationRoutes)).map(toNotificationRoute),
    get: async (id: string) => toNotificationRoute(await mustGetRoute(notificationRoutes, id)),
    async deliveries(id: string, query: PageQuery) {
      await mustGetRoute(notificationRoutes, id)
      return notifications.deliveries(id, query)
    },
    async delivery(routeId: string, id: string) {
      const delivery = await notifications.delivery(routeId, id)
      if (!delivery) throw new AppError('request.not-found', `Notification route ${routeId} has no delivery ${id}`)
      return delivery
    },
    /** The delivery once it has ended; null if `signal` aborts first. */
    waitForDelivery: (routeId: string, id: string, signal: AbortSignal) => notifications.waitForDelivery(routeId, id, signal),
    /** Who would be told about an incident like this. */
    async preview(request: z.output<typeof NotificationPreviewRequest>) {
      await mustGetConnection(connections, request.connectionId)
      return [...(await previewRoutes(request, ports))]
    },
  }
}
