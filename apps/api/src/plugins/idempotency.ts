import { createHash } from 'node:crypto'
import { AppError, mask, mayAct } from '@linkspan/core'
import type { IdempotencyStore, RedisPorts } from '@linkspan/redis'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { onlyProblems } from '../http/problem.ts'
import { pathOf } from './request-context.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route creates or starts something, so callers may send an `Idempotency-Key`. */
    idempotent?: boolean
    /** A field of the answer that only the first answer shows: it is kept masked. */
    secretField?: string
  }
  interface FastifyRequest {
    /** Set while this request is the one that executes for its `Idempotency-Key`. */
    idempotency: Awaited<ReturnType<IdempotencyStore['begin']>> | null
  }
}

const IdempotencyKey = z.string().optional().meta({
  description:
    'Any text of 1 to 255 characters that is new for each intention. A request that is sent again with the same key within 24 hours is answered as the first time, and nothing is created twice.',
  example: '6c1f4a3e-8f0b-4b53-9d2e-0f6a54f1c7aa',
})

const pattern = /^[\x20-\x7e]{1,255}$/
const keptHeaders = ['content-type', 'location', 'etag', 'x-deduplicated', 'preference-applied']

/** What identifies the answer of a key: whose it is, and what was asked. The key itself is not stored. */
function describe(request: FastifyRequest, key: string): { readonly key: string; readonly fingerprint: string } {
  const { authentication, id } = request.caller
  const hash = (parts: readonly unknown[]) => createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
  return {
    key: hash([authentication, id, key]),
    fingerprint: hash([key, request.method, pathOf(request), request.query, request.bodyText]),
  }
}

/**
 * Routes with `config.idempotent` honour `Idempotency-Key`: the first answer of a key, if it is 2xx, is kept for 24 hours and given again.
 * Any other answer frees the key. Must be added after what checks roles and input.
 */
export function addIdempotency(app: FastifyInstance, { idempotency }: Pick<RedisPorts, 'idempotency'>): void {
  app.decorateRequest('idempotency', null)

  app.addHook('onRoute', (route) => {
    if (!route.config?.idempotent) return
    const { headers = z.object({}), response = {} } = (route.schema ?? {}) as { readonly headers?: z.ZodObject; readonly response?: object }
    route.schema = {
      ...route.schema,
      headers: headers.extend({ 'idempotency-key': IdempotencyKey }),
      response: { ...onlyProblems(409, 422), ...response },
    }
  })

  app.addHook('preHandler', async (request, reply) => {
    const { idempotent, role } = request.routeOptions.config
    const key = request.headers['idempotency-key']
    if (!idempotent || key === undefined || (role && !mayAct(request.caller.role, role))) return
    if (typeof key !== 'string' || !pattern.test(key))
      throw new AppError('request.malformed', 'The Idempotency-Key must have 1 to 255 printable ASCII characters')
    const begun = await idempotency.begin(describe(request, key))
    switch (begun.kind) {
      case 'new':
        request.idempotency = begun
        return
      case 'answered':
        return reply
          .code(begun.answer.status)
          .headers({ ...begun.answer.headers, 'idempotency-replayed': 'true' })
          .send(begun.answer.body)
      case 'other':
        throw new AppError('request.invalid', 'This Idempotency-Key was used for another request within the last 24 hours', {
          details: { issues: [{ path: 'Idempotency-Key', message: 'belongs to another request; use a new one' }] },
        })
      case 'busy':
        throw new AppError('request.conflict', 'A request with this Idempotency-Key is still being executed; ask again soon')
    }
  })

  app.addHook('onSend', async (request, reply, payload) => {
    const { idempotency: begun } = request
    if (begun?.kind !== 'new') return payload
    request.idempotency = null
    const isDone = reply.statusCode >= 200 && reply.statusCode < 300 && (typeof payload === 'string' || payload === undefined)
    const headers = Object.fromEntries(
      keptHeaders.flatMap((name) => [[name, reply.getHeader(name)]]).filter(([, value]) => value !== undefined),
    )
    const settled = isDone
      ? begun.keep({
          status: reply.statusCode,
          headers: headers as Record<string, string>,
          body: payload === undefined ? '' : masked(String(payload), request.routeOptions.config.secretField),
        })
      : begun.release()
    await settled.catch((error: unknown) => request.log.warn({ err: error }, 'The answer to an Idempotency-Key could not be stored'))
    return payload
  })
}

function masked(body: string, field: string | undefined): string {
  if (field === undefined) return body
  const answer = JSON.parse(body) as Readonly<Record<string, unknown>>
  return field in answer ? JSON.stringify({ ...answer, [field]: mask }) : body
}
