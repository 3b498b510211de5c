import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { FastifyAdapter } from '@bull-board/fastify'
import { AppError, mayAct } from '@linkspan/core'
import type { RedisPorts } from '@linkspan/redis'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Authenticate } from './actor.ts'
import { answerError } from './errors.ts'

const path = '/admin/queues'
const readMethods = new Set(['GET', 'HEAD'])

/**
 * Serves Bull Board at `/admin/queues`, behind Basic or Bearer credentials; viewers can only look. Browsers add Basic credentials by
 * themselves, so an action must come from the board's own page.
 */
export async function addBoard(
  app: FastifyInstance,
  { redis, authenticate }: { readonly redis: RedisPorts; readonly authenticate: Authenticate },
): Promise<void> {
  const serverAdapter = new FastifyAdapter().setBasePath(path)
  createBullBoard({
    queues: redis.boardQueues().map(({ queue, description }) => new BullMQAdapter(queue, { description })),
    serverAdapter,
    options: { uiConfig: { boardTitle: 'Linkspan', hideDocsLink: true, showWorkers: false } },
  })

  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.errorHandler = answerError
      route.config = { ...route.config, quiet: true }
    })
    scope.addHook('onRequest', authenticate({ basic: true }))
    scope.addHook('onRequest', async (request, reply) => {
      if (!readMethods.has(request.method)) assertMayChange(request)
      if (!request.url.startsWith(`${path}/api/`)) return
      if (request.url.includes('%00')) throw new AppError('request.malformed', 'The query contains a null character')
      reply.header('cache-control', 'no-store')
      await redis.ping()
    })
    await scope.register(serverAdapter.registerPlugin(), { prefix: path })
  })
}

/** Throws `request.forbidden` if the caller is a viewer, or the request may come from another site. */
function assertMayChange(request: FastifyRequest): void {
  if (!mayAct(request.caller.role, 'operator')) {
    throw new AppError('request.forbidden', `This needs the role operator; "${request.caller.id}" is ${request.caller.role}`)
  }
  if (!isOwnPage(request)) throw new AppError('request.forbidden', 'Actions must come from the board itself, not from another site')
}

/** Whether the browser says that the request comes from the board's own page. Other programs say nothing, and need a Bearer token. */
function isOwnPage({ headers, caller }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  if (headers.origin !== undefined) return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host
  return caller.authentication !== 'basic'
}
