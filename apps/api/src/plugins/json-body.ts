import type { FastifyInstance } from 'fastify'

const json = /^application\/(?:[\w.-]+\+)?json(?:\s*;|\s*$)/i

/** Accepts JSON bodies only. An empty body counts as no body, whatever its content type. */
export function addJsonBody(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(json, { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else parse(request, body as string, done)
  })
}
