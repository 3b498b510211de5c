import type { Clock, Core } from '@linkspan/core'
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
import { connectionTestEventRoutes } from './connection-test-events.ts'
import { connectionTestRoutes } from './connection-tests.ts'
import { connectionRoutes } from './connections.ts'
import { errorCatalogRoutes } from './error-catalog.ts'
import { incidentRoutes } from './incidents.ts'
import { type InstallationConfig, installationRoutes } from './installation.ts'
import { mappingRoutes } from './mapping.ts'
import { notificationDeliveryRoutes } from './notification-deliveries.ts'
import { notificationRoutes } from './notification-routes.ts'
import { overviewRoutes } from './overview.ts'
import { previewRoutes } from './previews.ts'
import { providerRoutes } from './providers.ts'
import { recordRoutes } from './records.ts'
import { rejectRoutes } from './rejects.ts'
import { scheduleRoutes } from './schedules.ts'
import { searchRoutes } from './search.ts'
import { sessionRoutes } from './session.ts'
import { statisticsRoutes } from './statistics.ts'
import { streamRoutes } from './streams.ts'
import { syncConfigRoutes } from './sync-configs.ts'
import { syncEventRoutes } from './sync-events.ts'
import { syncLogRoutes } from './sync-logs.ts'
import { syncRoutes } from './syncs.ts'
import { unreadableRoutes } from './unreadable.ts'
import { updateRoutes } from './updates.ts'
import { webhookDeliveryRoutes } from './webhook-deliveries.ts'
import { webhookRoutes } from './webhooks.ts'

const routes = [
  connectionRoutes,
  connectionTestRoutes,
  connectionTestEventRoutes,
  previewRoutes,
  choicesRoutes,
  mappingRoutes,
  syncRoutes,
  syncLogRoutes,
  syncEventRoutes,
  recordRoutes,
  searchRoutes,
  conflictRoutes,
  rejectRoutes,
  statisticsRoutes,
  providerRoutes,
  errorCatalogRoutes,
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
  clock: Clock
  config: InstallationConfig
  startedAt: Date
}> = async (app, { core, redis, authenticate, cookie, clock, config, startedAt }) => {
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
  await app.register(updateRoutes, { core, cookie, clock, updates: redis.updates })
  await app.register(installationRoutes, { core, redis, config, startedAt })
  for (const plugin of routes) await app.register(plugin, { core, workers: redis.workers })
}
