import { BrowserSession, type Core } from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { expiryOf } from '../auth/jwt.ts'
import type { SessionCookie } from '../auth/session-cookie.ts'
import { problems } from '../http/problem.ts'
import type { SignIn } from '../plugins/actor.ts'

const tags = ['Administration']

/** Who is signed in. */
const SignedIn = z
  .object({
    name: z.string().describe('The name of the API key, or the subject of the token.'),
    role: BrowserSession.shape.role,
    expiresAt: z.iso.datetime().nullable().describe('When the session ends if it is not used again before; null without a session.'),
  })
  .meta({ id: 'SignedIn' })

/** The route that signs a browser in. It needs no credentials but the key in its body. */
export const signInRoutes: FastifyPluginAsyncZod<{ core: Core; cookie: SessionCookie; signIn: SignIn }> = async (
  app,
  { core, cookie, signIn },
) => {
  app.post(
    '/session',
    {
      schema: {
        tags,
        operationId: 'signIn',
        summary: 'Sign in a browser',
        description:
          'Answers with a cookie that only this server can read and that programs need not: they send their key with each request. The session ends when it is not used for ADMIN_SESSION_IDLE, and after ADMIN_SESSION_MAX.',
        security: [],
        body: z.strictObject({ key: z.string().min(1).max(20_000).describe('An API key, or a signed JWT.') }),
        response: { 200: SignedIn, ...problems(401, 403, 422, 429) },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const { key } = request.body
      await signIn(request, reply, key)
      const until = request.caller.authentication === 'jwt' ? expiryOf(key) : null
      const { token, session } = await core.sessions.start(request.caller, { until })
      cookie.write(request, reply, token, new Date(session.expiresAt))
      return { name: session.name, role: session.role, expiresAt: session.expiresAt }
    },
  )
}

/** The routes about sessions that need credentials, as all others do. */
export const sessionRoutes: FastifyPluginAsyncZod<{ core: Core; cookie: SessionCookie }> = async (app, { core, cookie }) => {
  app.get(
    '/session',
    {
      schema: {
        tags,
        operationId: 'getSession',
        summary: 'Who is signed in',
        description: 'The caller, whether by a session or by credentials, and when the session ends.',
        response: { 200: SignedIn, ...problems() },
      },
    },
    async ({ caller, session }) => ({ name: caller.id, role: caller.role, expiresAt: session?.expiresAt ?? null }),
  )
  app.delete(
    '/session',
    {
      schema: {
        tags,
        operationId: 'signOut',
        summary: 'Sign out',
        description: 'Ends the session of the request, and takes the cookie back. 404 without a session.',
        response: { 204: z.undefined().describe('The session has ended.'), ...problems(403, 404) },
      },
    },
    async (request, reply) => {
      await core.sessions.end(request.caller, { id: request.session?.id ?? 'of this request' })
      cookie.clear(request, reply)
      return reply.code(204).send()
    },
  )
  app.get(
    '/sessions',
    {
      schema: {
        tags,
        operationId: 'listSessions',
        summary: 'List the browsers that have signed in',
        description: 'Your own; as an admin all.',
        response: { 200: z.array(BrowserSession), ...problems() },
      },
    },
    async ({ caller }) => [...(await core.sessions.list(caller))],
  )
  app.delete(
    '/sessions/:id',
    {
      schema: {
        tags,
        operationId: 'endSession',
        summary: 'Sign a browser out',
        description: 'Your own; as an admin any.',
        params: z.object({ id: z.string().max(100).describe('The id of the session.') }),
        response: { 204: z.undefined().describe('The session has ended.'), ...problems(403, 404) },
      },
    },
    async (request, reply) => {
      await core.sessions.end(request.caller, { id: request.params.id })
      return reply.code(204).send()
    },
  )
}
