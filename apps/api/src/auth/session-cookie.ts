import cookie from '@fastify/cookie'
import { AppError, type Clock } from '@linkspan/core'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** With this prefix browsers take the cookie only over HTTPS, for this host and all its paths. */
const secureName = '__Host-linkspan'
const loopbackName = 'linkspan'

/** Reads and writes the cookie that holds a session's token. It never leaves over plain HTTP, except on this machine itself. */
export interface SessionCookie {
  /** The token; null if the request has none. */
  read(request: FastifyRequest): string | null
  /** Throws `request.forbidden` over plain HTTP from another machine. */
  write(request: FastifyRequest, reply: FastifyReply, token: string, endsAt: Date): void
  clear(request: FastifyRequest, reply: FastifyReply): void
}

/** The browser counts how long the cookie lasts by its own clock, which may be wrong. */
export async function createSessionCookie(app: FastifyInstance, clock: Clock): Promise<SessionCookie> {
  await app.register(cookie)

  const nameFor = (request: FastifyRequest): string => {
    if (request.protocol === 'https') return secureName
    if (isLoopback(request.hostname)) return loopbackName
    throw new AppError(
      'request.forbidden',
      'Signing in needs HTTPS. If a proxy in front of this server ends it, name the proxy in TRUST_PROXY',
    )
  }
  const attributes = ({ protocol }: FastifyRequest) =>
    ({ path: '/', httpOnly: true, secure: protocol === 'https', sameSite: 'strict' }) as const

  return {
    read: ({ cookies, protocol, hostname }) =>
      (protocol === 'https' ? cookies[secureName] : isLoopback(hostname) ? cookies[loopbackName] : null) ?? null,
    write(request, reply, token, endsAt) {
      const maxAge = Math.ceil((endsAt.getTime() - clock.now().getTime()) / 1000)
      reply.setCookie(nameFor(request), token, { ...attributes(request), maxAge })
    },
    clear: (request, reply) => void reply.clearCookie(nameFor(request), attributes(request)),
  }
}

const isLoopback = (hostname: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]', '::1'].includes(hostname) || hostname.endsWith('.localhost')
