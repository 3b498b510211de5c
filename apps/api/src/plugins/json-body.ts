import type { FastifyInstance } from 'fastify'

const json = /^application\/(?:[\w.-]+\+)?json(?:\s*;|\s*$)/i

/** JSON is all that is read. An empty body is no body, whatever its header says. */
export function addJsonBody(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(json, { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else parse(request, body as string, done)
  })
}
