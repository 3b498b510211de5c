import type { ServerResponse } from 'node:http'
import type { Answer } from './exchange.ts'

/** Writes a whole answer with its length; a HEAD request gets the headers only. */
export function send(response: ServerResponse, { status, headers, body }: Answer): void {
  const bytes = Buffer.from(body)
  response.writeHead(status, { ...headers, 'content-length': String(bytes.length) } as Record<string, string | string[]>)
  response.end(response.req.method === 'HEAD' ? undefined : bytes)
}
