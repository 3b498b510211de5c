import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import { AppError, type Ids } from '@linkspan/core'
import type { FastifyInstance } from 'fastify'

const mount = '/admin/'
const folder = fileURLToPath(new URL('../../../admin/dist/', import.meta.url))
const nonceLength = 32

/** Scripts and styles come from this server only; the nonce is for the styles that the parts of the pages add. */
const policyWith = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/**
 * Serves the admin pages at `/admin/`. They need no credentials, because they hold no data: they ask for it with the session of whoever
 * uses them. All paths that are no file are pages of the same document. Bull Board stays at `/admin/queues`.
 */
export async function addAdminPages(app: FastifyInstance, ids: Ids): Promise<void> {
  const document = existsSync(`${folder}index.html`) ? readFileSync(`${folder}index.html`, 'utf8') : null
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.schema = { ...route.schema, hide: true }
      route.config = { ...route.config, quiet: true }
    })
    if (document !== null)
      await scope.register(fastifyStatic, {
        root: `${folder}assets/`,
        prefix: `${mount}assets/`,
        immutable: true,
        maxAge: '365d',
        preCompressed: true,
        decorateReply: false,
      })
    scope.get('/admin', async (_, reply) => reply.redirect(mount))
    scope.get(`${mount}*`, async (_, reply) => {
      if (document === null)
        throw new AppError('request.not-found', 'The admin pages are not built. Build them with "pnpm build", and start the API again')
      const nonce = ids.random(nonceLength)
      return reply
        .header('content-security-policy', policyWith(nonce))
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .send(document.replaceAll('{{nonce}}', nonce))
    })
  })
}
