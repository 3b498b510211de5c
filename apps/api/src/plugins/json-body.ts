import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it came; empty if there was none. */
    bodyText: string
  }
}

const json = /^application\/(?:[\w.-]+\+)?json(?:\s*;|\s*$)/i

/** Accepts JSON bodies only. An empty body counts as no body, whatever its content type. */
export function addJsonBody(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.decorateRequest('bodyText', '')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(json, { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else {
      request.bodyText = body as string
      parse(request, body as string, done)
    }
  })
}
