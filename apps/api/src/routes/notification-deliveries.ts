import { type Core, deadlineSignal, NotificationDelivery } from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { PageParameters, page } from '../http/paging.ts'
import { isAnsweredAtOnce } from '../http/prefer.ts'
import { problems } from '../http/problem.ts'
import { NotificationDeliveryPath, NotificationRoutePath } from './parameters.ts'

/** Longer than one message may take. */
const testMs = 30_000

const tags = ['Notifications']

/** The routes for what a notification route has sent, and for its test. */
export const notificationDeliveryRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core: { notifications } }) => {
  app.post(
    '/erp/notification-routes/:id/test',
    {
      config: { role: 'operator', idempotent: true },
      schema: {
        tags,
        operationId: 'testNotificationRoute',
        summary: 'Test a notification route',
        description:
          'For operators. A worker tells a made-up incident by this route, whatever its scope and its quiet hours, and whether it is enabled or not. Waits up to 30 s for it; the status is 200 whether it was delivered or not. With `Prefer: respond-async`, or if no worker has sent it in time, the answer is 202, and the delivery is at `Location`.',
        params: NotificationRoutePath,
        headers: z.object({ prefer: z.string().optional() }),
        response: { 200: NotificationDelivery, 202: NotificationDelivery, ...problems(403, 404) },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const delivery = await notifications.test(request.caller, { id })
      reply.header('location', `${app.prefix}/erp/notification-routes/${id}/deliveries/${delivery.id}`)
      if (isAnsweredAtOnce(request, reply)) return reply.send(delivery)
      using limit = deadlineSignal(testMs, app.lifetimeOf(reply))
      const ended = await notifications.waitForDelivery(id, delivery.id, limit.signal)
      return ended ? reply.code(200).send(ended) : reply.code(202).send(delivery)
    },
  )

  app.get(
    '/erp/notification-routes/:id/deliveries',
    {
      schema: {
        tags,
        operationId: 'listNotificationDeliveries',
        summary: 'List what a route has sent',
        description: 'Newest first, with every attempt. The latest 1000 are kept.',
        params: NotificationRoutePath,
        querystring: PageParameters,
        response: { 200: z.array(NotificationDelivery), ...problems(400, 404) },
      },
    },
    async (request, reply) => page(request, reply, await notifications.deliveries(request.params.id, request.query)),
  )

  app.get(
    '/erp/notification-routes/:id/deliveries/:deliveryId',
    {
      schema: {
        tags,
        operationId: 'getNotificationDelivery',
        summary: 'Get a delivery',
        description: 'With every attempt to send it.',
        params: NotificationDeliveryPath,
        response: { 200: NotificationDelivery, ...problems(404) },
      },
    },
    ({ params: { id, deliveryId } }) => notifications.delivery(id, deliveryId),
  )
}
