import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http'
import { createServer as createSecureServer, type ServerOptions } from 'node:https'
import type { AddressInfo } from 'node:net'
import { systemClock } from '@linkspan/core/connector'
import type { HttpContext } from '../http/http-context.ts'
import { logCapture, unlimited } from './open-context.ts'

/** A request that a server under test has received. */
export interface Received {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly request: IncomingMessage
}

export interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** A text is sent as it is, anything else as JSON. */
  readonly body?: unknown
}

export interface TestServer extends AsyncDisposable {
  readonly origin: string
  readonly received: readonly Received[]
}

/** An HTTP server on loopback that answers as `answer` says; an HTTPS server if `secure` has a certificate. */
export async function serve(answer: (received: Received) => Answer | Promise<Answer>, secure?: ServerOptions): Promise<TestServer> {
  const received: Received[] = []
  const listener = async (request: IncomingMessage, response: import('node:http').ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const url = new URL(request.url ?? '/', 'http://server')
    const one = { method: request.method ?? '', url, headers: request.headers, body: Buffer.concat(chunks).toString(), request }
    received.push(one)
    const { status = 200, headers = {}, body = {} } = await answer(one)
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body))
  }
  const server: Server = secure ? createSecureServer(secure, listener) : createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `${secure ? 'https://localhost' : 'http://127.0.0.1'}:${(server.address() as AddressInfo).port}`,
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** What HTTP calls need of a session, with no limits. `secrets` are those that the session was told of. */
export function httpContext(change: Partial<HttpContext> = {}): HttpContext & { readonly secrets: string[] } {
  const secrets: string[] = []
  return {
    timeoutMs: 5000,
    outbound: { allowPrivate: true },
    clock: systemClock,
    logger: logCapture().logger,
    acquireCall: unlimited,
    onCall: () => {},
    onSecret: (secret) => void secrets.push(secret),
    signal: new AbortController().signal,
    secrets,
    ...change,
  }
}
