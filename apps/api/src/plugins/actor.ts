import { AppError, type Caller, type Clock, type Config, mayAct, type Role } from '@linkspan/core'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createApiKeys, type Identity } from '../auth/api-keys.ts'
import { type Credentials, readCredentials } from '../auth/credentials.ts'
import { createJwtVerifier } from '../auth/jwt.ts'
import type { FailedLogins } from './failed-logins.ts'
import { createGuesses } from './guesses.ts'
import type { RateLimits } from './rate-limit.ts'
import { originOf, pathOf } from './request-context.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is calling. Set on every route behind `authenticate`. */
    caller: Caller
  }
  interface FastifyContextConfig {
    /** The role that the route's command requires. A caller without it gets 403, whatever is wrong with the input. */
    role?: Role
  }
}

export interface ActorOptions {
  readonly config: Config['api']
  readonly failedLogins: FailedLogins
  readonly clock: Clock
  readonly limits: RateLimits
}

/** With `basic`, HTTP Basic with the name and secret of a key is accepted too, for browsers. */
export type Authenticate = (options: { readonly basic: boolean }) => (request: FastifyRequest, reply: FastifyReply) => Promise<void>

const maxNameLength = 64

/**
 * Turns the credentials of a request into `request.caller`, or throws `request.unauthenticated`. Rate limits count a caller with valid
 * credentials by name and all others by address, so strangers at the same address cannot lock a caller out. While an address is locked
 * for guessing, only those who were let in from there before are.
 */
export function createAuthenticate(app: FastifyInstance, { config, failedLogins, clock, limits }: ActorOptions): Authenticate {
  const keys = createApiKeys(config.keys)
  const verifyJwt = config.jwt ? createJwtVerifier(config.jwt, clock) : async () => null
  const guesses = config.rateLimit === 0 ? null : createGuesses()
  app.decorateRequest('caller')

  const identify = async (credentials: Credentials, basic: boolean): Promise<Identity | null> => {
    if (credentials.kind === 'bearer') return keys.find(credentials.token) ?? (await verifyJwt(credentials.token))
    if (credentials.kind === 'basic' && basic) return keys.findNamed(credentials.name, credentials.secret)
    return null
  }

  const auditFailedLogin = async (request: FastifyRequest, credentials: Credentials) => {
    const { ipAddress, userAgent, requestId } = originOf(request)
    const claimed = credentials.kind === 'basic' ? credentials.name.slice(0, maxNameLength) : 'unknown'
    const actor = { id: claimed, role: null, authentication: credentials.kind }
    await failedLogins.note({ actor, ipAddress, userAgent, requestId, target: pathOf(request) })
  }

  return ({ basic }) =>
    async (request, reply) => {
      const credentials = readCredentials(request.headers.authorization)
      const identity = await identify(credentials, basic)
      const caller = identity && `${identity.authentication}:${identity.id}`
      if (credentials.kind !== 'none') guesses?.assertAllowed(request.ip, caller)
      if (identity && caller) {
        guesses?.succeeded(request.ip, caller)
        request.caller = { ...identity, ...originOf(request) }
        await limits.countCaller(request, reply)
        return
      }
      if (credentials.kind !== 'none') guesses?.failed(request.ip, request.headers.authorization ?? '')
      await limits.countStranger(request, reply)
      if (credentials.kind !== 'none') await auditFailedLogin(request, credentials)
      reply.header('www-authenticate', challenge(basic, credentials))
      const message = credentials.kind === 'none' ? 'This route needs credentials' : 'The credentials are not valid'
      throw new AppError('request.unauthenticated', message)
    }
}

const challenge = (basic: boolean, { kind }: Credentials): string => {
  if (basic) return 'Basic realm="Linkspan", charset="UTF-8"'
  return kind === 'none' ? 'Bearer realm="Linkspan"' : 'Bearer realm="Linkspan", error="invalid_token"'
}

/** For routes with `config.role`: validation errors wait until the command has refused callers without that role. */
export function addRoleBeforeInput(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (route.config?.role) route.attachValidation = true
  })
  app.addHook('preHandler', async (request) => {
    const { role } = request.routeOptions.config
    if (request.validationError && role && mayAct(request.caller.role, role)) throw request.validationError
  })
}
