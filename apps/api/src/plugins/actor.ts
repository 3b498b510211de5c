import { AppError, type AuditLog, type Caller, type Clock, type Config, mayAct, type Role } from '@linkspan/core'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createApiKeys, type Identity } from '../auth/api-keys.ts'
import { type Credentials, readCredentials } from '../auth/credentials.ts'
import { createJwtVerifier } from '../auth/jwt.ts'
import type { RateLimits } from './rate-limit.ts'
import { pathOf } from './request-context.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks. Known on every route behind `authenticate`. */
    caller: Caller
  }
  interface FastifyContextConfig {
    /** The role that the route's command will ask for. Who lacks it is told so, and not what is wrong with the body. */
    role?: Role
  }
}

export interface ActorOptions {
  readonly config: Config['api']
  readonly audit: AuditLog
  readonly clock: Clock
  readonly limits: RateLimits
}

/** `basic`: HTTP Basic with a key's name and secret is taken too, for browsers. */
export type Authenticate = (options: { readonly basic: boolean }) => (request: FastifyRequest, reply: FastifyReply) => Promise<void>

const maxUserAgentLength = 256
const maxNameLength = 64

/**
 * Who asks: turns credentials into `request.caller`, or refuses. Whoever shows valid ones is counted by name and never
 * suffers from strangers at the same address; all others are counted by address.
 */
export function createAuthenticate(app: FastifyInstance, { config, audit, clock, limits }: ActorOptions): Authenticate {
  const keys = createApiKeys(config.keys)
  const verifyJwt = config.jwt ? createJwtVerifier(config.jwt, clock) : async () => null
  app.decorateRequest('caller')

  const identify = async (credentials: Credentials, basic: boolean): Promise<Identity | null> => {
    if (credentials.kind === 'bearer') return keys.find(credentials.token) ?? (await verifyJwt(credentials.token))
    if (credentials.kind === 'basic' && basic) return keys.findNamed(credentials.name, credentials.secret)
    return null
  }

  const noteFailure = async (request: FastifyRequest, credentials: Credentials) => {
    const { ipAddress, userAgent, requestId } = origin(request)
    const claimed = credentials.kind === 'basic' ? credentials.name.slice(0, maxNameLength) : 'unknown'
    await audit
      .append({
        at: clock.now().toISOString(),
        action: 'login_failed',
        actor: { id: claimed, role: null, authentication: credentials.kind },
        ipAddress,
        userAgent,
        requestId,
        target: pathOf(request),
        outcome: 'request.unauthenticated',
        changes: {},
      })
      .catch((error: unknown) => request.log.warn({ err: error }, 'A failed login could not be written to the audit trail'))
  }

  return ({ basic }) =>
    async (request, reply) => {
      const credentials = readCredentials(request.headers.authorization)
      const identity = await identify(credentials, basic)
      if (identity) {
        request.caller = { ...identity, ...origin(request) }
        await limits.countCaller(request, reply)
        return
      }
      await limits.countStranger(request, reply)
      if (credentials.kind !== 'none') await noteFailure(request, credentials)
      reply.header('www-authenticate', challenge(basic, credentials))
      const message = credentials.kind === 'none' ? 'Credentials are needed here' : 'These credentials are not valid'
      throw new AppError('request.unauthenticated', message)
    }
}

const origin = (request: FastifyRequest) => ({
  ipAddress: request.ip,
  userAgent: request.headers['user-agent']?.slice(0, maxUserAgentLength) ?? null,
  requestId: request.id,
})

const challenge = (basic: boolean, { kind }: Credentials): string => {
  if (basic) return 'Basic realm="Linkspan", charset="UTF-8"'
  return kind === 'none' ? 'Bearer realm="Linkspan"' : 'Bearer realm="Linkspan", error="invalid_token"'
}

/** For routes with `config.role`: who may not do it is refused by the command itself, before the input is looked at. */
export function addRoleBeforeInput(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (route.config?.role) route.attachValidation = true
  })
  app.addHook('preHandler', async (request) => {
    const { role } = request.routeOptions.config
    if (request.validationError && role && mayAct(request.caller.role, role)) throw request.validationError
  })
}
