import { z } from 'zod'
import type { createCommands } from '../audit/command.ts'
import type { JobQueue } from '../jobs/contracts.ts'
import type { NotificationDelivery } from './delivery.ts'
import { madeUpIncident } from './made-up-incident.ts'
import type { RouteCommandPorts } from './route-commands.ts'
import { mustGetRoute } from './routes-of.ts'
import { deliveryIdFor } from './send-message.ts'

/** Tells a made-up incident by one route, the way that every incident goes: by a job, through its channel, into its deliveries. */
export function testRouteCommand(
  command: ReturnType<typeof createCommands>,
  { clock, ids, notificationRoutes, notifications, queue }: RouteCommandPorts & { readonly queue: JobQueue },
) {
  return command({
    action: 'erp_notification_route_tested',
    role: 'operator',
    input: z.object({ id: z.string() }),
    async run({ id }) {
      const { channel } = await mustGetRoute(notificationRoutes, id)
      const now = clock.now()
      const delivery: NotificationDelivery = {
        id: deliveryIdFor(now, ids.random(6)),
        routeId: id,
        channel,
        status: 'pending',
        kind: 'test',
        incidentIds: [],
        subject: '',
        createdAt: now.toISOString(),
        attempts: [],
      }
      const incident = madeUpIncident(`inc_${ids.random(16)}`, now)
      await notifications.add(id, { subject: `test ${delivery.id}`, incident, isTest: true }, delivery)
      await queue.enqueue('erp-notification', { routeId: id }, `notifications · test of ${id}`)
      return { output: delivery, target: id }
    },
  })
}
