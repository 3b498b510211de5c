import { AppError, type BrowserSession, type Caller, type Clock, type Config, type Core, mayAct, type Role } from '@linkspan/core'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createApiKeys, type Identity } from '../auth/api-keys.ts'
import { type Credentials, readCredentials } from '../auth/credentials.ts'
import { createJwtVerifier } from '../auth/jwt.ts'
import type { SessionCookie } from '../auth/session-cookie.ts'
import { isFromOwnPage } from '../http/own-page.ts'
import type { FailedLogins } from './failed-logins.ts'
import { createGuesses } from './guesses.ts'
import type { NoteKeyUse } from './key-uses.ts'
import type { RateLimits } from './rate-limit.ts'
import { originOf, pathOf } from './request-context.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is calling. Set on every route behind `authenticate`. */
    caller: Caller
    /** The session by whose cookie the caller is known; null for those who send credentials. */
    session: BrowserSession | null
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
  readonly cookie: SessionCookie
  readonly sessions: Pick<Core['sessions'], 'use'>
  readonly noteKeyUse: NoteKeyUse
}

/**
 * What is accepted besides bearer tokens: with `basic`, HTTP Basic with the name and secret of a key, for browsers; the cookie of a session
 * always. A request with a cookie that changes something must come from a page of this server, and with `adminHeader` say so in a header
 * that no form of another site can send.
 */
export type Authenticate = (options: {
  readonly basic: boolean
  readonly adminHeader: boolean
}) => (request: FastifyRequest, reply: FastifyReply) => Promise<void>

/** Lets a caller in with a key from elsewhere than the header. Throws as `Authenticate` does. */
export type SignIn = (request: FastifyRequest, reply: FastifyReply, key: string) => Promise<void>

const maxNameLength = 64
const readMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Turns the credentials of a request into `request.caller`, or throws `request.unauthenticated`. Rate limits count a caller with valid
 * credentials by name and all others by address, so strangers at the same address cannot lock a caller out. While an address is locked
 * for guessing, only those who were let in from there before are.
 */
export function createAuthenticate(
  app: FastifyInstance,
  { config, failedLogins, clock, limits, cookie, sessions, noteKeyUse }: ActorOptions,
): { readonly authenticate: Authenticate; readonly signIn: SignIn } {
  const keys = createApiKeys(config.keys)
  const verifyJwt = config.jwt ? createJwtVerifier(config.jwt, clock) : async () => null
  const guesses = config.rateLimit === 0 ? null : createGuesses()
  app.decorateRequest('caller')
  app.decorateRequest('session', null)

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

  /** The session of the request's cookie. It holds only while its API key exists and has the same role. */
  const sessionOf = async (request: FastifyRequest): Promise<BrowserSession | null> => {
    const token = cookie.read(request)
    const session = token === null ? null : await sessions.use(token)
    if (session?.authentication === 'api-key' && keys.roleOf(session.name) !== session.role) return null
    return session
  }

  const admit = async (request: FastifyRequest, reply: FastifyReply, identity: Identity) => {
    request.caller = { ...identity, ...originOf(request) }
    await limits.countCaller(request, reply)
  }

  /** Lets in whoever the credentials name. `guess` is what was tried, as it is told from other guesses. */
  async function check(
    request: FastifyRequest,
    reply: FastifyReply,
    credentials: Credentials,
    guess: string,
    basic: boolean,
  ): Promise<void> {
    const identity = await identify(credentials, basic)
    const caller = identity && `${identity.authentication}:${identity.id}`
    if (credentials.kind !== 'none') guesses?.assertAllowed(request.ip, caller)
    if (identity && caller) {
      guesses?.succeeded(request.ip, caller)
      if (identity.authentication !== 'jwt') noteKeyUse(identity.id)
      return admit(request, reply, identity)
    }
    if (credentials.kind !== 'none') guesses?.failed(request.ip, guess)
    await limits.countStranger(request, reply)
    if (credentials.kind !== 'none') await auditFailedLogin(request, credentials)
    reply.header('www-authenticate', challenge(basic, credentials))
    const message = credentials.kind === 'none' ? 'This route needs credentials' : 'The credentials are not valid'
    throw new AppError('request.unauthenticated', message)
  }

  return {
    signIn: (request, reply, key) => check(request, reply, { kind: 'bearer', token: key }, key, false),
    authenticate:
      ({ basic, adminHeader }) =>
      async (request, reply) => {
        const credentials = readCredentials(request.headers.authorization)
        const session = credentials.kind === 'none' ? await sessionOf(request) : null
        if (!session) return check(request, reply, credentials, request.headers.authorization ?? '', basic)
        if (!readMethods.has(request.method)) assertOwnPage(request, adminHeader)
        request.session = session
        if (session.authentication === 'api-key') noteKeyUse(session.name)
        return admit(request, reply, { id: session.name, role: session.role, authentication: 'session' })
      },
  }
}

/** Throws `request.forbidden` if another site may have made the browser send the request. */
function assertOwnPage({ headers }: FastifyRequest, adminHeader: boolean): void {
  if (isFromOwnPage(headers) !== true)
    throw new AppError('request.forbidden', 'A request with a session must come from a page of this server')
  if (adminHeader && headers['x-linkspan-admin'] !== '1')
    throw new AppError('request.forbidden', 'A request with a session that changes something needs the header "X-Linkspan-Admin: 1"')
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
