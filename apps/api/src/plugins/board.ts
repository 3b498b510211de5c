import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { FastifyAdapter } from '@bull-board/fastify'
import { AppError, type AuditLog, type Clock, mayAct, type Role } from '@linkspan/core'
import type { RedisPorts } from '@linkspan/redis'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isFromOwnPage } from '../http/own-page.ts'
import type { Authenticate } from './actor.ts'
import { answerError } from './errors.ts'

const path = '/admin/queues'
const readMethods = new Set(['GET', 'HEAD'])

export interface BoardOptions {
  readonly redis: RedisPorts
  readonly authenticate: Authenticate
  readonly audit: AuditLog
  readonly clock: Clock
}

/** What an operator may do at the board, by the end of the route. Everything else that changes something is for admins. */
const operatorActions = ['/:jobId/retry', '/:jobId/promote', '/retry/:queueStatus', '/:queueName/promote']

/**
 * Serves Bull Board at `/admin/queues`, behind a session, or Basic or Bearer credentials. Viewers can only look, operators retry and promote jobs, admins do
 * the rest; each action is in the audit trail before it happens. Browsers add Basic credentials by themselves, so an action must come from
 * the board's own page.
 */
export async function addBoard(app: FastifyInstance, { redis, authenticate, audit, clock }: BoardOptions): Promise<void> {
  const serverAdapter = new FastifyAdapter().setBasePath(path)
  createBullBoard({
    queues: redis.boardQueues().map(({ queue, description, label }) => new BullMQAdapter(queue, { description, prefix: label })),
    serverAdapter,
    options: { uiConfig: { boardTitle: 'Linkspan', hideDocsLink: true, showWorkers: false } },
  })

  const record = (request: FastifyRequest, outcome: string) => audit.append({ ...toEvent(request, outcome), at: clock.now().toISOString() })

  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.errorHandler = answerError
      route.config = { ...route.config, quiet: true }
    })
    scope.addHook('onRequest', authenticate({ basic: true, adminHeader: false }))
    scope.addHook('onRequest', async (request, reply) => {
      if (!request.url.startsWith(`${path}/api/`)) return
      if (request.url.includes('%00')) throw new AppError('request.malformed', 'The query contains a null character')
      reply.header('cache-control', 'no-store')
      await redis.ping()
    })
    scope.addHook('preHandler', async (request) => {
      if (readMethods.has(request.method)) return
      await assertMayChange(request, record)
      await record(request, 'requested')
    })
    await scope.register(serverAdapter.registerPlugin(), { prefix: path })
  })
}

const roleFor = ({ method, routeOptions: { url = '' } }: FastifyRequest): Role =>
  method === 'PUT' && operatorActions.some((action) => url.endsWith(action)) ? 'operator' : 'admin'

/** Throws `request.forbidden` if the caller's role does not allow the action, or the request may come from another site. */
async function assertMayChange(
  request: FastifyRequest,
  record: (request: FastifyRequest, outcome: string) => Promise<void>,
): Promise<void> {
  const role = roleFor(request)
  if (!mayAct(request.caller.role, role)) {
    await record(request, 'request.forbidden')
    throw new AppError('request.forbidden', `This needs the role ${role}; "${request.caller.id}" is ${request.caller.role}`)
  }
  if (!isOwnPage(request))
    throw new AppError(
      'request.forbidden',
      'Actions must come from the board itself, not from another site. A script sends the address of this installation in the header Origin',
    )
}

const maxBodyLength = 2000

/** The action in the board's own words: method, path and what was sent. */
function toEvent({ caller, method, url, body }: FastifyRequest, outcome: string) {
  const { id, role, authentication, ipAddress, userAgent, requestId } = caller
  const sent = body === undefined || body === null ? {} : { body: JSON.stringify(body).slice(0, maxBodyLength) }
  const [target = url] = url.split('?')
  return {
    action: 'job_board_used' as const,
    actor: { id, role, authentication },
    ipAddress,
    userAgent,
    requestId,
    target: decodeURI(target).slice(`${path}/api/`.length, maxBodyLength),
    outcome,
    changes: { method, ...sent },
  }
}

/** Whether the browser says that the request comes from the board's own page. Other programs say nothing, and need a Bearer token. */
function isOwnPage({ headers, caller }: FastifyRequest): boolean {
  return isFromOwnPage(headers) ?? caller.authentication !== 'basic'
}
