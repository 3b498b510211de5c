import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

const readMethods = new Set(['GET', 'HEAD'])

/** Gives every answer to a read an ETag, and answers 304 if the caller has it already (`If-None-Match`). */
export function addNotModified(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (!readMethods.has(request.method) || reply.statusCode !== 200 || typeof payload !== 'string' || payload === '') return payload
    const given = reply.getHeader('etag')
    const etag = typeof given === 'string' ? given : `W/"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`
    reply.header('etag', etag)
    if (!isKnown(request.headers['if-none-match'], etag)) return payload
    reply.code(304).removeHeader('content-type').removeHeader('content-length')
    return ''
  })
}

const opaque = (etag: string): string => etag.trim().replace(/^W\//, '')

/** `If-None-Match` is `*` or a list of ETags, which are compared weakly. */
const isKnown = (header: string | undefined, etag: string): boolean =>
  header !== undefined && (header.trim() === '*' || header.split(',').some((candidate) => opaque(candidate) === opaque(etag)))
