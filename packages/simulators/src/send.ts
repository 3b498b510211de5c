import type { ServerResponse } from 'node:http'
import type { Answer } from './exchange.ts'

/** Writes status, headers and the length that the body is going to have, and gives the body's bytes. */
export function begin(response: ServerResponse, { status, headers, body }: Answer): Buffer {
  const bytes = Buffer.from(body)
  response.writeHead(status, { ...headers, 'content-length': String(bytes.length) } as Record<string, string | string[]>)
  return bytes
}

/** Writes a whole answer; a HEAD request gets the headers only. */
export function send(response: ServerResponse, answer: Answer): void {
  const bytes = begin(response, answer)
  response.end(response.req.method === 'HEAD' ? undefined : bytes)
}
