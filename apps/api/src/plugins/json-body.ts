import { AppError } from '@linkspan/core'
import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it came; empty if there was none. */
    bodyText: string
  }
}

const json = /^application\/(?:[\w.-]+\+)?json(?:\s*;|\s*$)/i

const maxDepth = 500

/** Whether arrays and objects lie in each other so deeply that code which follows them would run out of stack. */
function isTooDeep(text: string): boolean {
  let depth = 0
  let isInText = false
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]
    if (char === '\\' && isInText) at += 1
    else if (char === '"') isInText = !isInText
    else if (isInText) continue
    else if (char === '[' || char === '{') depth += 1
    else if (char === ']' || char === '}') depth -= 1
    if (depth > maxDepth) return true
  }
  return false
}

/** Accepts JSON bodies only. An empty body counts as no body, whatever its content type. */
export function addJsonBody(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.decorateRequest('bodyText', '')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(json, { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else if (isTooDeep(body as string)) done(new AppError('request.malformed', `The body is nested deeper than ${maxDepth} levels`))
    else {
      request.bodyText = body as string
      parse(request, body as string, done)
    }
  })
}
