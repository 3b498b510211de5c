import type { ServerResponse } from 'node:http'
import type { Answer } from './exchange.ts'

/** Writes the status and the headers, with the length of the body. Returns the body's bytes, which are still to be written. */
export function begin(response: ServerResponse, { status, headers, body }: Answer): Buffer {
  const bytes = Buffer.from(body)
  response.writeHead(status, { ...headers, 'content-length': String(bytes.length) } as Record<string, string | string[]>)
  return bytes
}

/** Writes a whole answer. A HEAD request gets only the headers. */
export function send(response: ServerResponse, answer: Answer): void {
  const bytes = begin(response, answer)
  response.end(response.req.method === 'HEAD' ? undefined : bytes)
}
