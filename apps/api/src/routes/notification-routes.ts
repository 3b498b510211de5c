import {
  type Core,
  NewNotificationRoute,
  NotificationPreview,
  NotificationPreviewRequest,
  NotificationRoute,
  NotificationRouteChange,
} from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problems } from '../http/problem.ts'
import { NotificationRoutePath } from './parameters.ts'

const tags = ['Notifications']

/** The routes for notification routes: who is told about incidents, by mail, chat or HTTP. */
export const notificationRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core: { notifications } }) => {
  app.get(
    '/erp/notification-routes',
    {
      schema: {
        tags,
        operationId: 'listNotificationRoutes',
        summary: 'List the notification routes',
        description: 'In the order in which they were created. There are at most 1000.',
        response: { 200: z.array(NotificationRoute), ...problems() },
      },
    },
    () => notifications.list(),
  )

  app.post(
    '/erp/notification-routes',
    {
      config: { role: 'admin', idempotent: true, secretField: 'secret' },
      schema: {
        tags,
        operationId: 'createNotificationRoute',
        summary: 'Create a notification route',
        description:
          'For admins. It tells what happens from now on. The answer to a route of the channel webhook shows the secret that signs its messages; no other answer does.',
        body: NewNotificationRoute,
        response: { 201: NotificationRoute, ...problems(400, 403, 409, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const route = await notifications.create(request.caller, request.body)
      return reply.code(201).header('location', `${app.prefix}/erp/notification-routes/${route.id}`).send(route)
    },
  )

  app.post(
    '/erp/notification-routes/preview',
    {
      schema: {
        tags,
        operationId: 'previewNotifications',
        summary: 'See who would be told',
        description: 'The routes that would tell an incident of this connection if it were opened now, and when. Nobody is told.',
        body: NotificationPreviewRequest,
        response: { 200: z.array(NotificationPreview), ...problems(400, 404, 413, 415, 422) },
      },
    },
    ({ body }) => notifications.preview(body),
  )

  app.get(
    '/erp/notification-routes/:id',
    {
      schema: {
        tags,
        operationId: 'getNotificationRoute',
        summary: 'Get a notification route',
        description: 'Its URL and its secret are never shown.',
        params: NotificationRoutePath,
        response: { 200: NotificationRoute, ...problems(404) },
      },
    },
    ({ params: { id } }) => notifications.get(id),
  )

  app.patch(
    '/erp/notification-routes/:id',
    {
      config: { role: 'admin' },
      schema: {
        tags,
        operationId: 'changeNotificationRoute',
        summary: 'Change a notification route',
        description:
          'For admins. A null removes a field, or sets it back to its default. The channel stays as it is: create another route instead.',
        params: NotificationRoutePath,
        body: NotificationRouteChange,
        response: { 200: NotificationRoute, ...problems(400, 403, 404, 409, 413, 415, 422) },
      },
    },
    ({ caller, params: { id }, body: change }) => notifications.update(caller, { id, change }),
  )

  app.delete(
    '/erp/notification-routes/:id',
    {
      config: { role: 'admin' },
      schema: {
        tags,
        operationId: 'deleteNotificationRoute',
        summary: 'Delete a notification route',
        description: 'For admins. Its deliveries go with it, and what it has not told yet is not told.',
        params: NotificationRoutePath,
        response: { 204: z.undefined().describe('It is gone.'), ...problems(403, 404) },
      },
    },
    async ({ caller, params: { id } }, reply) => {
      await notifications.remove(caller, { id })
      return reply.code(204).send()
    },
  )
}
