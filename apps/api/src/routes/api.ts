import type { Core } from '@linkspan/core'
import type { RedisPorts } from '@linkspan/redis'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { SessionCookie } from '../auth/session-cookie.ts'
import { type Authenticate, addRoleBeforeInput } from '../plugins/actor.ts'
import { addIdempotency } from '../plugins/idempotency.ts'
import { addKnownQuery } from '../plugins/known-query.ts'
import { addMisspeltFields } from '../plugins/misspelt-fields.ts'
import { addNotModified } from '../plugins/not-modified.ts'
import { assignmentRoutes } from './assignments.ts'
import { auditRoutes } from './audit.ts'
import { choicesRoutes } from './choices.ts'
import { clientRoutes } from './clients.ts'
import { conflictRoutes } from './conflicts.ts'
import { connectionTestRoutes } from './connection-tests.ts'
import { connectionRoutes } from './connections.ts'
import { incidentRoutes } from './incidents.ts'
import { notificationDeliveryRoutes } from './notification-deliveries.ts'
import { notificationRoutes } from './notification-routes.ts'
import { overviewRoutes } from './overview.ts'
import { previewRoutes } from './previews.ts'
import { providerRoutes } from './providers.ts'
import { recordRoutes } from './records.ts'
import { scheduleRoutes } from './schedules.ts'
import { sessionRoutes } from './session.ts'
import { statisticsRoutes } from './statistics.ts'
import { streamRoutes } from './streams.ts'
import { syncConfigRoutes } from './sync-configs.ts'
import { syncEventRoutes } from './sync-events.ts'
import { syncLogRoutes } from './sync-logs.ts'
import { syncRoutes } from './syncs.ts'
import { unreadableRoutes } from './unreadable.ts'
import { webhookDeliveryRoutes } from './webhook-deliveries.ts'
import { webhookRoutes } from './webhooks.ts'

const routes = [
  connectionRoutes,
  connectionTestRoutes,
  previewRoutes,
  choicesRoutes,
  syncRoutes,
  syncLogRoutes,
  syncEventRoutes,
  recordRoutes,
  conflictRoutes,
  statisticsRoutes,
  providerRoutes,
  overviewRoutes,
  streamRoutes,
  scheduleRoutes,
  syncConfigRoutes,
  assignmentRoutes,
  clientRoutes,
  notificationRoutes,
  notificationDeliveryRoutes,
  incidentRoutes,
  auditRoutes,
  unreadableRoutes,
  webhookRoutes,
  webhookDeliveryRoutes,
]

/** The routes under one base path: all need credentials, and no answer may be cached. */
export const apiRoutes: FastifyPluginAsyncZod<{
  core: Core
  redis: RedisPorts
  authenticate: Authenticate
  cookie: SessionCookie
}> = async (app, { core, redis, authenticate, cookie }) => {
  app.addHook('onRequest', authenticate({ basic: false, adminHeader: true }))
  app.addHook('onRequest', async (_, reply) => {
    reply.header('cache-control', 'no-store')
  })
  addRoleBeforeInput(app)
  addKnownQuery(app)
  addMisspeltFields(app)
  addIdempotency(app, redis)
  addNotModified(app)
  await app.register(sessionRoutes, { core, cookie })
  for (const plugin of routes) await app.register(plugin, { core, workers: redis.workers })
}
