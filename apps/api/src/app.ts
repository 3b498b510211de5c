import { type Clock, type Config, type Core, type Ids, noTracing, randomIds, type Tracing } from '@linkspan/core'
import type { RedisPorts } from '@linkspan/redis'
import { type FastifyInstance, fastify } from 'fastify'
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Logger } from 'pino'
import { createSessionCookie } from './auth/session-cookie.ts'
import { createAuthenticate } from './plugins/actor.ts'
import { addAdminPages } from './plugins/admin-pages.ts'
import { addAllowedMethods } from './plugins/allowed-methods.ts'
import { addBoard } from './plugins/board.ts'
import { addErrorHandlers } from './plugins/errors.ts'
import { createFailedLogins } from './plugins/failed-logins.ts'
import { createInboundLimits } from './plugins/inbound-limits.ts'
import { addJsonBody } from './plugins/json-body.ts'
import { createNoteKeyUse } from './plugins/key-uses.ts'
import { addLifetime } from './plugins/lifetime.ts'
import { addMetrics } from './plugins/metrics.ts'
import { addOpenApi } from './plugins/openapi.ts'
import { createRateLimits } from './plugins/rate-limit.ts'
import { addRequestContext } from './plugins/request-context.ts'
import { addSecurityHeaders } from './plugins/security.ts'
import { addTracing } from './plugins/tracing.ts'
import { apiRoutes } from './routes/api.ts'
import { doiRoutes } from './routes/doi.ts'
import { erpEventRoutes } from './routes/erp-events.ts'
import { healthRoutes } from './routes/health.ts'
import { signInRoutes } from './routes/session.ts'
import { serverOptions } from './server-options.ts'

export interface AppOptions {
  readonly config: Pick<Config, 'api' | 'commit' | 'installation' | 'metrics' | 'retention' | 'settings'>
  readonly core: Core
  readonly redis: RedisPorts
  readonly clock: Clock
  readonly logger: Logger
  readonly ids?: Ids
  /** Without it nothing is traced. */
  readonly tracing?: Tracing
}

const mount = '/api/v1'

/** Builds the HTTP API, ready to listen. Plugins that concern every request are added first, routes last. */
export async function buildApp({
  config,
  core,
  redis,
  clock,
  logger,
  ids = randomIds,
  tracing = noTracing,
}: AppOptions): Promise<FastifyInstance> {
  const { compatBasePath, rateLimit, trustProxy } = config.api
  const app = fastify(serverOptions(logger, ids, trustProxy))
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(() => JSON.stringify)

  addTracing(app, tracing)
  addRequestContext(app)
  addMetrics(app, { redis, commit: config.commit, perConnection: config.metrics.perConnection, clock })
  addErrorHandlers(app)
  addJsonBody(app)
  addLifetime(app)
  const refuseOtherMethods = addAllowedMethods(app)
  addSecurityHeaders(app)
  await addOpenApi(app, compatBasePath, config.commit)
  const limits = await createRateLimits(app, rateLimit)
  const failedLogins = createFailedLogins(redis.audit, clock, (err) => app.log.warn({ err }, 'A failed login could not be audited'))
  app.addHook('onClose', async () => {
    await failedLogins.flush()
    failedLogins[Symbol.dispose]()
  })
  const cookie = await createSessionCookie(app, clock)
  const { authenticate, signIn } = createAuthenticate(app, {
    config: config.api,
    failedLogins,
    clock,
    limits,
    cookie,
    sessions: core.sessions,
    noteKeyUse: createNoteKeyUse(redis.keyUses, clock),
  })

  const typed = app.withTypeProvider<ZodTypeProvider>()
  await typed.register(healthRoutes, { redis, commit: config.commit })
  await addBoard(app, { redis, authenticate, audit: redis.audit, clock })
  await addAdminPages(app, ids)
  const startedAt = clock.now()
  const mounts = compatBasePath === '' ? [mount] : [mount, compatBasePath]
  for (const prefix of mounts) {
    await typed.register(signInRoutes, { prefix, core, cookie, signIn })
    await typed.register(apiRoutes, { prefix, core, redis, authenticate, cookie, clock, config, startedAt })
  }
  const inbound = createInboundLimits(Math.ceil(rateLimit / 100))
  for (const prefix of ['', ...mounts]) {
    await typed.register(doiRoutes, { prefix, core, limits: inbound })
    await typed.register(erpEventRoutes, { prefix, core, limits: inbound, failedLogins })
  }
  refuseOtherMethods()
  return app
}
